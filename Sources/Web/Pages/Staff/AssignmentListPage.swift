import Competencies
import Courseware
import Organization
import Storage
import Training
import UseCases

/// Who has which course to finish, and who is late.
struct AssignmentListPage: Page {
    static let template = "assignment-list"
    let title: String
    let states: [SelectChoice]
    let units: [SelectChoice]
    let courses: [SelectChoice]
    let courseLanguage: String
    let caption: String
    let lines: [Line]
    let isEmpty: Bool
    let pages: PageLinks
    var section: Section { .assignments }

    struct Facts: Sendable {
        let today: Day
        let query: AssignmentListQuery
        let total: Int
        let rows: [AssignedCourse]
        let units: [AgencyUnit]
        let agencies: [Agency]
    }

    struct Line: Sendable {
        let path: String
        let name: String
        let jobRole: String
        let unit: String
        let course: String
        let due: String
        let tag: StandingTag
    }

    init(_ facts: Facts, content: Content, visit: Visit, words: Words) {
        let (query, dates) = (facts.query, DateWords(words: words))
        title = words["assignments.title"]
        states = AssignmentFilter.State.allCases.map { state in
            let label =
                switch state {
                case .late: words["assignments.state.late"]
                case .open: words["assignments.state.open"]
                case .finished: words["assignments.state.finished"]
                }
            return SelectChoice(value: state.rawValue, label: label, isChosen: state == query.filter.state)
        }
        units = SelectChoice.units(facts.units, of: facts.agencies, chosen: query.filter.unit)
        courses = SelectChoice.courses(content.courses, chosen: query.filter.course ?? "", text: visit.text)
        courseLanguage = visit.text.rawValue
        lines = facts.rows.map { row in
            let role = row.person.posting.jobRole
            return Line(
                path: "/staff/\(row.person.id)?from=\(StaffPurpose.assignments.rawValue)", name: row.person.name.listed,
                jobRole: content.jobRole(role)?.name[words.language] ?? role, unit: row.unitName,
                course: content.course(row.course)?.title[visit.text] ?? row.course, due: dates.short(row.dueDay),
                tag: .assignment(due: row.dueDay, finished: row.finishedDay, today: facts.today, words: words))
        }
        isEmpty = lines.isEmpty
        pages = PageLinks(
            page: query.page, rowsPerPage: AssignmentListQuery.rowsPerPage, total: facts.total,
            path: { query.path(page: $0) }, words: words)
        caption =
            words[
                "assignments.caption", ["total": String(facts.total), "first": pages.first, "last": pages.last]]
    }
}
