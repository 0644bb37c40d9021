import Courseware
import Organization
import Training
import UseCases

/// What can be done for people of the list: a course to assign, activation codes to print.
struct StaffActionForm: Sendable {
    /// The list's own query, so that the list is there again afterwards.
    let query: String
    let total: Int
    let isWhole: Bool
    let courses: [SelectChoice]
    let courseLanguage: String
    let due: String
    let today: String
    let codeDays: Int
    let faults: [String]
    let hasFaults: Bool

    init(
        _ selection: StaffSelection, query: StaffListQuery, total: Int, today: Day, content: Content, visit: Visit,
        words: Words
    ) {
        self.query = query.text(page: query.page)
        self.total = total
        isWhole = selection.isWhole
        courses = SelectChoice.courses(content.courses, chosen: selection.course, text: visit.text)
        courseLanguage = visit.text.rawValue
        due = selection.due
        self.today = today.description
        codeDays = ActivationCode.days
        faults = selection.faults.map { fault in
            switch fault {
            case .nobody: words["staff.fault.nobody"]
            case .nobodyWithoutAccount: words["staff.fault.nobody-without-account"]
            case .course: words["staff.fault.course"]
            case .due: words["staff.fault.due"]
            case .duePassed: words["staff.fault.due-passed"]
            }
        }
        hasFaults = !faults.isEmpty
    }
}

extension SelectChoice {
    static func courses(_ courses: [Course], chosen: String, text: ContentLanguage) -> [SelectChoice] {
        courses.map { SelectChoice(value: $0.slug, label: $0.title[text], isChosen: $0.slug == chosen) }
    }
}
