import Assessment
import Competencies
import Courseware
import Organization
import Oversight
import Storage
import UseCases

/// An agency's people and their certificates.
struct StaffListPage: Page {
    static let template = "staff-list"
    let title: String
    let agencies: String
    let tiles: [Tile]
    let filter: FilterForm
    let certifications: [String]
    let hasSeveralAgencies: Bool
    let caption: String
    let lines: [Line]
    let isEmpty: Bool
    /// Nobody at all, rather than nobody who fits the filter.
    let isNewAgency: Bool
    let pages: PageLinks
    let csvPath: String
    let action: StaffActionForm
    let notice: String?
    var section: Section { .staff }

    /// What the page is made from.
    struct Facts: Sendable {
        let today: Day
        let query: StaffListQuery
        let total: Int
        let rows: [StaffRow]
        let summary: StaffSummary
        let units: [AgencyUnit]
        let agencies: [Agency]
    }

    struct Tile: Sendable {
        let label: String
        let value: String
        let detail: String?
        let path: String?
    }

    struct Line: Sendable {
        let line: StaffLine
        let path: String
        let isChosen: Bool
    }

    init(_ facts: Facts, selection: StaffSelection, done: StaffDone?, content: Content, visit: Visit, words: Words) {
        let query = facts.query
        title = words["staff.title"]
        agencies = facts.agencies.map(\.name).joined(separator: " · ")
        hasSeveralAgencies = facts.agencies.count > 1
        tiles = Self.tiles(facts.summary, words: words)
        filter = FilterForm(facts, content: content, words: words)
        certifications = content.certifications.map { $0.name[words.language] }
        let chosen = Set(selection.ticked)
        lines = facts.rows.map { row in
            Line(
                line: StaffLine(row, content: content, today: facts.today, words: words),
                path: query.path(to: row.person.id), isChosen: chosen.contains(row.person.id))
        }
        isEmpty = lines.isEmpty
        isNewAgency = lines.isEmpty && facts.summary.people == 0 && !query.isFiltered
        pages = PageLinks(
            page: query.page, rowsPerPage: StaffListQuery.rowsPerPage, total: facts.total,
            path: { query.path(page: $0) },
            words: words)
        let order =
            switch query.order {
            case .name: words["staff.order.name"]
            case .unit: words["staff.order.unit"]
            case .validThrough: words["staff.order.valid-through"]
            }
        caption =
            words[
                "staff.caption",
                ["total": String(facts.total), "first": pages.first, "last": pages.last, "order": order]]
        csvPath = query.csvPath
        action = StaffActionForm(
            selection, query: query, total: facts.total, today: facts.today, content: content, visit: visit,
            words: words)
        notice = done?.text(words)
    }

    private static func tiles(_ summary: StaffSummary, words: Words) -> [Tile] {
        let (met, all) = (summary.profile.part, summary.profile.whole)
        return [
            Tile(label: words["staff.tile.people"], value: String(summary.people), detail: nil, path: "/staff"),
            Tile(
                label: words["staff.tile.met"], value: all == 0 ? "–" : "\((met * 100 + all / 2) / all) %",
                detail: words["staff.tile.met.of", ["met": String(met), "all": String(all)]], path: nil),
            Tile(
                label: words["staff.tile.expiring", ["days": String(CertificateStanding.expiringDays)]],
                value: String(summary.expiring), detail: nil,
                path: "/staff?standing=expiring&days=\(CertificateStanding.expiringDays)&sort=valid-through"),
            Tile(
                label: words["staff.tile.expired"], value: String(summary.expired), detail: nil,
                path: "/staff?standing=expired"),
        ]
    }
}

/// The filters above the list, as they stand.
struct FilterForm: Sendable {
    let search: String
    let units: [SelectChoice]
    let jobRoles: [SelectChoice]
    let certifications: [SelectChoice]
    let standings: [SelectChoice]
    let days: Int
    let orders: [SelectChoice]
    let includesLeft: Bool
    let hasNoAccount: Bool
    let isFiltered: Bool

    init(_ facts: StaffListPage.Facts, content: Content, words: Words) {
        let (query, filter, language) = (facts.query, facts.query.filter, words.language)
        search = filter.search ?? ""
        units = SelectChoice.units(facts.units, of: facts.agencies, chosen: filter.unit)
        jobRoles = content.jobRoles.map {
            SelectChoice(value: $0.id, label: $0.name[language], isChosen: $0.id == filter.jobRole)
        }
        certifications = content.certifications.map {
            SelectChoice(value: $0.id, label: $0.name[language], isChosen: $0.id == filter.certification)
        }
        standings = [
            ("valid", words["staff.standing.valid"]), ("expiring", words["staff.standing.expiring"]),
            ("expired", words["staff.standing.expired"]), ("none", words["staff.standing.none"]),
        ].map { SelectChoice(value: $0.0, label: $0.1, isChosen: $0.0 == query.standingName) }
        days = query.days
        orders = StaffFilter.Order.allCases.map { order in
            let label =
                switch order {
                case .name: words["staff.sort.name"]
                case .unit: words["staff.sort.unit"]
                case .validThrough: words["staff.sort.valid-through"]
                }
            return SelectChoice(value: order.rawValue, label: label, isChosen: order == query.order)
        }
        includesLeft = filter.includesLeft
        hasNoAccount = filter.hasNoAccount
        isFiltered = query.isFiltered
    }
}

extension SelectChoice {
    /// Units by name; with their agency's where there are several.
    static func units(_ units: [AgencyUnit], of agencies: [Agency], chosen: UnitID?) -> [SelectChoice] {
        units.map { unit in
            let agency = agencies.count > 1 ? agencies.first { $0.id == unit.agency }?.name : nil
            return SelectChoice(
                value: unit.id.description, label: [agency, unit.name].compactMap { $0 }.joined(separator: ": "),
                isChosen: unit.id == chosen)
        }
    }
}
