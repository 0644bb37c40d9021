import FoundationEssentials

/// A folder of the content, and how its files are called in messages.
struct Folder {
    let path: String
    /// The path from the folder that holds `courses/`.
    let name: String

    init(path: String) {
        self.path = path
        name = path.split(separator: "/").last.map(String.init) ?? path
    }

    private init(path: String, name: String) {
        self.path = path
        self.name = name
    }

    func folder(_ child: String) -> Folder { Folder(path: "\(path)/\(child)", name: "\(name)/\(child)") }

    func file(_ child: String) -> String { "\(name)/\(child)" }

    var exists: Bool { isFolder(path) }

    /// Names of the folders inside, sorted; hidden ones are nobody's business.
    var folders: [String] { children.filter { isFolder("\(path)/\($0)") } }

    /// Names of the files inside, sorted.
    var files: [String] { children.filter { !isFolder("\(path)/\($0)") } }

    /// The file's bytes, or nothing, with the fault in the log.
    func bytes(of child: String, most: Int, log: ProblemLog) -> [UInt8]? {
        let place = Place(file: file(child))
        guard let handle = FileManager.default.contents(atPath: "\(path)/\(child)") else {
            log.error(place, "the file cannot be read", mend: "check that it is there and readable")
            return nil
        }
        guard handle.count <= most else {
            log.error(place, "the file is larger than \(most / 1024) KB", mend: "split or shorten it")
            return nil
        }
        return Array(handle)
    }

    /// The file's text with plain line ends, or nothing, with the fault in the log.
    func text(of child: String, most: Int, log: ProblemLog) -> String? {
        guard let bytes = bytes(of: child, most: most, log: log) else { return nil }
        let place = Place(file: file(child))
        guard let text = String(validating: bytes, as: UTF8.self) else {
            log.error(place, "the file is not UTF-8", mend: "save it as UTF-8")
            return nil
        }
        return checked(text, place.file, log)
    }

    private func checked(_ text: String, _ file: String, _ log: ProblemLog) -> String? {
        if text.unicodeScalars.allSatisfy({ !$0.isHidden && $0 != "\u{FEFF}" }) { return text }
        var line = 1
        var clean = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\r", "\u{FEFF}": continue  // Line ends of Windows, and the mark some editors begin with.
            case "\n": line += 1
            case _ where scalar.isHidden:
                log.error(
                    Place(file: file, line: line), "the line holds the hidden character \(scalar.code)",
                    mend: "delete it")
                return nil
            default: break
            }
            clean.append(scalar)
        }
        return String(clean)
    }

    private var children: [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !$0.hasPrefix(".") }.sorted()
    }

    private func isFolder(_ path: String) -> Bool {
        var isDirectory = false
        return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
    }
}
