import Organization

/// The units that a reporting officer reports for.
struct UnitListPage: Page {
    static let template = "units"
    let title: String
    let units: [Line]
    let isEmpty: Bool
    var section: Section { .unitReport }

    struct Line: Sendable {
        let path: String
        let name: String
        let agency: String
    }

    init(_ units: [AgencyUnit], agencies: [Agency], words: Words) {
        title = words["units.title"]
        self.units = units.map { unit in
            Line(
                path: "/units/\(unit.id)", name: unit.name,
                agency: agencies.first { $0.id == unit.agency }?.name ?? "")
        }
        isEmpty = units.isEmpty
    }
}
