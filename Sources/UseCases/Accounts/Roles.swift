package import Organization
package import Storage

extension Transaction {
    /// Gives a person a role; for the same agency it replaces what was given before.
    ///
    /// - Parameter administrator: nobody where the command line gives it.
    package func giveRole(_ grant: RoleGrant, to id: PersonID, by administrator: PersonID?) throws {
        guard let person = try person(id) else { throw AdministrationError.notFound }
        guard person.status == .active else { throw AdministrationError.personHasLeft }
        try requirePlace(of: grant)
        let held = try roleGrants(of: id).contains {
            $0.kind == grant.kind && $0.agency == grant.agency && $0.unit == grant.unit
                && $0.includesSubordinates == grant.includesSubordinates
        }
        guard !held else { return }
        _ = try revoke(grant, from: id)
        try self.grant(
            grant.kind, to: id, agency: grant.agency, unit: grant.unit, deep: grant.includesSubordinates)
        // A session that began with a password alone must not reach what asks for a second factor.
        if grant.kind.needsSecondFactor, try account(of: id)?.secondFactorSecret == nil { try endSessions(of: id) }
        try audit(.roleGranted, by: administrator, about: [id], detail: grant.detail)
    }

    /// Takes a role back; the last administrator's stays.
    package func takeRole(_ grant: RoleGrant, from id: PersonID, by administrator: PersonID?) throws {
        if grant.kind == .administrator { try requireAnotherAdministrator(than: id) }
        guard try revoke(grant, from: id) else { throw AdministrationError.notFound }
        try audit(.roleRevoked, by: administrator, about: [id], detail: grant.detail)
    }

    /// Refuses what would leave the system without anybody to administer it.
    func requireAnotherAdministrator(than id: PersonID) throws {
        let administrators = try administrators()
        guard administrators.contains(id) else { return }
        guard administrators.contains(where: { $0 != id }) else { throw AdministrationError.lastAdministrator }
    }

    private func requirePlace(of grant: RoleGrant) throws {
        switch grant.kind {
        case .hrOfficer:
            guard let agency = grant.agency else { throw AdministrationError.placeMissing }
            guard try self.agency(agency) != nil else { throw AdministrationError.notFound }
        case .reportingOfficer:
            guard let unit = grant.unit else { throw AdministrationError.placeMissing }
            guard try self.unit(unit) != nil else { throw AdministrationError.notFound }
        case .electronicController, .author, .administrator: break
        }
    }
}

extension Bilik {
    package func giveRole(_ grant: RoleGrant, to person: PersonID, by administrator: PersonID) async throws {
        try await database.write { try $0.giveRole(grant, to: person, by: administrator) }
    }

    package func takeRole(_ grant: RoleGrant, from person: PersonID, by administrator: PersonID) async throws {
        try await database.write { try $0.takeRole(grant, from: person, by: administrator) }
    }
}

extension RoleGrant {
    /// As the audit log keeps it: in machine words.
    fileprivate var detail: String {
        var words = ["role=\(kind.rawValue)"]
        if let agency { words.append("agency=\(agency)") }
        if includesSubordinates { words.append("subordinates=yes") }
        if let unit { words.append("unit=\(unit)") }
        return words.joined(separator: " ")
    }
}
