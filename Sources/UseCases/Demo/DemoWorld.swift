import AdaptiveTesting
package import Courseware
package import FoundationEssentials
import Organization
package import Storage

/// The world of `bilik demo`: agencies, people and two years of their training, made from a seed by the program's rules.
///
/// The same seed and the same present give the same counts. Only the codes on the certificates differ, for nobody may be
/// able to guess them.
package enum DemoWorld {
    /// Fills an empty, migrated database; open it without durability, for a broken build is simply begun anew.
    ///
    /// - Parameters:
    ///   - people: how many persons there are, the leavers and the six accounts among them.
    ///   - passwordHash: the stored hash of the one password of the six accounts.
    ///   - now: the present, at which the history ends.
    ///   - progress: told after each step how much is done, 0 to 1.
    package static func build(
        people: Int = 1200, seed: UInt64 = 2026, in database: Database, content: Content, passwordHash: String,
        now: Date, progress: @Sendable (Double) -> Void = { _ in }
    ) async throws -> DemoWorldSummary {
        var generator = SeededGenerator(seed: seed)
        let calendar = DemoCalendar(now: now, zone: database.zone)
        let truth = try DemoTruth(content, using: &generator)
        var staff = DemoStaff(calendar: calendar, content: content, using: &generator)
        let lives = staff.lives(max(people, DemoStaff.fewest))

        let (agencies, units) = try await database.write { try $0.at(now).addDemoAgencies() }
        var stage = DemoStage(
            content: content, calendar: calendar, truth: truth, agencies: agencies, units: units)

        // The HR officers come first and by themselves: they assign the others their courses.
        let officers = lives.filter(\.isPersonnelOfficer)
        var residents = try await live(officers, on: stage, in: database)
        for officer in residents { stage.personnelOfficers[officer.agency] = officer.person }
        let others = lives.filter { !$0.isPersonnelOfficer }
        for start in stride(from: 0, to: others.count, by: peopleAtOnce) {
            residents += try await live(
                Array(others[start..<min(start + peopleAtOnce, others.count)]), on: stage, in: database)
            progress(0.97 * Double(residents.count) / Double(lives.count))
        }

        var looks = DemoLooks(residents, on: calendar, using: &generator)
        let (entries, built, inhabitants) = (looks.entries(), stage, residents)
        let summary = try await database.write { transaction in
            try transaction.grantDemoRoles(to: inhabitants, passwordHash: passwordHash, on: built)
            for entry in entries {
                try transaction.at(entry.at).audit(
                    entry.action, by: entry.actor, about: entry.subjects, purpose: entry.purpose, detail: entry.detail)
            }
            return try DemoWorldSummary(of: transaction.at(now))
        }
        progress(1)
        return summary
    }

    /// Lives in one transaction: enough that its cost does not count, few enough that progress shows.
    private static let peopleAtOnce = 50

    private static func live(
        _ lives: [DemoLife], on stage: DemoStage, in database: Database
    ) async throws -> [DemoResident] {
        try await database.write { transaction in
            try lives.map { life in
                var history = try DemoHistory(life, in: transaction, on: stage)
                return try history.run()
            }
        }
    }
}

extension Transaction {
    /// Gives the six their accounts, and them and the HR officers their roles.
    fileprivate func grantDemoRoles(
        to residents: [DemoResident], passwordHash: String, on stage: DemoStage
    ) throws {
        let beginning = at(stage.calendar.morning(of: stage.calendar.begin.adding(days: 3)))
        for resident in residents {
            if let account = resident.account {
                try beginning.setPassword(of: resident.person, userName: account.userName, hash: passwordHash)
            }
            let role = resident.account?.role ?? (resident.isPersonnelOfficer ? .hrOfficer : nil)
            guard let role else { continue }
            try beginning.grant(
                role, to: resident.person, agency: role == .hrOfficer ? stage.agencies[resident.agency] : nil,
                unit: role == .reportingOfficer ? stage.units[resident.unit] : nil,
                deep: resident.account == .hr)
        }
    }
}
