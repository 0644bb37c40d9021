import ArgumentParser
import Courseware
import Foundation
import Organization
import Oversight
import Storage
import UseCases

struct ReportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Prints a unit's activity report for a period, as on its page.")

    @Argument(help: "The unit's code, such as RIK-03.")
    var unit: String

    @Option(help: "The half-year to report on, such as 2026-H1.")
    var period: String

    @Option(help: "json or csv.")
    var format = ReportFormat.json

    @OptionGroup var folder: DataOptions
    @OptionGroup var content: ContentOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, content, file: file)
        guard let period = Period(period) else {
            throw CommandFailure("“\(period)” is no period: write the year and the half-year, such as 2026-H1.")
        }
        guard let content = ContentLoader.load(settings.content).content else {
            throw CommandFailure("The content cannot be read: run `bilik check`, which names its faults.")
        }
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let report = try await database.readApart { try $0.report(of: unit, for: period, content: content) }
        let text = try format.text(of: report)
        // The table ends its own lines.
        FileHandle.standardOutput.write(Data((format == .csv ? text : text + "\n").utf8))
    }
}

extension Connection {
    fileprivate func report(of code: String, for period: Period, content: Content) throws -> ActivityReport {
        do {
            let unit = try findUnit(code: code)
            guard let report = try activityReport(of: unit.id, in: .state, period: period, content: content) else {
                throw CommandFailure("The unit \(code) belongs to no agency: check its entry.")
            }
            return report
        } catch let unknown as UnknownUnit {
            let mend = unknown.nearest.map { "did you mean \($0)?" } ?? "the overview lists all units."
            throw CommandFailure("No unit has the code \(unknown.code): \(mend)")
        } catch OversightError.notBegun(let period) {
            throw CommandFailure(
                "\(period) begins on \(period.firstDay) only: name a period that has begun, such as "
                    + "\(Period(containing: today)).")
        }
    }
}

extension ReportFormat: ExpressibleByArgument {}
