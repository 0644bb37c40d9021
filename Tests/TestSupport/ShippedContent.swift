package import Courseware

/// The courses and question banks of this repository, read once for all tests.
package enum ShippedContent {
    package struct Fault: Error, CustomStringConvertible {
        package let problems: [ContentProblem]

        package var description: String { problems.map(\.description).joined(separator: "\n") }
    }

    private static let loaded = ContentLoader.load(
        ContentFolders(courses: "\(root)/courses", questionBanks: "\(root)/question-banks"))

    package static func load() throws -> Content {
        guard let content = loaded.content else { throw Fault(problems: loaded.problems) }
        return content
    }

    /// The top of the repository: three steps up from this file.
    private static var root: String {
        "/" + #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    }
}
