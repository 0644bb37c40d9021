import ArgumentParser
import Foundation
import Organization
import Storage
import UseCases

struct AccountResetSecondFactorCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reset-second-factor",
        abstract: "Forgets a person's second factor, so that the next sign-in sets up another.",
        discussion: "First make sure who is asking: whoever knows the password sets up the new one.")

    @Argument(help: "The person's staff number.")
    var staffNumber: String

    @OptionGroup var folder: DataOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, file: file)
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let staffNumber = staffNumber
        do {
            try await database.write { transaction in
                try transaction.resetSecondFactor(of: transaction.person(numbered: staffNumber).id, by: nil)
            }
        } catch AdministrationError.notFound {
            throw CommandFailure("\(staffNumber) has no second factor: the next sign-in can set one up.")
        } catch let error as AdministrationError {
            throw CommandFailure(error, about: staffNumber)
        }
        try database.close()
        StandardOutput.write("\(staffNumber) sets up a new second factor at the next sign-in; all sessions have ended.")
    }
}
