import AdaptiveTesting
import Organization

/// An agency of the demo's world, before it has an id.
struct DemoAgency: Sendable {
    let code: String
    let kind: Agency.Kind
    let name: String
    /// The code of the agency above it.
    var parent: String?
    /// Where its mail goes; a domain that RFC 2606 keeps free.
    let domain: String
    /// How many of 1,200 people work here.
    let share: Int
    /// Mean ability of its people before any training.
    let ability: Double
    /// How likely one of its people finishes what is assigned.
    let diligence: Double
    /// Its campaigns: so many months ago the HR officer assigned the courses, to such a part of the people.
    let campaigns: KeyValuePairs<Int, Int>
    let units: [DemoUnit]
}

/// A unit of the demo's world, before it has an id.
struct DemoUnit: Sendable {
    let code: String
    let name: String
    let work: DemoWork
    var parent: String?
    var isEGovernment = false
    /// Its part of the agency's people, beside the weights of the other units.
    var weight = 10
    /// The most people it takes: the small unit and the new one.
    var most = Int.max
}

/// What a unit does, which decides the job roles in it.
enum DemoWork: Sendable {
    case office, eServices, systems, registry, reception, personnel, municipality

    /// Ids of job roles, as often as they are common there.
    private var jobRoles: [String] {
        switch self {
        case .office: ["registry-clerk", "registry-clerk", "head-of-department"]
        case .eServices:
            ["e-services-specialist", "e-services-specialist", "e-services-specialist", "it-administrator"]
        case .systems: ["it-administrator", "it-administrator", "e-services-specialist"]
        case .registry: ["registry-clerk"]
        case .reception: ["citizen-reception-officer", "citizen-reception-officer", "registry-clerk"]
        case .personnel: ["registry-clerk", "citizen-reception-officer"]
        case .municipality:
            ["municipal-officer", "municipal-officer", "municipal-officer", "citizen-reception-officer"]
        }
    }

    /// A job role of this work; the content's own roles decide what there is.
    func jobRole(isHead: Bool, among known: [String], using generator: inout SeededGenerator) -> String {
        let fitting = (isHead ? ["head-of-department"] : jobRoles).filter(known.contains)
        return generator.element(of: fitting) ?? known.first ?? "unknown"
    }
}
