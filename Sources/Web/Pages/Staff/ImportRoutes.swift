import Courseware
import Documents
import Hummingbird
import Organization
import Storage
import UseCases

/// The import of staff files by HR officers for their agencies, and by administrators for all.
struct ImportRoutes {
    let site: Site
    private let drafts = ImportDrafts()

    init(site: Site) {
        self.site = site
    }

    /// 20 MB of file, and what the form puts around it.
    private static let mostBytes = 20 * 1024 * 1024 + 64 * 1024

    func add(to routes: inout Routes) {
        let access = Access.roles([.hrOfficer, .administrator])
        routes.page("/staff/import", access, form)
        routes.upload("/staff/import", access, mostBytes: Self.mostBytes, dryRun)
        routes.form("/staff/import/apply", access, apply)
        routes.page("/staff/import/template.csv", access, template)
    }

    @Sendable private func form(request: Request, context: ViewerContext) async throws -> Response {
        let fields = try FormFields(query: request)
        guard fields["done"] == "imported" else { return try await answer(.choosing, context) }
        let counts = ["new", "changed", "left"].map { max(0, Int(fields[$0]) ?? 0) }
        return try await answer(.applied(new: counts[0], changed: counts[1], left: counts[2]), context)
    }

    @Sendable private func dryRun(form: MultipartForm, context: ViewerContext) async throws -> Response {
        guard let file = form.file("file"), !file.bytes.isEmpty else {
            return try await answer(.refused(site.words(for: context.visit)["import.no-file"]), context)
        }
        return try await carryOut(file.bytes, named: file.filename ?? "", apply: false, context)
    }

    @Sendable private func apply(form: FormFields, context: ViewerContext) async throws -> Response {
        let now = try await site.bilik.database.read { $0.now }
        guard let draft = drafts.draft(form.exact("draft"), of: context.viewer.person, at: now) else {
            return try await answer(.refused(site.words(for: context.visit)["import.draft-gone"]), context)
        }
        return try await carryOut(draft.bytes, named: draft.fileName, apply: true, context)
    }

    /// An empty file with the right columns; with `?with=staff` the viewer's own people in it, to be changed and sent back.
    @Sendable private func template(request: Request, context: ViewerContext) async throws -> Response {
        let words = site.words(for: context.visit)
        var table = CSVTable(header: StaffField.allCases.map { ImportWords.column($0, words: words) })
        if let scope = context.viewer.staffScope, try FormFields(query: request)["with"] == "staff" {
            let (rows, units) = try await site.bilik.database.read { connection in
                (
                    try connection.allStaffRows(in: scope, matching: StaffFilter(), sortedBy: .unit),
                    try connection.units(in: scope)
                )
            }
            try await site.bilik.recordLook(
                .listExported, at: rows.map(\.person.id), by: context.viewer.person,
                purpose: StaffPurpose.staff.preset, detail: "format=import-csv count=\(rows.count)")
            let codes = Dictionary(units.map { ($0.id, $0.code) }, uniquingKeysWith: { first, _ in first })
            table.rows = rows.map { $0.person.importLine(unitCode: codes[$0.person.posting.unit] ?? "") }
        }
        let bytes = table.data(separator: StaffExport.separator(in: words.language))
        return .file(bytes, contentType: "text/csv; charset=utf-8", name: "bilik-import.csv")
    }

    private func carryOut(
        _ bytes: [UInt8], named name: String, apply: Bool, _ context: ViewerContext
    ) async throws -> Response {
        guard let scope = context.viewer.accountScope else { throw Refusal.notFound }
        let person = context.viewer.person
        let outcome: ImportOutcome
        do {
            outcome = try await site.bilik.importPeople(bytes: bytes, in: scope, by: person, apply: apply)
        } catch let error as StaffFileError {
            let words = ImportWords(
                content: site.bilik.contents.current, unitNames: [:], words: site.words(for: context.visit))
            return try await answer(.refused(words.text(error)), context)
        }
        let plan = outcome.plan
        if outcome.isApplied {
            drafts.drop(of: person)
            let counts = [ImportRow.Effect.new, .changed, .left].map { "\($0.rawValue)=\(plan.count(of: $0))" }
            return .seeOther("/staff/import?done=imported&\(counts.joined(separator: "&"))")
        }
        let now = try await site.bilik.database.read { $0.now }
        let canApply = plan.isFaultless && plan.changesAnything
        let token = canApply ? drafts.keep(bytes, named: name, of: person, at: now) : nil
        return try await answer(.tried(plan, fileName: name, token: token), context)
    }

    private func answer(_ state: ImportPage.State, _ context: ViewerContext) async throws -> Response {
        guard let scope = context.viewer.accountScope else { throw Refusal.notFound }
        let units = try await site.bilik.database.read { try $0.units(in: scope) }
        return site.page(
            ImportPage(
                state, units: units, hasStaffList: context.viewer.staffScope != nil,
                content: site.bilik.contents.current, words: site.words(for: context.visit)),
            for: context.visit, status: state.isRefusal ? .unprocessableContent : .ok)
    }
}

extension ImportPage.State {
    /// Whether what was sent cannot be taken as it is.
    fileprivate var isRefusal: Bool {
        switch self {
        case .choosing, .applied: false
        case .refused: true
        case .tried(let plan, _, _): !plan.isFaultless
        }
    }
}

extension Person {
    /// The person as a line of a staff file, in the order of its fields.
    fileprivate func importLine(unitCode: String) -> [String] {
        StaffField.allCases.map { field in
            switch field {
            case .staffNumber: staffNumber
            case .familyName: name.family
            case .givenName: name.given
            case .patronymic: name.patronymic ?? ""
            case .email: email ?? ""
            case .language: language.rawValue
            case .jobRole: posting.jobRole
            case .unit: unitCode
            case .status: status.rawValue
            }
        }
    }
}
