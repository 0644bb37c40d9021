import AdaptiveTesting
import Assessment
import Competencies
import FoundationEssentials
import Organization
import Testing
import Training

@Suite struct AttemptPlanTests {
    static let competency = CompetencyID("4.2")

    @Test func `practice stops between its bounds and never asks a question twice`() throws {
        for seed in UInt64(1)...40 {
            let asked = try run(seed: seed, ability: Double(seed % 7) - 3)
            #expect((5...12).contains(asked.count))
            #expect(Set(asked.map(\.question)).count == asked.count)
        }
    }

    @Test func `a seed repeats the whole attempt`() throws {
        let first = try run(seed: 7, ability: 0.5)
        #expect(try run(seed: 7, ability: 0.5) == first)
        #expect(try run(seed: 8, ability: 0.5).map(\.question) != first.map(\.question))
    }

    @Test func `a fixed form is asked in its order and judged by what was frozen`() throws {
        let plan = try exam(seed: 3)
        var responses: [Response] = []
        var order: [String] = []
        // The bank of today is empty: the frozen form does not need it.
        while case .ask(let item) = plan.next(after: responses, from: []) {
            order.append(item.id.value)
            responses.append(response(item, position: responses.count + 1, isRight: true))
        }
        guard case .fixed(let form) = plan.form else {
            Issue.record("an exam on an uncalibrated bank is a fixed form")
            return
        }
        #expect(order == form.map(\.question.value))
        #expect(plan.next(after: responses, from: []) == .finish(.length))
        #expect(plan.judge(responses, purpose: .exam).outcome == .passed)
    }

    @Test(arguments: [(0, .unfinished), (7, .unfinished), (8, .failed)] as [(Int, Outcome)])
    func `too few answers are unfinished, not failed`(answered: Int, outcome: Outcome) throws {
        let plan = try exam(seed: 3)
        guard case .fixed(let form) = plan.form else { return }
        let items = form.compactMap(\.item)
        let responses = items.prefix(answered).enumerated().map {
            response($0.element, position: $0.offset + 1, isRight: false)
        }
        #expect(plan.judge(responses, purpose: .exam).outcome == outcome)
    }

    @Test func `questions left open are not marked wrong`() throws {
        let plan = try exam(seed: 3)
        guard case .fixed(let form) = plan.form, let last = form.last?.item else { return }
        let answered = form.compactMap(\.item).prefix(9).enumerated().map {
            response($0.element, position: $0.offset + 1, isRight: true)
        }
        let open = Response(
            position: 10, question: QuestionID(last.id.value), version: "v", item: last, shuffle: [],
            shownAt: Date(timeIntervalSince1970: 0), answer: nil)
        let (with, without) = (plan.judge(answered + [open], purpose: .exam), plan.judge(answered, purpose: .exam))
        #expect(with.result.competencies == without.result.competencies)
        #expect(with.result.asked == 10 && with.result.answered == 9)
    }

    @Test(arguments: [-2.0, 2.0, 0.1])
    func `a calibrated exam stops once it is decided, within its blueprint`(ability: Double) throws {
        var lengths: [Int] = []
        for seed in UInt64(1)...30 {
            let plan = try exam(seed: seed, isCalibrated: true)
            var generator = SeededGenerator(seed: seed &+ 99)
            var responses: [Response] = []
            var step = plan.next(after: [], from: [])
            while case .ask(let item) = step {
                let isRight = simulateAnswer(parameters: item.parameters, ability: ability, using: &generator)
                responses.append(response(item, position: responses.count + 1, isRight: isRight))
                step = plan.next(after: responses, from: [])
            }
            #expect(step == .finish(.decided) || step == .finish(.length))
            #expect((8...12).contains(responses.count))
            #expect((3...5).contains(responses.count { $0.item.content.level == 1 }))
            #expect(Set(responses.map(\.question)).count == responses.count)
            lengths.append(responses.count)
        }
        // Far from the cut fewer questions are needed than beside it.
        #expect(lengths.reduce(0, +) < (abs(ability) > 1 ? 330 : 361))
    }

    @Test func `practice is never failed`() throws {
        let plan = AttemptPlan.practice(of: Self.competency, prior: .standard, cuts: [-1, 0, 1, 2], seed: 1)
        #expect(plan.judge([], purpose: .practice).outcome == .finished)
    }

    private func run(seed: UInt64, ability: Double) throws -> [Response] {
        let plan = AttemptPlan.practice(of: Self.competency, prior: .standard, cuts: [-1, 0, 1, 2], seed: seed)
        let bank = try bank()
        var generator = SeededGenerator(seed: seed)
        var responses: [Response] = []
        while case .ask(let item) = plan.next(after: responses, from: bank) {
            let isRight = simulateAnswer(parameters: item.parameters, ability: ability, using: &generator)
            responses.append(response(item, position: responses.count + 1, isRight: isRight))
        }
        return responses
    }

    private func exam(seed: UInt64, isCalibrated: Bool = false) throws -> AttemptPlan {
        let name = LocalizedName(az: "a", en: "a", ru: "a")
        let certification = Certification(
            id: "c", name: name, summary: LocalizedText(az: "", en: ""),
            requires: [Certification.Requirement(competency: Self.competency, level: Level(2))],
            exam: Certification.Exam(
                length: 12, minimumLength: 8, minutes: 20, cut: nil,
                blueprint: Blueprint(
                    length: 12, rules: [BlueprintRule(competency: "4.2", level: 1, minimum: 3, maximum: 5)])),
            validMonths: 24, retake: RetakePolicy(waitDays: 1, mostPerYear: 3), courses: [])
        let framework = Framework(
            name: name, source: "",
            levels: [-1.0, 0, 1, 2].enumerated().map {
                LevelDefinition(level: Level($0.offset + 1), name: name, cut: $0.element, difficulty: $0.element - 0.5)
            },
            scale: Scale(difficultySD: 0.85, discrimination: 1, priorMean: 0, priorSD: 1, varianceGrowthPerMonth: 0.01),
            areas: [])
        return try .exam(
            for: certification, in: framework, from: try bank(discrimination: isCalibrated ? 2 : 1),
            isCalibrated: isCalibrated, versions: [:], seed: seed)
    }

    private func bank(discrimination: Double = 1) throws -> [Item] {
        try (1...30).map { number in
            Item(
                id: ItemID("4.2-\(number)"),
                parameters: try ItemParameters(
                    discrimination: discrimination, difficulty: Double(number % 4) - 1.5, guessing: 0.2),
                content: ContentTag(competency: "4.2", level: number % 4 + 1))
        }
    }

    private func response(_ item: Item, position: Int, isRight: Bool) -> Response {
        let instant = Date(timeIntervalSince1970: 0)
        return Response(
            position: position, question: QuestionID(item.id.value), version: "v", item: item, shuffle: [],
            shownAt: instant, answer: Response.Answered(at: instant, answer: .truth(isRight), isRight: isRight))
    }
}
