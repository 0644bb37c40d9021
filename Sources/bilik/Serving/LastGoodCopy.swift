import Courseware
import Foundation

/// A copy of the content folders as they last were without fault, to start from when the files have become broken.
///
/// The exam questions are copied too, so the copy is as secret as they are: all of it is the service's alone.
struct LastGoodCopy {
    let path: String

    private var stampFile: String { path + "/stamp.json" }

    /// When the copy was read from its folders; nothing where there is no copy.
    var date: Date? {
        let attributes = try? FileManager.default.attributesOfItem(atPath: stampFile)
        return attributes?[.modificationDate] as? Date
    }

    /// The copy's folders, where it can stand in for these.
    ///
    /// A copy made with the exam questions of the repository never stands in for a state's own: their keys are public.
    func folders(insteadOf folders: ContentFolders) -> ContentFolders? {
        let exam = path + "/exam-banks"
        let hasOwn = FileManager.default.fileExists(atPath: exam)
        guard date != nil, hasOwn == (folders.examBanks != nil) else { return nil }
        return ContentFolders(
            courses: path + "/courses", questionBanks: path + "/question-banks", examBanks: hasOwn ? exam : nil)
    }

    /// Takes a copy of folders that have just been read without fault, unless this is it already.
    ///
    /// - Parameter stamp: the folders as they were before they were read; where they have changed since, the copy
    ///   would not be what was checked, and is not kept.
    func take(_ folders: ContentFolders, stamp: ContentStamp) throws {
        let encoded = try JSONEncoder().encode(stamp)
        if let known = FileManager.default.contents(atPath: stampFile),
            let knownStamp = try? JSONDecoder().decode(ContentStamp.self, from: known), knownStamp == stamp
        {
            return
        }
        let files = FileManager.default
        let (fresh, old) = (path + ".new", path + ".old")
        for leftover in [fresh, old] where files.fileExists(atPath: leftover) { try files.removeItem(atPath: leftover) }
        try makeFolder(fresh)
        try copy(folders.courses, to: fresh + "/courses")
        try copy(folders.questionBanks, to: fresh + "/question-banks")
        if let exam = folders.examBanks { try copy(exam, to: fresh + "/exam-banks") }
        guard ContentStamp(folders) == stamp else { return try files.removeItem(atPath: fresh) }
        try write(encoded, to: fresh + "/stamp.json")
        if files.fileExists(atPath: path) { try files.moveItem(atPath: path, toPath: old) }
        try files.moveItem(atPath: fresh, toPath: path)
        if files.fileExists(atPath: old) { try files.removeItem(atPath: old) }
    }

    private func copy(_ source: String, to target: String) throws {
        try makeFolder(target)
        for name in try FileManager.default.contentsOfDirectory(atPath: source) where !name.hasPrefix(".") {
            let (from, to) = ("\(source)/\(name)", "\(target)/\(name)")
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: from, isDirectory: &isFolder) else { continue }
            if isFolder.boolValue {
                try copy(from, to: to)
            } else {
                guard let data = FileManager.default.contents(atPath: from) else {
                    throw CommandFailure("\(from) cannot be read: check its rights.")
                }
                try write(data, to: to)
            }
        }
    }

    private func makeFolder(_ path: String) throws {
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    }

    private func write(_ data: Data, to path: String) throws {
        guard FileManager.default.createFile(atPath: path, contents: data, attributes: [.posixPermissions: 0o600])
        else { throw CommandFailure("\(path) cannot be written: check the room on the disk.") }
    }
}
