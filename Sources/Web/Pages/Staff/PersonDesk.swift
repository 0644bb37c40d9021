import Courseware
import Organization
import UseCases

/// The forms on a person's page for the HR officer, with what was typed where one is shown again.
struct PersonDesk: Sendable {
    let person: String
    let path: String
    let purpose: String
    /// The query of the staff list from which the officer came.
    let list: String
    let back: String
    let isActive: Bool
    let courses: [SelectChoice]
    let courseLanguage: String
    let due: String
    let today: String
    let percent: String
    let note: String
    let longestNote: Int
    let fault: String?

    init(
        _ person: Person, purpose: StaffPurpose, typed: FormFields, fault: StaffError?, today: Day, content: Content,
        visit: Visit, words: Words
    ) {
        self.person = person.id.description
        path = "/staff/\(person.id)"
        self.purpose = purpose.rawValue
        let query = StaffListQuery(text: typed["list"])
        list = query.text(page: query.page)
        back = purpose == .assignments ? "/staff/assignments" : query.path(page: query.page)
        isActive = person.status == .active
        courses = SelectChoice.courses(content.courses, chosen: typed["course"], text: visit.text)
        courseLanguage = visit.text.rawValue
        due = typed["due"]
        self.today = today.description
        percent = typed["percent"].isEmpty ? String(person.extraTimePercent) : typed["percent"]
        note = typed["note"]
        longestNote = Bilik.longestNote
        self.fault = fault.map { fault in
            switch fault {
            case .notFound: words["problem.not-found.title"]
            case .unknownCourse: words["staff.fault.course"]
            case .noDueDay: words["staff.fault.due"]
            case .dueDayPassed: words["staff.fault.due-passed"]
            case .noPercent: words["person.fault.percent"]
            case .noNote: words["person.fault.note"]
            case .noteTooLong(let maximum): words["person.fault.note-long", ["maximum": String(maximum)]]
            }
        }
    }
}
