import Assessment
import Courseware
import Organization
import Storage

/// Where the lives of the demo are lived: its agencies and units with their ids, the content and the clock.
struct DemoStage: Sendable {
    let content: Content
    let calendar: DemoCalendar
    let truth: DemoTruth
    let agencies: [String: AgencyID]
    let units: [String: UnitID]
    /// The HR officer of each agency, by its code.
    var personnelOfficers: [String: PersonID] = [:]

    func posting(unit code: String, jobRole: String) throws -> Posting {
        guard let agency = agencies[String(code.prefix { $0 != "-" })], let unit = units[code] else {
            throw DemoWorldError.noUnit(code)
        }
        return Posting(agency: agency, unit: unit, jobRole: jobRole)
    }
}

/// A fault of the demo's own tables.
enum DemoWorldError: Error {
    case noUnit(String)
    case noPerson(String)
}

extension Transaction {
    /// Adds the agencies and units of the demo; answers their ids by code.
    func addDemoAgencies() throws -> (agencies: [String: AgencyID], units: [String: UnitID]) {
        var agencies: [String: AgencyID] = [:]
        var units: [String: UnitID] = [:]
        for agency in DemoAgency.all {
            let id = try addAgency(
                code: agency.code, kind: agency.kind, name: agency.name, parent: agency.parent.flatMap { agencies[$0] })
            agencies[agency.code] = id
            for unit in agency.units {
                units[unit.code] = try addUnit(
                    agency: id, parent: unit.parent.flatMap { units[$0] }, code: unit.code, name: unit.name,
                    isEGovernment: unit.isEGovernment)
            }
        }
        return (agencies, units)
    }
}
