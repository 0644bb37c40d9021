import Competencies
import Courseware
import Organization
import UseCases

/// Bringing a staff file in: choosing it, seeing what it would change, applying it.
struct ImportPage: Page {
    static let template = "import"
    let title: String
    /// Why the file could not be read at all.
    let fault: String?
    let done: Done?
    let plan: Plan?
    let columns: [Column]
    let units: [Code]
    let jobRoles: [Code]
    let hasStaffList: Bool
    var section: Section { .imports }

    enum State: Sendable {
        case choosing
        case refused(String)
        case tried(ImportPlan, fileName: String, token: String?)
        case applied(new: Int, changed: Int, left: Int)
    }

    struct Column: Sendable {
        let name: String
        let isRequired: Bool
    }

    struct Code: Sendable {
        let code: String
        let name: String
    }

    struct Done: Sendable {
        let text: String
        let hasNew: Bool
    }

    struct Plan: Sendable {
        let fileName: String
        let heading: String
        let counts: [Count]
        let ignored: String?
        let faults: [Fault]
        let hasFaults: Bool
        let moreFaults: String?
        let rows: [Row]
        let hasRows: Bool
        let moreRows: String?
        /// Nothing where there is nothing to apply.
        let token: String?
        let minutes: Int
    }

    struct Count: Sendable {
        let label: String
        let value: Int
    }

    struct Fault: Sendable {
        let line: Int
        let column: String
        let value: String
        let mend: String
    }

    struct Row: Sendable {
        let line: Int
        let tag: StandingTag
        let staffNumber: String
        let name: String
        let changes: [String]
    }

    /// More rows than this nobody reads; leavers come first, since they lose their accounts.
    fileprivate static let mostRows = 300

    init(_ state: State, units: [AgencyUnit], hasStaffList: Bool, content: Content, words: Words) {
        title = words["import.title"]
        var (fault, done, plan) = (String?.none, Done?.none, Plan?.none)
        switch state {
        case .choosing: break
        case .refused(let text): fault = text
        case .tried(let tried, let fileName, let token):
            plan = Plan(tried, fileName: fileName, token: token, units: units, content: content, words: words)
        case .applied(let new, let changed, let left):
            let text = words[
                "import.done", ["new": String(new), "changed": String(changed), "left": String(left)]]
            done = Done(text: text, hasNew: new > 0 && hasStaffList)
        }
        (self.fault, self.done, self.plan) = (fault, done, plan)
        columns = StaffField.allCases.map {
            Column(name: ImportWords.column($0, words: words), isRequired: $0.isRequired)
        }
        self.units = units.map { Code(code: $0.code, name: $0.name) }
        jobRoles = content.jobRoles.map { Code(code: $0.id, name: $0.name[words.language]) }
        self.hasStaffList = hasStaffList
    }
}

extension ImportPage.Plan {
    fileprivate init(
        _ plan: ImportPlan, fileName: String, token: String?, units: [AgencyUnit], content: Content, words: Words
    ) {
        let texts = ImportWords(
            content: content,
            unitNames: Dictionary(units.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first }),
            words: words)
        let codes = Dictionary(units.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
        self.fileName = fileName
        let faultCount = plan.faults.count + plan.unlistedFaults
        heading =
            if faultCount > 0 {
                words["import.has-faults", ["count": String(faultCount)]]
            } else if plan.changesAnything {
                words["import.is-ready"]
            } else {
                words["import.changes-nothing"]
            }
        counts = [
            ImportPage.Count(label: words["import.count.new"], value: plan.count(of: .new)),
            ImportPage.Count(label: words["import.count.changed"], value: plan.count(of: .changed)),
            ImportPage.Count(label: words["import.count.left"], value: plan.count(of: .left)),
            ImportPage.Count(
                label: words["import.count.unchanged"],
                value: plan.count(of: .unchanged) + plan.count(of: .passedOver)),
        ]
        ignored =
            plan.ignoredColumns.isEmpty
            ? nil : words["import.ignored", ["columns": plan.ignoredColumns.prefix(20).joined(separator: ", ")]]
        faults = plan.faults.map { fault in
            ImportPage.Fault(
                line: fault.line,
                column: fault.field.map { ImportWords.column($0, words: words) } ?? words["import.whole-line"],
                value: fault.value, mend: texts.text(fault))
        }
        hasFaults = !faults.isEmpty
        moreFaults =
            plan.unlistedFaults > 0 ? words["import.more-faults", ["count": String(plan.unlistedFaults)]] : nil
        let telling = [ImportRow.Effect.left, .changed, .new].flatMap(plan.rows(of:))
        rows = telling.prefix(ImportPage.mostRows).map { row in
            let post = row.posting.map { [codes[$0.unit].map(texts.unit) ?? "", texts.jobRole($0.jobRole)] }
            return ImportPage.Row(
                line: row.line, tag: texts.tag(row.effect), staffNumber: row.staffNumber, name: row.name.listed,
                changes: row.effect == .new ? post ?? [] : row.changes.map(texts.text))
        }
        hasRows = !rows.isEmpty
        let more = telling.count - rows.count
        moreRows = more > 0 ? words["import.more-rows", ["count": String(more)]] : nil
        self.token = token
        minutes = ImportDrafts.minutes
    }
}
