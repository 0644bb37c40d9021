import Competencies
import Organization
import Training
import Yams

/// Reads one course: its `course.yml` and its lessons in both languages.
struct CourseReader {
    let folder: Folder
    let slug: String
    let shelf: CourseShelf
    let names: FrameworkNames
    let questions: [QuestionID: QuestionBankReader.Declaration]
    let glossaries: [ContentLanguage: GlossaryLinker]
    let log: ProblemLog

    private struct Header {
        let title: LocalizedText
        let summary: LocalizedText
        let minutes: Int
        let minutesPlace: Place
        let teaches: [CompetencyID: Level]
        let isOpen: Bool
    }

    /// The course, and the prerequisites that it names whether or not it has faults.
    func read() -> (course: Course?, prerequisites: [YAMLValue]) {
        var prerequisites: [YAMLValue] = []
        var header: Header?
        if folder.files.contains("course.yml") {
            if let text = folder.text(of: "course.yml", most: 65_536, log: log),
                let file = yamlDocument(text, file: folder.file("course.yml"), log: log)
            {
                (header, prerequisites) = self.header(file)
            }
        } else {
            log.error(Place(file: folder.file("course.yml")), "the course has no course.yml", mend: "write it")
        }
        let lessons = lessons()
        guard let header, let lessons else { return (nil, prerequisites) }
        let minutes = lessons.reduce(0) { $0 + $1.minutes }
        if header.minutes != minutes {
            log.error(
                header.minutesPlace, "the course says \(header.minutes) minutes, its lessons take \(minutes)",
                mend: "write `minutes: \(minutes)`")
        }
        for lesson in lessons where lesson.competency.map({ header.teaches[$0] == nil }) ?? false {
            log.warning(
                Place(file: folder.file("az/\(lesson.slug).md")),
                "the lesson's competency is not among those that the course teaches",
                mend: "add it to `teaches` in course.yml")
        }
        let course = Course(
            slug: slug, title: header.title, summary: header.summary, minutes: header.minutes, teaches: header.teaches,
            prerequisites: prerequisites.compactMap { $0.node.scalar?.string }, isOpen: header.isOpen, lessons: lessons)
        return (course, prerequisites)
    }

    private func header(_ file: YAMLValue) -> (Header?, prerequisites: [YAMLValue]) {
        let known = ["title", "summary", "minutes", "teaches", "prerequisites", "open"]
        guard let keys = file.mapping(of: known) else { return (nil, []) }
        let title = keys.required("title", like: "{az: …, en: …}")?.localizedText()
        let summary = keys.required("summary", like: "{az: …, en: …}")?.localizedText()
        let minutesValue = keys.required("minutes", like: "75")
        let minutes = minutesValue?.whole(in: 1...6000)
        let teaches = keys.required("teaches", like: "{\"4.2\": 2}").flatMap(names.levelByCompetency)
        let isOpen = keys.required("open", like: "true")?.truth()
        let slugs = Set(shelf.filesByCourse.keys)
        let prerequisites = keys.required("prerequisites", like: "[]")?.items(of: "courses")
        let valid = prerequisites?.filter { $0.courseSlug(among: slugs) != nil }
        guard let title, let summary, let minutesValue, let minutes, let teaches, let isOpen, let prerequisites,
            prerequisites.count == valid?.count
        else { return (nil, valid ?? []) }
        let header = Header(
            title: title, summary: summary, minutes: minutes, minutesPlace: minutesValue.place, teaches: teaches,
            isOpen: isOpen)
        return (header, prerequisites)
    }

    /// Nothing when a lesson has faults.
    private func lessons() -> [Lesson]? {
        let names = (shelf.filesByCourse[slug]?.lessons ?? []).sorted()
        guard !names.isEmpty else {
            log.error(Place(file: folder.name), "the course has no lessons", mend: "write az/01-….md and en/01-….md")
            return nil
        }
        var seen: [Substring: String] = [:]
        for name in names {
            if let other = seen.updateValue(name, forKey: name.prefix(2)) {
                log.error(
                    Place(file: folder.file("az/\(name).md")), "the lessons \(other) and \(name) have the same number",
                    mend: "number the lessons 01, 02, … in reading order")
            }
        }
        let lessons = names.enumerated().map { index, name in lesson(name, number: index + 1) }
        return lessons.contains(nil) ? nil : lessons.compactMap { $0 }
    }

    private func lesson(_ name: String, number: Int) -> Lesson? {
        let az = lessonFile(name, .az)
        let en = lessonFile(name, .en)
        guard let az, let en else { return nil }
        if az.minutes != en.minutes || az.competency != en.competency {
            log.error(
                Place(file: en.file, line: 1), "minutes or competency are not those of the Azerbaijani lesson",
                mend: "write the same in both")
        }
        if az.checks.map(\.id) != en.checks.map(\.id) {
            let at = zip(az.checks, en.checks).first { $0.id != $1.id }?.1.place ?? en.checks.last?.place
            let wanted = az.checks.isEmpty ? "none" : az.checks.map(\.id.value).joined(separator: ", ")
            log.error(
                at ?? Place(file: en.file), "the checks are not those of the Azerbaijani lesson",
                mend: "name there, in this order: \(wanted)")
        }
        return Lesson(
            slug: name, number: number, title: LocalizedText(az: az.title, en: en.title), minutes: az.minutes,
            competency: az.competency, body: [.az: az.body, .en: en.body], checks: az.checks.map(\.id))
    }

    private func lessonFile(_ name: String, _ language: ContentLanguage) -> LessonFile? {
        let folder = folder.folder(language.rawValue)
        guard folder.files.contains("\(name).md") else {
            log.error(
                Place(file: folder.file("\(name).md")), "the lesson is missing in this language",
                mend: "translate its twin")
            return nil
        }
        guard let text = folder.text(of: "\(name).md", most: Markdown.mostBytes, log: log) else { return nil }
        let markdown = shelf.markdown(
            in: "courses/\(slug)/\(language.rawValue)", allowsChecks: true,
            glossary: glossaries[language])
        let lesson = LessonFile.read(
            text, file: folder.file("\(name).md"), names: names, markdown: markdown, log: log)
        var seen: Set<QuestionID> = []
        for check in lesson?.checks ?? [] {
            examine(check)
            if !seen.insert(check.id).inserted {
                log.error(check.place, "the lesson asks \(check.id) twice", mend: "name another question")
            }
        }
        return lesson
    }

    private func examine(_ check: LessonFile.Check) {
        guard let declaration = questions[check.id] else {
            let practice = questions.filter { $0.value.use == .practice }.keys.map(\.value)
            log.error(
                check.place, "there is no question \(check.id)",
                mend: mend(for: check.id.value, among: practice, otherwise: "name a practice question of a bank"))
            return
        }
        if declaration.use == .exam {
            log.error(
                check.place, "\(check.id) is an exam question",
                mend: "name one with `use: practice`: a lesson shows the key")
        }
    }
}
