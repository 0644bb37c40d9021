import AdaptiveTesting
import ArgumentParser
import Glibc

struct SimulateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "simulate", abstract: "Gives whole adaptive tests to recorded or simulated people.",
        discussion: """
            It runs the testing engine with the design given here. The first item of a test is the most informative one, except \
            with random and progressive. Where the bank names no areas, those of --blueprint are dealt out in turn. The \
            same seed repeats everything.
            """)

    @Option(help: "The file of items.")
    var bank: String

    @Option(help: "The file of recorded answers.")
    var responses: String?

    @Option(help: "People to draw from N(0, 1) instead of recorded ones.")
    var examinees: Int?

    @Option(help: "Seed of all chance.")
    var seed: UInt64 = 1

    @Option(help: "mfi, bopt, thopt, mpwi, klp, mepv, random or progressive.")
    var select = SelectionRule.maximumInformation

    @Option(help: "eap, map, ml, wle or jeffreys.")
    var estimator = AbilityEstimator.eap

    @Option(
        help: "When to stop: se:0.30,items:30 or pass:0.95,cut:-0.5,min:10,items:30; with both, whichever comes first.")
    var stop = "items:30"

    @Option(help: "The largest share of people who may see one item; never exceeded.")
    var maxExposure: Double?

    @Option(help: "Attempts in the sliding window over which exposure is counted.")
    var window = 100

    @Option(help: "Shares by area, such as A=0.25,B=0.75.")
    var blueprint: String?

    @Option(help: "End a test when no item left has more information than this.")
    var leastInformation = 0.0

    @Flag(help: "Shows the ability after every answer.")
    var trace = false

    @Flag(help: "Prints the summary and all results as JSON.")
    var json = false

    @Flag(help: "Prints the results as a table for a spreadsheet.")
    var csv = false

    @OptionGroup var grid: GridOptions

    func run() throws {
        let bank = try MeasuredBank(path: bank)
        let shares = try blueprint.map(Self.shares)
        let pool = try bank.pool(grid: try grid.abilities, dealtAreas: shares.map { $0.shares.keys.sorted() } ?? [])
        let design = TestDesign(
            selection: select, estimator: estimator, stopping: try stoppingRule(),
            content: shares.map(ContentRule.shares) ?? .anything, leastInformation: leastInformation)
        let (ids, people) = try taking(bank)
        let simulation = Simulation(of: pool, design: design, cap: try cap(), seed: seed)
        let report = simulation.run(people, reading: Self.processorTime)
        if let shortage = report.attempts.lazy.compactMap(\.shortage).first, report.refusals == people.count {
            throw CommandFailure("No test can begin: \(shortage.gaps.map(\.words).joined(separator: "; ")).")
        }
        let results = zip(ids, report.attempts).map {
            SimulatedResult(id: $0, $1, bank: bank, pool: pool, trace: trace)
        }
        let summary = SimulationSummary(report)
        if json {
            try StandardOutput.write(json: Shown(summary: summary, results: results))
        } else if csv {
            StandardOutput.write(SimulatedResult.header)
            for result in results { StandardOutput.write(result.line) }
        } else {
            for line in summary.lines { StandardOutput.write(line) }
        }
    }

    private struct Shown: Encodable {
        let summary: SimulationSummary
        let results: [SimulatedResult]
    }

    private func taking(_ bank: MeasuredBank) throws -> (ids: [FileID], people: [SimulatedPerson]) {
        if let responses {
            guard examinees == nil else { throw CommandFailure("Give either --responses or --examinees, not both.") }
            let answers = try MeasuredAnswers(path: responses, of: bank)
            let people = answers.people.map { person in
                let given = person.categories.map { (MeasuredBank.itemID($0.key), $0.value > 0) }
                return SimulatedPerson(
                    answers: Dictionary(given) { first, _ in first }, ability: person.trueAbility)
            }
            return (answers.people.map(\.id), people)
        }
        guard let examinees, (1...1_000_000).contains(examinees) else {
            throw CommandFailure("Say who takes the test: --responses FILE, or --examinees from 1 to 1000000.")
        }
        let people = SimulatedPerson.drawn(examinees, seed: SeededGenerator.seed(seed, member: -1))
        return ((1...examinees).map(FileID.number), people)
    }

    private func cap() throws -> ExposureCap? {
        guard let maxExposure else { return nil }
        guard maxExposure > 0, maxExposure <= 1, window >= 1 else {
            throw CommandFailure("--max-exposure is above 0 and at most 1, and --window at least 1: change them.")
        }
        let cap = ExposureCap(share: maxExposure, window: window)
        guard Int((maxExposure * Double(window) + 1e-9).rounded(.down)) > 0 else {
            throw CommandFailure("In a window of \(window) attempts that cap shows nothing at all: widen it.")
        }
        return cap
    }

    private func stoppingRule() throws -> StoppingRule {
        do {
            return try StoppingRule(parsing: stop)
        } catch {
            let fault =
                switch error {
                case .unreadable(let part): "“\(part)” is not of the form name:number"
                case .unknown(let name): "“\(name)” is no part of a stopping rule (se, pass, cut, min, items)"
                case .missing(let name): "\(name) is missing"
                case .range(let name): "\(name) has a value that makes no sense"
                }
            throw CommandFailure("--stop: \(fault): write such as se:0.30,items:30.")
        }
    }

    private static func shares(_ text: String) throws -> ContentShares {
        do {
            return try ContentShares(parsing: text)
        } catch {
            let fault =
                switch error {
                case .unreadable(let part): "“\(part)” is not of the form area=share"
                case .share(let area, let share): "the share \(share) of \(area) is not above 0 and at most 1"
                case .sum(let sum): "the shares add up to \(sum), more than 1"
                }
            throw CommandFailure("--blueprint: \(fault): write such as A=0.25,B=0.75.")
        }
    }

    /// Of this process, in nanoseconds.
    private static func processorTime() -> UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }
}
