import Organization

extension Scope {
    /// The condition on a row that carries `agency_id` and `unit_id`; `table` is its alias, trusted text.
    func condition(on table: Alias) -> SQL {
        switch self {
        case .state: "1 = 1"
        case .agencies(let agencies):
            switch table {
            case .person: "person.agency_id IN \(list: agencies.sorted())"
            case .unit: "unit.agency_id IN \(list: agencies.sorted())"
            }
        case .units(let units):
            switch table {
            case .person: "person.unit_id IN \(list: units.sorted())"
            case .unit: "unit.unit_id IN \(list: units.sorted())"
            }
        }
    }

    enum Alias { case person, unit }
}
