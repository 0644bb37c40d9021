import AdaptiveTesting
import Assessment
import Competencies
import Organization
import Training
import Yams

/// Reads all of the content and names every fault in it.
package enum ContentLoader {
    /// - Returns: the content when nothing but warnings was found, and all problems in the order of files and lines.
    package static func load(_ folders: ContentFolders) -> (content: Content?, problems: [ContentProblem]) {
        var reading = ContentReading(folders)
        let content = reading.content()
        return (reading.log.hasErrors ? nil : content, reading.log.problems)
    }
}

/// One reading of the folders: what refers to what decides the order.
private struct ContentReading {
    /// The longest YAML file that is read, in bytes; a bank of a thousand questions is about a third of it.
    private static let mostBytes = 8 << 20

    let log = ProblemLog()
    private let courses: Folder
    private let questionBanks: Folder
    private let examBanks: Folder?
    private var declarations: [QuestionID: QuestionBankReader.Declaration] = [:]

    init(_ folders: ContentFolders) {
        courses = Folder(path: folders.courses)
        questionBanks = Folder(path: folders.questionBanks)
        examBanks = folders.examBanks.map(Folder.init(path:))
    }

    mutating func content() -> Content? {
        let missing = [courses, questionBanks, examBanks].compactMap { $0 }.filter { !$0.exists }
        for folder in missing {
            log.error(Place(file: folder.name), "there is no folder \(folder.path)", mend: "create it or name another")
        }
        guard missing.isEmpty else { return nil }

        let shelf = CourseShelfReader(courses: courses, log: log).read()
        let (framework, names) = yaml("framework.yml").map(FrameworkReader.read) ?? (nil, .unknown)
        let banksHaveFaults = !readBanks(names: names, shelf: shelf)
        let questions = declarations.compactMapValues { $0.isPassedOver ? nil : $0.question }
        refuseGivenAway(questions)
        let glossary =
            courses.files.contains("glossary.yml") ? yaml("glossary.yml").map(GlossaryReader.glossary) : .empty
        let courses = readCourses(shelf: shelf, names: names, glossary: glossary ?? .empty)
        let items = banksHaveFaults ? nil : framework.flatMap { examItems(questions, $0) }
        let certificationReader = CertificationReader(
            names: names, courseSlugs: Set(shelf.filesByCourse.keys), examItems: items)
        let certifications = yaml("certifications.yml").map(certificationReader.certifications)
        let jobRoles = yaml("job-roles.yml").map(
            JobRoleReader(names: names, courseSlugs: Set(shelf.filesByCourse.keys), courses: courses).jobRoles)
        guard let framework, let certifications, let jobRoles, let glossary else { return nil }
        return Content(
            framework: framework, certifications: certifications, jobRoles: jobRoles, courses: courses,
            questions: questions, figures: shelf.filesByCourse.mapValues(\.figures), glossary: glossary)
    }

    private func yaml(_ name: String) -> YAMLValue? {
        document(name, in: courses)
    }

    private func document(_ name: String, in folder: Folder) -> YAMLValue? {
        folder.text(of: name, most: Self.mostBytes, log: log).flatMap {
            yamlDocument($0, file: folder.file(name), log: log)
        }
    }

    private func examItems(_ questions: [QuestionID: Question], _ framework: Framework) -> [Item]? {
        let exam = questions.values.filter { $0.use == .exam }
        let items = exam.compactMap { try? framework.item(for: $0) }
        return items.count == exam.count ? items : nil
    }
}

// MARK: Question banks

extension ContentReading {
    /// Whether every question could be read.
    private mutating func readBanks(names: FrameworkNames, shelf: CourseShelf) -> Bool {
        var isWhole = read(questionBanks, use: examBanks == nil ? nil : .practice, names: names, shelf: shelf)
        if let examBanks {
            isWhole = read(examBanks, use: .exam, names: names, shelf: shelf) && isWhole
        }
        return isWhole
    }

