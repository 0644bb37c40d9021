import Storage

/// How a database's schema compares with the one that this program knows.
struct SchemaVersion {
    let number: Int
    private let file: String

    init(of database: Database, file: String) async throws {
        self.file = file
        do {
            number = try await Migrator.version(of: database)
        } catch {
            throw CommandFailure(
                "\(file) is no database, or it is damaged (\(error)): restore a backup with `bilik restore`.")
        }
    }

    /// A newer program's rules are not known here: working on its data would break them.
    func requireNotNewer() throws {
        guard number <= Migrator.newest else {
            throw CommandFailure(
                "\(file) was written by a newer program (schema \(number); this program knows \(Migrator.newest)): "
                    + "install that program, or restore a backup made before the upgrade.")
        }
    }

    func requireNewest() throws {
        try requireNotNewer()
        guard number == Migrator.newest else {
            throw CommandFailure(
                "\(file) has schema \(number) and this program needs \(Migrator.newest): run `bilik migrate` first.")
        }
    }
}
