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

    @Option(help: "Folder of the database.")
    var data = "data"

    @Option(help: "The state's time zone.")
    var timezone = "Asia/Baku"

    @OptionGroup var content: ContentOptions

    func run() async throws {
        do {
            let text = try format.text(of: try await report())
            // The table ends its own lines.
            FileHandle.standardOutput.write(Data((format == .csv ? text : text + "\n").utf8))
        } catch let refusal as Refused {
            StandardError.write(refusal.sentence)
            throw ExitCode.failure
        }
    }

    /// Why there is no report, and the mend.
    private struct Refused: Error {
        let sentence: String
    }

    private func report() async throws -> ActivityReport {
        guard let period = Period(period) else {
            throw Refused(
                sentence: "“\(period)” is no period: write the year and the half-year, such as 2026-H1.")
        }
        let content = try loadedContent()
        let database = try openedDatabase()
        guard try await Migrator.version(of: database) == Migrator.newest else {
            throw Refused(
                sentence: "The database in \(data) has another schema than this program: run `bilik migrate` first.")
        }
        let report = try await database.readApart { connection in
            do {
                let unit = try connection.findUnit(code: unit)
                return try connection.activityReport(of: unit.id, in: .state, period: period, content: content)
            } catch let unknown as UnknownUnit {
                let mend = unknown.nearest.map { "did you mean \($0)?" } ?? "the overview lists all units."
                throw Refused(sentence: "No unit has the code \(unknown.code): \(mend)")
            } catch OversightError.notBegun(let period) {
                throw Refused(
                    sentence: "\(period) begins on \(period.firstDay) only: name a period that has begun, such as "
                        + "\(Period(containing: connection.today)).")
            }
        }
        guard let report else { throw Refused(sentence: "The unit \(unit) belongs to no agency: check its entry.") }
        return report
    }

    private func loadedContent() throws -> Content {
        let (loaded, problems) = ContentLoader.load(content.folders)
        guard let loaded else {
            let first = problems.first.map { " The first: \($0)" } ?? ""
            throw Refused(sentence: "The content has faults, which `bilik check` lists: mend them first.\(first)")
        }
        return loaded
    }

    /// Opens what is there: a report must not leave an empty database behind where the folder was misspelt.
    private func openedDatabase() throws -> Database {
        let file = "\(data)/bilik.sqlite"
        guard FileManager.default.fileExists(atPath: file) else {
            throw Refused(sentence: "There is no database in \(data): name its folder with --data.")
        }
        guard let zone = TimeZone(identifier: timezone) else {
            throw Refused(sentence: "There is no time zone \(timezone): name one such as Asia/Baku.")
        }
        return try Database(file: file, zone: zone, clock: { Date() })
    }
}

extension ReportFormat: ExpressibleByArgument {}
