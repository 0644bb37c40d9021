import Courseware
import Testing

struct RepositoryContentTests {
    @Test func `the content of the repository has no faults`() throws {
        let parts = #filePath.split(separator: "/").dropLast(3)
        let root = "/" + parts.joined(separator: "/")
        let (content, problems) = ContentLoader.load(
            ContentFolders(courses: root + "/courses", questionBanks: root + "/question-banks"))

        #expect(problems.map(\.description) == [])
        #expect(try #require(content).courses.isEmpty == false)
    }
}