    /// - Parameter use: the questions that count in this folder; nothing for all.
    private mutating func read(
        _ folder: Folder, use: Question.Use?, names: FrameworkNames, shelf: CourseShelf
    ) -> Bool {
        let exhibits = ExhibitShelf.read(folder.folder("exhibits"), shelf: shelf, log: log)
        var reader = QuestionBankReader(
            names: names, markdown: shelf.markdown(in: "question-banks"), exhibits: exhibits)
        var isWhole = true
        for file in folder.files {
            guard file.hasSuffix(".yml") else {
                log.warning(Place(file: folder.file(file)), "the file is not read", mend: "call it <competency>.yml")
                continue
            }
            guard let document = document(file, in: folder) else {
                isWhole = false
                continue
            }
            let found = reader.read(document, fileName: String(file.dropLast(4)))
            isWhole = isWhole && !found.isEmpty
            for (id, declaration) in found {
                isWhole = declare(id, declaration, use: use) && isWhole
            }
        }
        exhibits.warnOfUnused(reader.usedExhibits, in: folder.folder("exhibits"), log: log)
        return isWhole
    }

    private mutating func declare(
        _ id: QuestionID, _ declaration: QuestionBankReader.Declaration, use: Question.Use?
    ) -> Bool {
        var declaration = declaration
        if let use, let own = declaration.use, own != use { declaration.isPassedOver = true }
        if declaration.isPassedOver, use == .exam {
            log.warning(
                declaration.place, "the practice question \(id) is not read from here",
                mend: "keep practice questions in \(questionBanks.name)/")
            return true
        }
        if let other = declarations[id], !other.isPassedOver {
            let line = other.place.line.map { " line \($0)" } ?? ""
            log.error(
                declaration.place, "the question \(id) stands twice, first in \(other.place.file)\(line)",
                mend: "give it a number that no question ever had")
            return false
        }
        // Known by name even so: a check that names it is told that it is an exam question.
        declarations[id] = declaration
        return declaration.isPassedOver || declaration.question != nil
    }
}

extension ContentReading {
    /// An exam question that practice asks too has given its key away.
    private func refuseGivenAway(_ questions: [QuestionID: Question]) {
        struct Asked: Hashable {
            let competency: CompetencyID
            let stem: LocalizedText
            let kind: Question.Kind
        }
        func asked(_ question: Question) -> Asked {
            Asked(competency: question.competency, stem: question.stem, kind: question.kind)
        }
        let practice = Dictionary(
            questions.values.filter { $0.use == .practice }.map { (asked($0), $0.id) }, uniquingKeysWith: min)
        for question in questions.values where question.use == .exam {
            guard let twin = practice[asked(question)], let place = declarations[question.id]?.place else { continue }
            log.error(
                place, "the exam question \(question.id) is the practice question \(twin) again",
                mend: "ask something else: practice shows the key")
        }
    }
}

// MARK: Courses

extension ContentReading {
    private func readCourses(shelf: CourseShelf, names: FrameworkNames, glossary: Glossary) -> [Course] {
        let glossaries = ContentLanguage.allCases.reduce(into: [:]) { $0[$1] = GlossaryLinker(glossary, in: $1) }
        var found: [Course] = []
        var prerequisites: [String: [YAMLValue]] = [:]
        for slug in shelf.filesByCourse.keys.sorted() {
            let reader = CourseReader(
                folder: courses.folder(slug), slug: slug, shelf: shelf, names: names, questions: declarations,
                glossaries: glossaries, log: log)
            let (course, required) = reader.read()
            prerequisites[slug] = required
            if let course { found.append(course) }
        }
        refuseCycles(prerequisites)
        return found
    }

    /// A course that needs itself, be it through others, could never be begun.
    private func refuseCycles(_ prerequisites: [String: [YAMLValue]]) {
        func courses(requiredBy slug: String) -> [String] {
            prerequisites[slug, default: []].compactMap { $0.node.scalar?.string }
        }
        for (slug, required) in prerequisites {
            for value in required {
                guard let first = value.node.scalar?.string else { continue }
                var reached: Set = [first]
                var pending = [first]
                while let next = pending.popLast() {
                    for course in courses(requiredBy: next) where reached.insert(course).inserted {
                        pending.append(course)
                    }
                }
                if reached.contains(slug) {
                    value.fault(
                        "the course requires itself through `\(first)`", mend: "break the circle of prerequisites")
                }
            }
        }
    }
}
