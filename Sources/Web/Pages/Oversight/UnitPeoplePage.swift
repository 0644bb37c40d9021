import Assessment
import Competencies
import Courseware
import Organization
import Storage
import UseCases

/// Who works in a unit today, opened for the purpose that stands above the list.
struct UnitPeoplePage: Page {
    static let template = "unit-people"
    let title: String
    let unit: String
    let agency: String
    let purpose: String
    let count: String
    let rows: [Row]
    let isEmpty: Bool
    let reportPath: String
    var section: Section { .overview }

    struct Row: Sendable {
        let path: String
        let name: String
        let staffNumber: String
        let jobRole: String
        let certificates: [StandingTag]
        let hasCertificates: Bool
    }

    init(
        _ found: UnitPeople, purpose: LookPurpose, today: Day, content: Content, language: Language, words: Words
    ) {
        title = words["unit-people.title"]
        unit = found.unit.name
        agency = found.agency.name
        self.purpose = purpose.text
        count = FigureWords(words: words).number(found.people.count)
        rows = found.people.map { row in
            let held = content.certifications.compactMap { certification in
                row.certificates[certification.id].map { held in
                    let tag = StandingTag(CertificateStanding(validThrough: held.validThrough, on: today), words: words)
                    return StandingTag(style: tag.style, text: "\(certification.name[language]): \(tag.text)")
                }
            }
            return Row(
                path: "/people/\(row.person.id)", name: row.person.name.listed, staffNumber: row.person.staffNumber,
                jobRole: content.jobRole(row.person.posting.jobRole)?.name[language] ?? row.person.posting.jobRole,
                certificates: held, hasCertificates: !held.isEmpty)
        }
        isEmpty = rows.isEmpty
        reportPath = "/units/\(found.unit.id)"
    }
}
