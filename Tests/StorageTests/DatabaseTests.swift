import FoundationEssentials
import Glibc
import Organization
import Storage
import TestSupport
import Testing

@Suite struct DatabaseTests {
    @Test func `every commit is on the disk before it is acknowledged`() async throws {
        try await withFile { file in
            let database = try open(file, durability: .everyCommit)
            #expect(try database.synchronous == 2)
            try await Migrator.migrate(database)
            #expect(try database.synchronous == 2)
            try database.close()
        }
    }

    @Test func `a world that can be built again is not flushed`() async throws {
        try await withFile { file in
            let database = try open(file, durability: .none)
            #expect(try database.synchronous == 0)
            try database.close()
        }
    }

    @Test func `a write that fails undoes itself alone`() async throws {
        try await withFile { file in
            let world = try await SmallWorld(file: file)
            let posting = world.learner.posting

            // The first write holds the writer until the others have lined up behind it.
            let outcomes = await withTaskGroup(of: (Int, Bool).self) { group in
                for number in 0..<48 {
                    group.addTask {
                        let wrote: Void? = try? await world.database.write { transaction in
                            if number == 0 { usleep(50_000) }
                            try transaction.addPerson(
                                "Qonşu \(number)", "Test", staffNumber: "N-\(number)", to: posting)
                            if number % 3 == 1 {
                                try transaction.addPerson(
                                    "Qonşu \(number)", "Test", staffNumber: "N-\(number)", to: posting)
                            }
                            if number % 3 == 2 { throw NotFound() }
                        }
                        return (number, wrote != nil)
                    }
                }
                return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            }
            let there = try await world.database.read {
                Set(try $0.values("SELECT staff_number FROM person WHERE staff_number LIKE 'N-%'", as: String.self))
            }

            let whole = (0..<48).filter { $0 % 3 == 0 }
            #expect(Set(outcomes.filter(\.value).keys) == Set(whole))
            #expect(there == Set(whole.map { "N-\($0)" }))
            try world.database.close()
        }
    }

    @Test func `a broken rule of the schema undoes the whole write`() async throws {
        let world = try await SmallWorld()
        let taxes = world.taxes.id

        await #expect(throws: (any Error).self) {
            try await world.database.write { transaction in
                _ = try transaction.addUnit(
                    agency: taxes, parent: nil, code: "VX-NEW", name: "Yeni", isEGovernment: false)
                _ = try transaction.addUnit(
                    agency: AgencyID(999), parent: nil, code: "XX", name: "Heç kimin", isEGovernment: false)
            }
        }

        #expect(try await world.database.read { try $0.unit(code: "VX-NEW") } == nil)
    }

    @Test func `migrating twice changes nothing`() async throws {
        let world = try await SmallWorld()

        #expect(try await Migrator.migrate(world.database).isEmpty)
        #expect(try await Migrator.version(of: world.database) == Migrator.newest)
    }

    @Test func `a database of a newer program is refused`() async throws {
        let world = try await SmallWorld()
        let future = Migrator.newest + 1
        try await world.on {
            try $0.run("INSERT INTO schema_step (number, name, at) VALUES (\(future), 'future', 0)")
        }

        await #expect(
            throws: Migrator.MigrationError.databaseIsNewer(database: future, program: Migrator.newest)
        ) {
            try await Migrator.migrate(world.database)
        }
    }

    @Test func `what is typed is a value and never part of a statement`() async throws {
        let world = try await SmallWorld()
        let name = "x'); DROP TABLE person; --"
        let posting = world.learner.posting
        try await world.on { try $0.addPerson(name, "Test", staffNumber: "Q-1", to: posting) }

        #expect(try await world.database.read { try $0.person(staffNumber: "Q-1") }?.name.family == name)
    }

    private func open(_ file: String, durability: Database.Durability) throws -> Database {
        try Database(file: file, durability: durability, zone: try found(TimeZone(identifier: "Asia/Baku"))) {
            Date(timeIntervalSince1970: 1_772_000_000)
        }
    }

    private func withFile(_ body: (String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "bilik-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder.appending(path: "bilik.sqlite").path)
    }
}
