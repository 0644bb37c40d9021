import Competencies
import Organization
import Training

/// One lesson in one language, as its file says it.
struct LessonFile {
    struct Check: Hashable {
        let id: QuestionID
        let place: Place
    }

    let file: String
    let title: String
    let minutes: Int
    let competency: CompetencyID?
    let body: [Lesson.Part]
    let checks: [Check]

    /// Nothing when the file has faults.
    static func read(
        _ text: String, file: String, names: FrameworkNames, markdown: Markdown, log: ProblemLog
    ) -> LessonFile? {
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard lines.first == "---", let end = lines.dropFirst().firstIndex(of: "---") else {
            log.error(
                Place(file: file, line: 1), "the lesson has no front matter",
                mend: "begin with a line ---, title: … and minutes: …, and a line ---")
            return nil
        }
        let header = yamlDocument(lines[1..<end].joined(separator: "\n"), file: file, lineOffset: 1, log: log)
        let keys = header?.named("the front matter").mapping(of: ["title", "minutes", "competency"])
        let title = keys?.required("title", like: "…")?.text()
        let minutes = keys?.required("minutes", like: "8")?.whole(in: 1...120)
        let competencyValue = keys?.optional("competency")
        let competency = competencyValue.flatMap(names.competency)

        let rendered = markdown.blocks(lines[(end + 1)...].joined(separator: "\n"))
        let firstLine = end + 2
        log.take(rendered.findings, in: file, firstLine: firstLine)
        guard let title, let minutes, (competency == nil) == (competencyValue == nil),
            !rendered.findings.contains(where: { $0.severity == .error })
        else { return nil }
        return LessonFile(
            file: file, title: title, minutes: minutes, competency: competency,
            body: rendered.segments.map { segment in
                switch segment {
                case .html(let html): .html(html)
                case .check(let id, _): .check(id)
                }
            },
            checks: rendered.segments.compactMap { segment in
                guard case .check(let id, let line) = segment else { return nil }
                return Check(id: id, place: Place(file: file, line: firstLine + line - 1))
            })
    }
}
