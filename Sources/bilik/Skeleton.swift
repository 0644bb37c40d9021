import Foundation

/// New files of the content, none of which replaces one that is there.
struct Skeleton {
    private var files: [(path: String, text: String)] = []

    mutating func add(_ path: String, _ text: String) { files.append((path, text)) }

    /// Writes all of them, or nothing where one is there already.
    func write() throws {
        for file in files where FileManager.default.fileExists(atPath: file.path) {
            throw CommandFailure("\(file.path) is there already and is not overwritten: choose another name.")
        }
        for file in files {
            do {
                try FileManager.default.createDirectory(
                    atPath: (file.path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
                try Data(file.text.utf8).write(to: URL(fileURLWithPath: file.path), options: .withoutOverwriting)
            } catch {
                throw CommandFailure("\(file.path) cannot be written: check the rights of its folder.")
            }
            StandardOutput.write(file.path)
        }
    }

    /// Names of courses and lessons are parts of addresses.
    static func requireSlug(_ name: String) throws {
        let isSlug =
            !name.isEmpty && name.utf8.count <= 60 && !name.hasPrefix("-") && !name.hasSuffix("-")
            && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == 45 }
        guard isSlug else {
            throw CommandFailure(
                "“\(name)” is no name for a folder or file: use small letters a–z, digits and hyphens.")
        }
    }

    static func lesson(title: String, competency: String, language: String) -> String {
        let body =
            language == "az"
            ? "Dərsin mətni: iş günündən bir səhnə ilə başlayın.\n\n```note\n**Yadda saxlayın**\n\nƏsas fikir bir cümlədə.\n```\n"
            : "The lesson's text: begin with a scene from a working day.\n\n```note\n**Remember**\n\nThe main thought in one sentence.\n```\n"
        return "---\ntitle: \(title)\nminutes: 10\ncompetency: \"\(competency)\"\n---\n\(body)"
    }
}
