import Organization
import Training

/// The exhibits of one folder of question banks: each a pair of files, `<id>.az.md` and `<id>.en.md`.
struct ExhibitShelf {
    /// Nothing for an exhibit with faults of its own.
    private(set) var exhibits: [String: Question.Exhibit?] = [:]

    static func read(_ folder: Folder, shelf: CourseShelf, log: ProblemLog) -> ExhibitShelf {
        let markdown = shelf.markdown(in: "question-banks/exhibits")
        var texts: [String: [ContentLanguage: String?]] = [:]
        for file in folder.files {
            let place = Place(file: folder.file(file))
            guard let (id, language) = parts(of: file) else {
                log.error(place, "the file is no exhibit", mend: "call it <id>.az.md or <id>.en.md")
                continue
            }
            var html: String?
            if let text = folder.text(of: file, most: Markdown.mostBytes, log: log) {
                let rendered = markdown.blocks(text)
                log.take(rendered.findings, in: place.file, firstLine: 1)
                html = rendered.findings.contains { $0.severity == .error } ? nil : trimmed(rendered.html)
            }
            texts[id, default: [:]][language] = html
        }
        var found = ExhibitShelf()
        for (id, byLanguage) in texts {
            for language in ContentLanguage.allCases where byLanguage[language] == nil {
                let missing = "\(id).\(language.rawValue).md"
                log.error(
                    Place(file: folder.file(missing)), "the exhibit `\(id)` lacks this file", mend: "translate its twin"
                )
            }
            if let az = byLanguage[.az] ?? nil, let en = byLanguage[.en] ?? nil {
                found.exhibits[id] = .some(Question.Exhibit(id: id, body: LocalizedText(az: az, en: en)))
            } else {
                found.exhibits[id] = .some(nil)
            }
        }
        return found
    }

    func warnOfUnused(_ used: Set<String>, in folder: Folder, log: ProblemLog) {
        for id in exhibits.keys where !used.contains(id) {
            log.warning(
                Place(file: folder.file("\(id).az.md")), "no question shows the exhibit `\(id)`",
                mend: "name it in a question's `exhibit:` or delete it")
        }
    }

    private static func parts(of file: String) -> (id: String, language: ContentLanguage)? {
        for language in ContentLanguage.allCases {
            let ending = ".\(language.rawValue).md"
            let id = String(file.dropLast(ending.count))
            if file.hasSuffix(ending), ContentName.isSlug(id) { return (id, language) }
        }
        return nil
    }
}
