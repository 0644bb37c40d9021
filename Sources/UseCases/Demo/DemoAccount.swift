import Organization

/// The six accounts of the demo: nobody else in its world has a password.
package enum DemoAccount: String, CaseIterable, Sendable {
    case learner, hr, reporter, controller, author, admin

    package var userName: String { rawValue }

    var name: PersonName {
        switch self {
        case .learner: PersonName(family: "Məmmədova", given: "Aysel", patronymic: "Rauf qızı")
        case .hr: PersonName(family: "İsmayılova", given: "Şəfəq", patronymic: "Elçin qızı")
        case .reporter: PersonName(family: "Quliyev", given: "Elnur", patronymic: "Kamal oğlu")
        case .controller: PersonName(family: "Əhmədzadə", given: "Nərgiz", patronymic: "Vaqif qızı")
        case .author: PersonName(family: "Rzayev", given: "Tural", patronymic: "Nazim oğlu")
        case .admin: PersonName(family: "Bağırov", given: "Orxan", patronymic: "Sabir oğlu")
        }
    }

    var unit: String {
        switch self {
        case .learner, .reporter: "IXN-03"
        case .hr: "IXN-07"
        case .controller: "RIK-03"
        case .author: "RIK-05"
        case .admin: "RIK-06"
        }
    }

    var jobRole: String {
        switch self {
        case .learner, .reporter, .author: "e-services-specialist"
        case .hr: "registry-clerk"
        case .controller: "head-of-department"
        case .admin: "it-administrator"
        }
    }

    /// Nothing for the learner, which everybody is.
    var role: Role.Kind? {
        switch self {
        case .learner: nil
        case .hr: .hrOfficer
        case .reporter: .reportingOfficer
        case .controller: .electronicController
        case .author: .author
        case .admin: .administrator
        }
    }
}
