import Assessment
import Competencies
import Courseware
import Organization
import Storage

/// One person of the staff list in words: the same for the screen and for the file.
struct StaffLine: Sendable {
    struct Cell: Sendable {
        let tag: StandingTag
        /// The last day of validity; empty where nothing is held.
        let day: String
    }

    let id: String
    let staffNumber: String
    let name: String
    let agency: String
    let unit: String
    let jobRole: String
    let hasLeft: Bool
    /// One for each certification, in the order of the content.
    let cells: [Cell]

    init(_ row: StaffRow, content: Content, today: Day, words: Words) {
        let dates = DateWords(words: words)
        id = row.person.id.description
        staffNumber = row.person.staffNumber
        name = row.person.name.listed
        agency = row.agencyName
        unit = row.unitName
        let role = row.person.posting.jobRole
        jobRole = content.jobRole(role)?.name[words.language] ?? role
        hasLeft = row.person.status == .left
        cells = content.certifications.map { certification in
            if let held = row.certificates[certification.id] {
                let standing = CertificateStanding(validThrough: held.validThrough, on: today)
                return Cell(tag: StandingTag(standing, words: words), day: dates.short(held.validThrough))
            }
            let attempts = row.examAttempts[certification.id] ?? 0
            let text =
                attempts > 0 ? words["staff.attempts", ["count": String(attempts)]] : words["staff.holds-none"]
            return Cell(tag: StandingTag(style: "", text: text), day: "")
        }
    }
}
