import ArgumentParser
import Foundation
import Organization
import Storage
import UseCases

struct AccountRolesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "roles", abstract: "Shows a person's roles, gives some and takes some back.")

    @Argument(help: "The person's staff number.")
    var staffNumber: String

    @Option(help: "A role to give; may stand several times: \(RoleText.help).")
    var give: [String] = []

    @Option(help: "A role to take back; may stand several times.")
    var take: [String] = []

    @Flag(help: "Prints the roles as JSON.")
    var json = false

    @OptionGroup var folder: DataOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, file: file)
        let (given, taken) = (try give.map(RoleText.init), try take.map(RoleText.init))
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let staffNumber = staffNumber
        do {
            let roles = try await database.write { transaction in
                let person = try transaction.person(numbered: staffNumber).id
                for role in given { try transaction.giveRole(role.grant(in: transaction), to: person, by: nil) }
                for role in taken { try transaction.takeRole(role.grant(in: transaction), from: person, by: nil) }
                return try transaction.roleGrants(of: person)
            }
            try database.close()
            try show(roles)
        } catch let error as AdministrationError {
            throw CommandFailure(error, about: staffNumber)
        }
    }

    private func show(_ roles: [RoleGrant]) throws {
        guard !json else {
            struct Shown: Encodable {
                let role: String
                let place: String?
                let includesSubordinates: Bool
            }
            return try StandardOutput.write(
                json: roles.map {
                    Shown(role: $0.kind.rawValue, place: $0.place, includesSubordinates: $0.includesSubordinates)
                })
        }
        guard !roles.isEmpty else { return StandardOutput.write("\(staffNumber): learner, no other role") }
        for role in roles {
            let place = role.place.map { " for \($0)" } ?? ""
            let subordinates = role.includesSubordinates ? " and its subordinates" : ""
            StandardOutput.write("\(staffNumber): \(role.kind.rawValue)\(place)\(subordinates)")
        }
    }
}
