import ArgumentParser
import Foundation
import Organization
import Storage
import UseCases

struct AccountActivationCodeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "activation-code",
        abstract: "Prints a one-time code by which a person chooses a new password, for when no administrator gets in.")

    @Argument(help: "The person's staff number.")
    var staffNumber: String

    @OptionGroup var folder: DataOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, file: file)
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let staffNumber = staffNumber
        let code = ActivationCode()
        try await database.write { transaction in
            let person = try transaction.person(numbered: staffNumber)
            guard person.status == .active else {
                throw CommandFailure(AdministrationError.personHasLeft, about: staffNumber)
            }
            try transaction.setActivationCode(code, of: person.id, by: nil)
        }
        try database.close()
        StandardOutput.write(code.text)
    }
}
