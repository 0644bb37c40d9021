import ArgumentParser
import Competencies
import Courseware
import Foundation
import Organization
import Storage
import UseCases

struct AccountCreateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Makes an account for somebody, who need not be known yet.",
        discussion: """
            The password is asked on the terminal, or read as one line from standard input; it is never an argument. \
            The agency and the unit are made where their codes are new and their names are given: so the first \
            administrator comes into an empty database.
            """)

    @Option(help: "The person's staff number.")
    var staffNumber: String

    @Option(help: "Family name; needed where the person is not known yet.")
    var familyName: String?

    @Option(help: "Given name; needed where the person is not known yet.")
    var givenName: String?

    @Option(help: "Patronymic, with qızı or oğlu.")
    var patronymic: String?

    @Option(help: "E-mail address.")
    var email: String?

    @Option(help: "Language of the pages: az, en or ru.")
    var language = "az"

    @Option(help: "Code of the unit; needed where the person is not known yet.")
    var unit: String?

    @Option(help: "Id of the job role, as in job-roles.yml; needed where the person is not known yet.")
    var jobRole: String?

    @Option(help: "A role besides learner; may stand several times: \(RoleText.help).")
    var role: [String] = []

    @Option(help: "The name to sign in with. (default: the staff number)")
    var userName: String?

    @Option(help: "Code of the agency of a new unit.")
    var agencyCode: String?

    @Option(help: "Name of the agency, where its code is new.")
    var agencyName: String?

    @Option(help: "Kind of a new agency: ministry, state-committee, local-executive or municipality.")
    var agencyKind = "ministry"

    @Option(help: "Name of the unit, where its code is new.")
    var unitName: String?

    @OptionGroup var folder: DataOptions
    @OptionGroup var content: ContentOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, content, file: file)
        let roles = try role.map(RoleText.init)
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let name = userName ?? staffNumber
        let newcomer = try await newcomer(in: database, content: settings.content)
        let hash = try await passwordHash(for: name)
        let staffNumber = staffNumber
        do {
            try await database.write { transaction in
                let person = try newcomer?.add(to: transaction) ?? transaction.person(numbered: staffNumber).id
                try transaction.createAccount(of: person, userName: name, passwordHash: hash)
                for role in roles {
                    try transaction.giveRole(try role.grant(in: transaction), to: person, by: nil)
                }
            }
        } catch let error as AdministrationError {
            throw CommandFailure(error, about: staffNumber)
        }
        try database.close()
        StandardOutput.write("\(staffNumber) can sign in as \(name).")
    }

    /// Everything is checked before anybody is asked for a password.
    private func newcomer(in database: Database, content: ContentFolders) async throws -> Newcomer? {
        let staffNumber = staffNumber
        let known = try await database.read { try $0.person(staffNumber: staffNumber) }
        guard known == nil else { return nil }
        guard let family = familyName, let given = givenName, let unit, let jobRole else {
            throw CommandFailure(
                "Nobody has the staff number “\(staffNumber)” yet: give --family-name, --given-name, --unit and "
                    + "--job-role as well.")
        }
        guard let language = Language(rawValue: language) else {
            throw CommandFailure("There is no language “\(language)”: write az, en or ru.")
        }
        guard let kind = Agency.Kind(rawValue: agencyKind) else {
            let kinds = Agency.Kind.allCases.map(\.rawValue).joined(separator: ", ")
            throw CommandFailure("There is no kind of agency “\(agencyKind)”: write one of \(kinds).")
        }
        try Self.check(jobRole, in: content)
        return Newcomer(
            staffNumber: staffNumber, name: PersonName(family: family, given: given, patronymic: patronymic),
            email: email, language: language, jobRole: jobRole, unitCode: unit, unitName: unitName,
            agencyCode: agencyCode, agencyName: agencyName, agencyKind: kind)
    }

    private static func check(_ jobRole: String, in folders: ContentFolders) throws {
        guard let known = ContentLoader.load(folders).content?.jobRoles.map(\.id) else {
            throw CommandFailure(
                "The content with its job roles cannot be read: name its folders with --courses and --question-banks, "
                    + "or run `bilik check`.")
        }
        guard !known.contains(jobRole) else { return }
        let near = NearestWord(among: known).word(for: jobRole).map { "did you mean “\($0)”?" }
        throw CommandFailure(
            "There is no job role “\(jobRole)”: \(near ?? "write one of " + known.joined(separator: ", ") + ".")")
    }

    private func passwordHash(for name: String) async throws -> String {
        let password = try PasswordPrompt.newPassword(for: name)
        do {
            try PasswordRule.check(password, userName: name)
        } catch {
            throw CommandFailure(error)
        }
        return try await PasswordHasher().hash(password).encoded
    }
}

/// Somebody whom the database does not know yet.
private struct Newcomer {
    let staffNumber: String
    let name: PersonName
    let email: String?
    let language: Language
    let jobRole: String
    let unitCode: String
    let unitName: String?
    let agencyCode: String?
    let agencyName: String?
    let agencyKind: Agency.Kind

    func add(to transaction: Transaction) throws -> PersonID {
        let (agency, unit) = try place(in: transaction)
        return try transaction.addPerson(
            staffNumber: staffNumber, name: name, email: email, language: language,
            posting: Posting(agency: agency, unit: unit, jobRole: jobRole))
    }

    private func place(in transaction: Transaction) throws -> (AgencyID, UnitID) {
        if let unit = try transaction.unit(code: unitCode) { return (unit.agency, unit.id) }
        guard let unitName, let agencyCode else {
            throw CommandFailure(
                "No unit has the code “\(unitCode)”: correct it, or make the unit with --unit-name and --agency-code.")
        }
        let agency =
            try transaction.agencies().first { $0.code == agencyCode }?.id ?? addAgency(agencyCode, transaction)
        let unit = try transaction.addUnit(
            agency: agency, parent: nil, code: unitCode, name: unitName, isEGovernment: false)
        return (agency, unit)
    }

    private func addAgency(_ code: String, _ transaction: Transaction) throws -> AgencyID {
        guard let agencyName else {
            throw CommandFailure("No agency has the code “\(code)”: correct it, or make it with --agency-name.")
        }
        return try transaction.addAgency(code: code, kind: agencyKind, name: agencyName, parent: nil)
    }
}
