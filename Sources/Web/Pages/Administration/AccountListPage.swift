import Organization
import Storage

/// The people of all agencies, as far as their accounts go.
struct AccountListPage: Page {
    static let template = "accounts"
    static let rowsAtOnce = 50

    let title: String
    let search: String
    let groups: [Choice]
    let rows: [Row]
    let isEmpty: Bool
    let isFiltered: Bool
    let first: Int
    let last: Int
    let total: Int
    let previous: String?
    let next: String?
    let hasPages: Bool
    var section: Section { .accounts }

    struct Choice: Sendable {
        let code: String
        let label: String
        let isCurrent: Bool
    }

    struct Row: Sendable {
        let path: String
        let name: String
        let staffNumber: String
        let agency: String
        let unit: String
        let tag: StandingTag
        let factor: StandingTag?
        let roles: String
    }

    init(found: (total: Int, rows: [AccountRow]), filter: AccountFilter, page: Int, words: Words) {
        title = words["accounts.title"]
        search = filter.search
        let labels: [AccountFilter.Group: String] = [
            .everyone: words["accounts.group.everyone"], .withRole: words["accounts.group.role"],
            .withoutAccount: words["accounts.group.no-account"], .closed: words["accounts.group.closed"],
        ]
        groups = AccountFilter.Group.allCases.map {
            Choice(code: $0.rawValue, label: labels[$0] ?? "", isCurrent: $0 == filter.group)
        }
        let roleWords = RoleWords(words: words)
        rows = found.rows.map { row in
            Row(
                path: "/accounts/\(row.person.id)", name: row.person.name.listed, staffNumber: row.person.staffNumber,
                agency: row.agencyName, unit: row.unitName,
                tag: StandingTag(account: row.account, of: row.person.status, words: words),
                factor: Self.factor(row, words), roles: roleWords.list(row.roles))
        }
        isEmpty = rows.isEmpty
        isFiltered = !filter.search.isEmpty || filter.group != .everyone
        total = found.total
        first = (page - 1) * Self.rowsAtOnce + 1
        last = first + rows.count - 1
        let query = "q=\(QueryText.escaped(filter.search))&group=\(filter.group.rawValue)"
        previous = page > 1 ? "/accounts?\(query)&page=\(page - 1)" : nil
        next = last < total && !rows.isEmpty ? "/accounts?\(query)&page=\(page + 1)" : nil
        hasPages = previous != nil || next != nil
    }

    /// Said only where a role asks for a second factor: for everybody else it is their own choice.
    private static func factor(_ row: AccountRow, _ words: Words) -> StandingTag? {
        guard let account = row.account, !account.isClosed, row.roles.contains(where: \.needsSecondFactor),
            !account.hasSecondFactor
        else { return nil }
        return StandingTag(style: "soon", text: words["accounts.tag.no-factor"])
    }
}
