import Courseware
import Foundation

/// What tells one state of the content folders from another without reading the files.
struct ContentStamp: Hashable, Codable {
    private(set) var files = 0
    private(set) var bytes = 0
    /// Nanoseconds since 1970 of whatever changed last; a folder changes when a file in it is renamed.
    private(set) var newest = 0

    init(_ folders: ContentFolders) {
        for root in [folders.courses, folders.questionBanks, folders.examBanks].compactMap({ $0 }) {
            add(root)
            let inside = FileManager.default.enumerator(atPath: root)
            while let name = inside?.nextObject() as? String { add("\(root)/\(name)") }
        }
    }

    private mutating func add(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return }
        files += 1
        bytes += Int(status.st_size)
        newest = max(newest, status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
    }
}
