package import FoundationEssentials
import GRDB
package import Organization

/// The program's database: SQLite in one file, readers beside one writer.
package final class Database: Sendable {
    package enum Durability: Sendable {
        /// Every commit is on the disk before it is acknowledged.
        case everyCommit
        /// For building a world that can be built again.
        case none
    }

    package let zone: TimeZone
    private let clock: @Sendable () -> Date
    private let engine: any DatabaseWriter
    private let writes: WriteQueue
    private let kept = FrozenValues()

    /// Opens the file, creating it where there is none.
    ///
    /// The schema is made by `migrate`.
    package convenience init(
        file: String, durability: Durability = .everyCommit, zone: TimeZone, clock: @escaping @Sendable () -> Date
    ) throws {
        var configuration = Self.configuration
        configuration.maximumReaderCount = 8
        let pool = try DatabasePool(path: file, configuration: configuration)
        // GRDB sets NORMAL on the writer after the configuration ran, so this comes once the pool is open.
        try pool.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA synchronous = \(durability == .everyCommit ? "FULL" : "OFF")")
        }
        self.init(engine: pool, zone: zone, clock: clock)
    }

    /// A database in memory, for tests.
    package convenience init(inMemoryIn zone: TimeZone, clock: @escaping @Sendable () -> Date) throws {
        self.init(engine: try DatabaseQueue(configuration: Self.configuration), zone: zone, clock: clock)
    }

    private init(engine: any DatabaseWriter, zone: TimeZone, clock: @escaping @Sendable () -> Date) {
        self.engine = engine
        self.zone = zone
        self.clock = clock
        writes = WriteQueue(engine: engine, kept: kept, zone: zone, clock: clock)
    }

    /// The date on the state's clocks.
    package var today: Day { Day(of: clock(), in: zone) }

    /// One consistent view, for queries of a millisecond: they run on the caller's thread, which costs less than
    /// changing to another.
    ///
    /// Any number of readers work beside each other and beside the writer.
    package func read<Value>(_ body: (Connection) throws -> Value) async throws -> Value {
        let (kept, zone, now) = (kept, zone, clock())
        return try readHere { try body($0.connection(kept: kept, now: now, zone: zone)) }
    }

    /// The same for what takes longer (an overview, an export): on a thread of its own, holding up nobody else.
    package func readApart<Value: Sendable>(
        _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        let (kept, zone, now) = (kept, zone, clock())
        return try await engine.read { try body($0.connection(kept: kept, now: now, zone: zone)) }
    }

    /// In a function that is not asynchronous, since there GRDB's synchronous `read` is the one that is found.
    private func readHere<Value>(_ body: (GRDB.Database) throws -> Value) throws -> Value { try engine.read(body) }

    /// One use case: all of `body` or nothing of it.
    ///
    /// Answers once the commit is as durable as the database promises.
    package func write<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value
    ) async throws -> Value {
        try await withCheckedThrowingContinuation { continuation in
            writes.add(body) { continuation.resume(with: $0) }
        }
    }

    /// What the writer's pragma reads: 0 off, 1 normal, 2 full.
    package var synchronous: Int {
        get throws { try engine.writeWithoutTransaction { try Int.fetchOne($0, sql: "PRAGMA synchronous") ?? -1 } }
    }

    /// Writes a consistent copy of the whole database to a new file, beside readers and the writer.
    package func copy(to file: String) async throws {
        try await engine.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM INTO ?", arguments: [file])
        }
    }

    /// Finishes what runs and closes the file.
    package func close() throws {
        writes.drain()
        // The last connection to close is a reader, which cannot fold the log back: without this the file alone would
        // lack what was written last.
        try engine.writeWithoutTransaction { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try engine.close()
    }

    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.foreignKeysEnabled = true
        return configuration
    }
}
