import Foundation
import Organization
import Storage
import TestSupport
import UseCases

/// The small world in the folder `data` of a program, closed: whoever looks opens it for a moment.
struct WorldOnDisk {
    private let file: String

    init(in program: Program) async throws {
        let folder = program.path("data")
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        file = folder + "/bilik.sqlite"
        let world = try await SmallWorld(file: file)
        let (hr, learner) = (world.hr.person, world.learner.person)
        try await world.database.write { transaction in
            for _ in 0..<5 { try transaction.audit(.personViewed, by: hr, about: [learner], purpose: "hr:staff") }
        }
        try world.database.close()
    }

    func people() async throws -> Int { try await read { try $0.value("SELECT count(*) FROM person") ?? 0 } }

    func entries() async throws -> Int { try await read { try $0.value("SELECT count(*) FROM audit_entry") ?? 0 } }

    func sessions() async throws -> Int { try await read { try $0.value("SELECT count(*) FROM session") ?? 0 } }

    func read<Value: Sendable>(_ body: @escaping @Sendable (Connection) throws -> Value) async throws -> Value {
        try await Self.read(file, body)
    }

    static func read<Value: Sendable>(
        _ file: String, _ body: @escaping @Sendable (Connection) throws -> Value
    ) async throws -> Value {
        let database = try open(file)
        let value = try await database.read(body)
        try database.close()
        return value
    }

    func change(_ script: String) async throws {
        let database = try Self.open(file)
        try await database.write { try $0.runScript(script) }
        try database.close()
    }

    func write(_ body: @escaping @Sendable (Transaction) throws -> Void) async throws {
        let database = try Self.open(file)
        try await database.write(body)
        try database.close()
    }

    private static func open(_ file: String) throws -> Database {
        try Database(file: file, zone: try found(TimeZone(identifier: "Asia/Baku")), clock: { Date() })
    }
}
