import AdaptiveTesting
import ArgumentParser
import Competencies
import Courseware
import Foundation
import Organization
import Storage
import Training

struct ItemsReleaseCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "release",
        abstract: "Releases item parameters that were estimated from answers.",
        discussion: """
            The file is CSV with the columns question_id, discrimination, difficulty and guessing (logistic, D = 1, \
            ability with mean 0 and variance 1), one line for each exam question of the competency's bank. An exam \
            whose whole bank has been released becomes adaptive. Attempts that are running keep what they began with.
            """)

    @Argument(help: "The file of parameters.")
    var path: String

    @Option(help: "The competency whose bank was calibrated, such as 4.2.")
    var competency: String

    @Option(help: "What the estimates rest on, in words: whose answers, how many, which program.")
    var basis: String

    @OptionGroup var folder: DataOptions
    @OptionGroup var content: ContentOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, content, file: file)
        guard let content = ContentLoader.load(settings.content).content else {
            throw CommandFailure("The content cannot be read: run `bilik check`, which names its faults.")
        }
        let questions = content.examQuestions(of: CompetencyID(competency))
        guard !questions.isEmpty else {
            throw CommandFailure("No exam question measures \(competency): name a competency that has a bank.")
        }
        let items = try read(versions: Dictionary(questions.map { ($0.id, $0.version) }) { first, _ in first })
        if let missing = questions.first(where: { items[$0.id] == nil }) {
            throw CommandFailure("\(path) has no line for \(missing.id): a release covers the whole bank.")
        }
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let (competency, basis) = (CompetencyID(competency), basis)
        try await database.write { try $0.release(items, of: competency, basis: basis) }
        try database.close()
        StandardOutput.write("released \(items.count) items of \(competency)")
    }

    private func read(versions: [QuestionID: String]) throws -> [QuestionID: CalibratedParameters] {
        guard let bytes = FileManager.default.contents(atPath: path) else {
            throw CommandFailure("\(path) cannot be read: check the path and its rights.")
        }
        var items: [QuestionID: CalibratedParameters] = [:]
        let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
        for (index, line) in lines.enumerated().dropFirst() {
            let fields = line.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
            let numbers = fields.dropFirst().compactMap { Double($0) }
            guard fields.count == 4, numbers.count == 3, let version = versions[QuestionID(fields[0])] else {
                throw CommandFailure(
                    "\(path), line \(index + 1): write an exam question's id, discrimination, difficulty and guessing.")
            }
            guard
                let parameters = try? ItemParameters(
                    discrimination: numbers[0], difficulty: numbers[1], guessing: numbers[2])
            else {
                throw CommandFailure(
                    "\(path), line \(index + 1): discrimination is above 0, guessing from 0 to below 1.")
            }
            items[QuestionID(fields[0])] = CalibratedParameters(version: version, parameters: parameters)
        }
        return items
    }
}
