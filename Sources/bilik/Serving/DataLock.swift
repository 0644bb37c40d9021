import Foundation

/// Says to other commands that a server, or a command that replaces the database, holds the data folder.
///
/// The system takes the lock away when the process ends, however it ends: none is ever left behind.
final class DataLock: Sendable {
    private let descriptor: Int32

    /// Refuses where another process holds the folder.
    init(_ folder: DataFolder) throws {
        let path = folder.path + "/bilik.lock"
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else {
            throw CommandFailure("The lock \(path) cannot be made: check the rights of the data folder.")
        }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
            close(descriptor)
            throw CommandFailure(
                "Another `bilik` holds the data folder \(folder.path): stop the server, or wait until the command ends."
            )
        }
    }

    deinit { close(descriptor) }
}
