import Organization
import Storage

/// Roles as people call them.
struct RoleWords {
    let words: Words

    func text(_ kind: Role.Kind) -> String {
        switch kind {
        case .hrOfficer: words["role.hr"]
        case .reportingOfficer: words["role.reporter"]
        case .electronicController: words["role.controller"]
        case .author: words["role.author"]
        case .administrator: words["role.admin"]
        }
    }

    /// What a grant reaches, beside the name of its agency or unit.
    func reach(_ grant: RoleGrant) -> String {
        switch grant.kind {
        case .hrOfficer: grant.includesSubordinates ? words["role.hr.deep"] : words["role.hr.own"]
        case .reportingOfficer: words["role.reporter.reach"]
        case .electronicController: words["role.controller.reach"]
        case .author: words["role.author.reach"]
        case .administrator: words["role.admin.reach"]
        }
    }

    /// In the order in which they are shown.
    func list(_ kinds: Set<Role.Kind>) -> String {
        Role.Kind.allCases.filter(kinds.contains).map(text).joined(separator: ", ")
    }
}
