extension Connection {
    /// What the engine finds damaged in the file; nothing where it is whole.
    package func integrityFaults() throws -> [String] {
        let found: [String] = try values("PRAGMA integrity_check(5)")
        let orphans = try all("PRAGMA foreign_key_check") { try $0[0] as String }
        return found.filter { $0 != "ok" } + Set(orphans).sorted().map { "\($0) points to rows that are not there" }
    }
}
