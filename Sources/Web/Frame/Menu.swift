import Organization

/// One entry of the menu at the top.
struct MenuEntry: Sendable {
    let path: String
    let label: String
    let isCurrent: Bool
}

/// The menu of a visitor: what everybody has, and what their roles add.
enum Menu {
    /// - Parameter roles: nothing for a visitor who is not signed in.
    static func entries(forRoles roles: Set<Role.Kind>?, at section: Section, words: Words) -> [MenuEntry] {
        var entries: [(Section, String, String)] = []
        if roles != nil { entries.append((.home, "/", words["menu.home"])) }
        entries.append((.courses, "/courses", words["menu.courses"]))
        if let roles {
            entries.append((.competencies, "/me/competencies", words["menu.competencies"]))
            entries.append((.certificates, "/me/certificates", words["menu.certificates"]))
            if roles.contains(.hrOfficer) {
                entries.append((.staff, "/staff", words["menu.staff"]))
                entries.append((.assignments, "/staff/assignments", words["menu.assignments"]))
            }
            if roles.contains(.hrOfficer) || roles.contains(.administrator) {
                entries.append((.imports, "/staff/import", words["menu.import"]))
            }
            if roles.contains(.electronicController) {
                entries.append((.overview, "/overview", words["menu.overview"]))
            }
            if roles.contains(.reportingOfficer) {
                entries.append((.unitReport, "/units", words["menu.report"]))
            }
            if roles.contains(.author) { entries.append((.content, "/content", words["menu.content"])) }
            if roles.contains(.administrator) {
                entries.append((.accounts, "/accounts", words["menu.accounts"]))
                entries.append((.auditLog, "/audit", words["menu.audit"]))
            }
        }
        return entries.map { MenuEntry(path: $0.1, label: $0.2, isCurrent: $0.0 == section) }
    }
}
