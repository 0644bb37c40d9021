import FoundationEssentials

/// Brings a database's schema to what this program knows, one numbered step at a time.
package enum Migrator {
    package enum MigrationError: Error, Equatable {
        /// The database was written by a newer program, whose rules this one does not know.
        case databaseIsNewer(database: Int, program: Int)
    }

    private struct Step {
        let name: String
        let script: String
    }

    private static let steps = [Step(name: "first", script: firstSchema)]

    package static var newest: Int { steps.count }

    /// The number of the last step that the database has taken; 0 of an empty one.
    package static func version(of database: Database) async throws -> Int {
        try await database.read { connection in
            guard try connection.exists("SELECT 1 FROM sqlite_master WHERE name = 'schema_step'") else { return 0 }
            return try connection.value("SELECT coalesce(max(number), 0) FROM schema_step") ?? 0
        }
    }

    /// Takes the steps that are missing; answers their names.
    @discardableResult
    package static func migrate(_ database: Database) async throws -> [String] {
        let version = try await version(of: database)
        guard version <= newest else { throw MigrationError.databaseIsNewer(database: version, program: newest) }
        let missing = Array(steps.dropFirst(version))
        guard !missing.isEmpty else { return [] }
        try await database.write { transaction in
            if version == 0 {
                try transaction.runScript(
                    "CREATE TABLE schema_step (number INTEGER PRIMARY KEY, name TEXT NOT NULL, at INTEGER NOT NULL)")
            }
            for (offset, step) in missing.enumerated() {
                try transaction.runScript(step.script)
                try transaction.run(
                    """
                    INSERT INTO schema_step (number, name, at)
                    VALUES (\(version + offset + 1), \(step.name), \(transaction.now))
                    """)
            }
        }
        return missing.map(\.name)
    }
}
