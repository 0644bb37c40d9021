/// The files of all courses: what a relative address can lead to.
struct CourseShelf: Sendable {
    struct Files: Sendable {
        /// File names without `.md`, of either language.
        var lessons: Set<String> = []
        var figures: [String: Figure] = [:]
        /// All files of `files/`, the refused ones too.
        var figureNames: Set<String> = []
    }

    let filesByCourse: [String: Files]

    /// A renderer for a text that lies in `folder`, a path such as `courses/personal-data-security/az`.
    func markdown(in folder: String, allowsChecks: Bool = false, glossary: GlossaryLinker? = nil) -> Markdown {
        Markdown(allowsChecks: allowsChecks, glossary: glossary) { address in target(of: address, from: folder) }
    }

    /// The parts of the path of a file inside the content, or nothing when the address leads out of it.
    static func path(of address: String, from folder: String) -> [String]? {
        var parts = folder.split(separator: "/").map(String.init)
        for part in address.split(separator: "/", omittingEmptySubsequences: false) {
            switch part {
            case ".": continue
            case "..":
                guard parts.popLast() != nil else { return nil }
            default: parts.append(String(part))
            }
        }
        return parts
    }

    private func target(of address: String, from folder: String) -> Markdown.Target {
        let outside = "write a path to a lesson or a figure of a course"
        guard let path = Self.path(of: address, from: folder), path.count >= 3, path[0] == "courses" else {
            return .missing(mend: outside)
        }
        guard let files = filesByCourse[path[1]] else {
            return .missing(
                mend: mend(for: path[1], among: filesByCourse.keys, otherwise: "no course has the slug `\(path[1])`"))
        }
        if path.count == 3, path[2] == "course.yml" { return .page(CourseAddress.course(path[1])) }
        guard path.count == 4 else { return .missing(mend: outside) }
        switch path[2] {
        case "files":
            if let figure = files.figures[path[3]] {
                return .figure(
                    address: CourseAddress.figure(path[3], of: path[1]), width: figure.width, height: figure.height)
            }
            let isBroken = files.figureNames.contains(path[3])
            return .missing(
                mend: isBroken
                    ? "mend the file first"
                    : mend(for: path[3], among: files.figureNames, otherwise: "put it into courses/\(path[1])/files/"))
        case "az", "en":
            guard path[3].hasSuffix(".md"), files.lessons.contains(String(path[3].dropLast(3))) else {
                let names = files.lessons.map { "\($0).md" }
                return .missing(mend: mend(for: path[3], among: names, otherwise: "no lesson has this file name"))
            }
            return .page(CourseAddress.lesson(String(path[3].dropLast(3)), of: path[1]))
        default:
            return .missing(mend: outside)
        }
    }
}

/// Where the site explains terms: rendered lessons hold these addresses.
package enum GlossaryAddress {
    package static let all = "/glossary"

    package static func term(_ id: String) -> String { "/glossary/\(id)" }
}

/// Where the site shows courses: rendered lessons hold these addresses, and the routes must answer them.
package enum CourseAddress {
    package static func course(_ slug: String) -> String { "/courses/\(slug)" }

    package static func lesson(_ lesson: String, of course: String) -> String { "/courses/\(course)/\(lesson)" }

    package static func figure(_ name: String, of course: String) -> String { "/courses/\(course)/files/\(name)" }
}
