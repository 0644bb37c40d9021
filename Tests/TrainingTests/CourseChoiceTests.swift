import Competencies
import Organization
import Testing
import Training

struct CourseChoiceTests {
    private let courses = [
        course("advanced", teaches: 4, after: ["middle"]), course("begin", teaches: 1), course("middle", teaches: 2),
        course("other", teaches: 2), course("unrelated", teaches: 3, competency: "1.1"),
    ]

    @Test(
        arguments: [
            (needed: 2, held: nil, finished: [], path: [], expected: "middle"),
            (needed: 1, held: nil, finished: [], path: [], expected: "begin"),
            (needed: 2, held: nil, finished: [], path: ["other"], expected: "other"),
            (needed: 2, held: nil, finished: [], path: ["unrelated", "begin"], expected: "middle"),
            (needed: 3, held: 1, finished: [], path: [], expected: "middle"),
            (needed: 3, held: 2, finished: ["middle"], path: [], expected: "advanced"),
            (needed: 4, held: 2, finished: [], path: [], expected: "middle"),
            (needed: 4, held: 4, finished: [], path: [], expected: nil),
        ] as [(needed: Int, held: Int?, finished: Set<String>, path: [String], expected: String?)])
    func `a gap is closed by the course that goes as far as the need, once what it requires is finished`(
        needed: Int, held: Int?, finished: Set<String>, path: [String], expected: String?
    ) {
        let gap = Gap(competency: CompetencyID("4.2"), needed: Level(needed), held: held.map { Level($0) })
        #expect(courses.course(closing: gap, finished: finished, path: path)?.slug == expected)
    }

    @Test func `where no course goes far enough the farthest is taken`() {
        let few = courses.filter { $0.slug != "advanced" }
        let gap = Gap(competency: CompetencyID("4.2"), needed: Level(4), held: Level(1))
        #expect(few.course(closing: gap, finished: [], path: ["other"])?.slug == "other")
        #expect(few.course(closing: gap, finished: [])?.slug == "middle")
    }
}

private func course(
    _ slug: String, teaches level: Int, competency: String = "4.2", after prerequisites: [String] = []
) -> Course {
    Course(
        slug: slug, title: LocalizedText(az: slug, en: slug), summary: LocalizedText(az: "", en: ""), minutes: 10,
        teaches: [CompetencyID(competency): Level(level)], prerequisites: prerequisites, isOpen: true, lessons: [])
}
