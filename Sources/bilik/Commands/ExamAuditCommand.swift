import AdaptiveTesting
import ArgumentParser
import Assessment
import Competencies
import Courseware
import Foundation
import Storage
import Training
import UseCases

struct ExamAuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Simulates an exam before it is published, and refuses it where the bank is too small.",
        discussion: """
            Each required competency is simulated on its own questions. Without a database, or where the bank has not been \
            calibrated, only a balanced form of fixed length certifies, and that is what is simulated. Fails where the \
            exam must not be published, with the shortage named.
            """)

    @Argument(help: "The certification's id, such as personal-data.")
    var certification: String

    @Option(help: "The largest share of attempts that may see one question.")
    var maxExposure = 0.25

    @Option(help: "The share of right decisions to reach.")
    var accuracy = 0.85

    @Option(help: "People to simulate.")
    var examinees = 1000

    @Option(help: "Seed of all chance.")
    var seed: UInt64 = 1

    @Flag(help: "Prints what was found as JSON.")
    var json = false

    @OptionGroup var folder: DataOptions
    @OptionGroup var content: ContentOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        guard maxExposure > 0, maxExposure <= 1, (10...1_000_000).contains(examinees) else {
            throw CommandFailure(
                "--max-exposure is above 0 and at most 1, --examinees from 10 to 1000000: change them.")
        }
        let settings = try Settings(folder, content, file: file)
        guard let content = ContentLoader.load(settings.content).content else {
            throw CommandFailure("The content cannot be read: run `bilik check`, which names its faults.")
        }
        guard let wanted = content.certification(certification) else {
            let known = content.certifications.map(\.id).joined(separator: ", ")
            throw CommandFailure("There is no certification “\(certification)”: choose one of \(known).")
        }
        let released = try await releasedParameters(wanted.requires.map(\.competency), settings: settings)
        let parts = try wanted.requires.map { requirement in
            try part(requirement.competency, of: wanted, in: content, released: released)
        }
        if json {
            try StandardOutput.write(json: parts)
        } else {
            for part in parts { for line in part.lines { StandardOutput.write(line) } }
        }
        let shortages = parts.flatMap { part in part.shortages.map { "\(part.competency): \($0)" } }
        guard shortages.isEmpty else {
            let remains = parts.allSatisfy { $0.shortages.isEmpty || $0.isCalibrated && $0.certifiesOnlyByFixedForm }
            let mend = remains ? " Until then it certifies only through a balanced form of fixed length." : ""
            throw CommandFailure("The exam must not be published. \(shortages.joined(separator: ". ")).\(mend)")
        }
    }

    /// What the newest releases know, where there is a database.
    private func releasedParameters(
        _ competencies: [CompetencyID], settings: Settings
    ) async throws -> [QuestionID: CalibratedParameters] {
        guard FileManager.default.fileExists(atPath: settings.data) else { return [:] }
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let names = Set(competencies.map(\.value))
        let released = try await database.read { try $0.calibratedParameters(of: names) }
        try database.close()
        return released
    }

    private func part(
        _ competency: CompetencyID, of certification: Certification, in content: Content,
        released: [QuestionID: CalibratedParameters]
    ) throws -> ExamAuditPart {
        let questions = content.examQuestions(of: competency)
        let calibrated = try questions.compactMap { question -> Item? in
            guard let found = released[question.id], found.version == question.version else { return nil }
            let item = try content.item(for: question)
            return Item(id: item.id, parameters: found.parameters, content: item.content, group: item.group)
        }
        let isCalibrated = !questions.isEmpty && calibrated.count == questions.count
        let items = isCalibrated ? calibrated : try questions.map(content.item(for:))
        let scale = content.framework.scale
        let exam = certification.exam
        let blueprint = exam.blueprint.part(of: competency, among: certification.requires.count)
        let cut = certification.cuts(in: content.framework)[competency] ?? scale.priorMean
        let least = min(max(exam.minimumLength / max(certification.requires.count, 1), 1), blueprint.length)
        let design = TestDesign(
            prior: Prior(mean: scale.priorMean, standardDeviation: scale.priorSD),
            stopping: .whenDecided(cut: cut, certainty: 0.95, atLeast: least, atMost: blueprint.length),
            content: .blueprint(blueprint))
        let audit = BankAudit(
            of: ItemPool(items), design: design, cap: ExposureCap(share: maxExposure), isCalibrated: isCalibrated,
            requirements: BankAudit.Requirements(accuracy: accuracy))
        return ExamAuditPart(
            competency: competency.value, items: items.count, isCalibrated: isCalibrated, cut: cut,
            audit.run(examinees: examinees, seed: seed))
    }
}

extension Blueprint {
    /// What concerns one competency: its rules, and as many questions as they allow it.
    fileprivate func part(of competency: CompetencyID, among count: Int) -> Blueprint {
        let own = rules.filter { $0.competency == competency.value }
        let whole = own.first { $0.level == nil }
        let share = count == 1 ? length : min(whole?.maximum ?? length / max(count, 1), length)
        return Blueprint(length: share, rules: own)
    }
}
