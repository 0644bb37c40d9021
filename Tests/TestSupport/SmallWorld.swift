package import Assessment
package import Competencies
package import Courseware
package import FoundationEssentials
package import Organization
package import Storage

/// The small world that every test knows: two agencies, three units, six people, on the real schema.
///
/// Everybody has been at their post since `founded`; the clock stands at ten on 2 March 2026, a Monday.
package struct SmallWorld: Sendable {
    package static let founded = day(2025, 1, 6)
    package static let start = day(2026, 3, 2)

    package let database: Database
    package let content: Content
    package let clock: AdjustableClock

    /// Vergi xidməti, a ministry.
    package let taxes: Agency
    /// Şəki bələdiyyəsi, a municipality.
    package let sheki: Agency

    /// Elektron xidmətlər şöbəsi of the tax service, an e-government unit: Aysel, Nigar and Leyla.
    package let eServices: AgencyUnit
    /// Kadrlar şöbəsi of the tax service: Rəşad and Kamran.
    package let personnel: AgencyUnit
    /// Bələdiyyə aparatı of Şəki: Orxan.
    package let municipalOffice: AgencyUnit

    /// Aysel Məmmədova, a learner and nothing else.
    package let learner: Viewer
    /// Rəşad Əliyev, HR officer of the tax service.
    package let hr: Viewer
    /// Nigar Quliyeva, reporting officer of the e-services unit.
    package let reporter: Viewer
    /// Kamran Həsənov, the Electronic Controller.
    package let controller: Viewer
    /// Leyla İsmayılova, author.
    package let author: Viewer
    /// Orxan Qurbanlı, administrator.
    package let administrator: Viewer

    /// - Parameter file: where the database lies; in memory by default.
    package init(file: String? = nil) async throws {
        let zone = try found(TimeZone(identifier: "Asia/Baku"))
        let clock = AdjustableClock(at: Self.start.morning(in: zone), in: zone)
        let database =
            if let file {
                try Database(file: file, zone: zone, clock: { clock.now })
            } else {
                try Database(inMemoryIn: zone, clock: { clock.now })
            }
        try await Migrator.migrate(database)
        let people = try await database.write { transaction in
            try Self.settle(in: transaction.at(Self.founded.morning(in: zone)))
        }
        self.database = database
        self.clock = clock
        content = try ShippedContent.load()
        (taxes, sheki) = (people.taxes, people.sheki)
        (eServices, personnel, municipalOffice) = (people.eServices, people.personnel, people.municipalOffice)
        (learner, hr, reporter) = (people.learner, people.hr, people.reporter)
        (controller, author, administrator) = (people.controller, people.author, people.administrator)
    }

    /// The shipped job roles with what they need in the two competencies that tests speak of, whatever else they need.
    package var jobRoles: [JobRole] {
        content.jobRoles.map { role in role.needing { ["4.1", "4.2"].contains($0.value) } }
    }

    package var zone: TimeZone { clock.zone }

    package var everybody: [Viewer] { [learner, hr, reporter, controller, author, administrator] }

    /// The certification of that id in the shipped content: `personal-data` or `information-security`.
    package func certification(_ id: String = "personal-data") throws -> Certification {
        try found(content.certification(id))
    }

    private struct Settlement: Sendable {
        let taxes: Agency
        let sheki: Agency
        let eServices: AgencyUnit
        let personnel: AgencyUnit
        let municipalOffice: AgencyUnit
        let learner: Viewer
        let hr: Viewer
        let reporter: Viewer
        let controller: Viewer
        let author: Viewer
        let administrator: Viewer
    }

    private static func settle(in transaction: Transaction) throws -> Settlement {
        let taxes = try transaction.addAgency(code: "VX", kind: .ministry, name: "Vergi xidməti", parent: nil)
        let sheki = try transaction.addAgency(
            code: "SB", kind: .municipality, name: "Şəki bələdiyyəsi", parent: nil)
        func unit(_ code: String, of agency: AgencyID, _ name: String, eGovernment: Bool = false) throws -> UnitID {
            try transaction.addUnit(
                agency: agency, parent: nil, code: code, name: name, isEGovernment: eGovernment)
        }
        let eServices = try unit("VX-EX", of: taxes, "Elektron xidmətlər şöbəsi", eGovernment: true)
        let personnel = try unit("VX-KD", of: taxes, "Kadrlar şöbəsi")
        let office = try unit("SB-AP", of: sheki, "Bələdiyyə aparatı")
        let specialist = Posting(agency: taxes, unit: eServices, jobRole: "e-services-specialist")
        let head = Posting(agency: taxes, unit: personnel, jobRole: "head-of-department")
        let officer = Posting(agency: sheki, unit: office, jobRole: "municipal-officer")

        let aysel = try transaction.addPerson(
            "Məmmədova", "Aysel", patronymic: "Elçin qızı", staffNumber: "VX-0001", to: specialist)
        let rashad = try transaction.addPerson(
            "Əliyev", "Rəşad", patronymic: "Kamal oğlu", staffNumber: "VX-0002", to: head)
        let nigar = try transaction.addPerson("Quliyeva", "Nigar", staffNumber: "VX-0003", to: specialist)
        let kamran = try transaction.addPerson("Həsənov", "Kamran", staffNumber: "VX-0004", to: head)
        let leyla = try transaction.addPerson("İsmayılova", "Leyla", staffNumber: "VX-0005", to: specialist)
        let orxan = try transaction.addPerson("Qurbanlı", "Orxan", staffNumber: "SB-0001", to: officer)
        try transaction.grant(.hrOfficer, to: rashad, agency: taxes, unit: nil, deep: false)
        try transaction.grant(.reportingOfficer, to: nigar, agency: nil, unit: eServices, deep: false)
        try transaction.grant(.electronicController, to: kamran, agency: nil, unit: nil, deep: false)
        try transaction.grant(.author, to: leyla, agency: nil, unit: nil, deep: false)
        try transaction.grant(.administrator, to: orxan, agency: nil, unit: nil, deep: false)

        return Settlement(
            taxes: try found(try transaction.agency(taxes)), sheki: try found(try transaction.agency(sheki)),
            eServices: try found(try transaction.unit(eServices)),
            personnel: try found(try transaction.unit(personnel)),
            municipalOffice: try found(try transaction.unit(office)), learner: try transaction.viewer(aysel),
            hr: try transaction.viewer(rashad), reporter: try transaction.viewer(nigar),
            controller: try transaction.viewer(kamran), author: try transaction.viewer(leyla),
            administrator: try transaction.viewer(orxan))
    }
}

extension Connection {
    /// The person as they look at the system once signed in.
    package func viewer(_ id: PersonID) throws -> Viewer {
        let person = try found(try person(id))
        return Viewer(
            person: id, name: person.name, language: person.language, posting: person.posting, roles: try roles(of: id))
    }
}
