import Competencies
import Courseware
import Organization
import Storage

/// Judges line by line what a staff file would change, and keeps the faults it meets.
struct ImportJudge {
    private(set) var faults: [ImportFault] = []
    private(set) var unlistedFaults = 0
    private let units: [String: AgencyUnit]
    private let unitCodes: [UnitID: String]
    private let jobRoles: Set<String>
    private let columns: Set<StaffField>
    private let nearestUnit: NearestWord
    private let nearestJobRole: NearestWord

    init(units: [AgencyUnit], jobRoles: [JobRole], columns: Set<StaffField>) {
        self.units = Dictionary(units.map { ($0.code, $0) }, uniquingKeysWith: { first, _ in first })
        unitCodes = Dictionary(uniqueKeysWithValues: units.map { ($0.id, $0.code) })
        self.jobRoles = Set(jobRoles.map(\.id))
        self.columns = columns
        nearestUnit = NearestWord(among: units.map(\.code))
        nearestJobRole = NearestWord(among: jobRoles.map(\.id))
    }

    /// What the line does to the person who has its number until now; nothing where it has a fault.
    mutating func row(for record: StaffRecord, before: Person?) -> ImportRow? {
        var posting: Posting?
        // Where a leaver worked is not looked at: their unit or job role may be gone by now.
        if record.status == .active {
            posting = self.posting(of: record)
            guard posting != nil else { return nil }
        }
        let name = PersonName(
            family: record.name.family.composed, given: record.name.given.composed,
            patronymic: columns.contains(.patronymic) ? record.name.patronymic?.composed : before?.name.patronymic)
        let email = columns.contains(.email) ? record.email : before?.email
        let language = columns.contains(.language) ? record.language : before?.language ?? record.language
        let changes =
            before.map { before in
                [
                    change(.name, from: before.name, to: name, as: \.listed),
                    change(.email, from: before.email, to: email) { $0 },
                    change(.language, from: before.language, to: language, as: \.rawValue),
                    posting.flatMap { change(.jobRole, from: before.posting.jobRole, to: $0.jobRole) { $0 } },
                    posting.flatMap { change(.unit, from: before.posting.unit, to: $0.unit) { unitCodes[$0] } },
                    change(.status, from: before.status, to: record.status, as: \.rawValue),
                ].compactMap { $0 }
            } ?? []
        let effect: ImportRow.Effect =
            if before == nil {
                record.status == .active ? .new : .passedOver
            } else if changes.isEmpty {
                .unchanged
            } else {
                record.status == .left && before?.status == .active ? .left : .changed
            }
        return ImportRow(
            line: record.line, staffNumber: before?.staffNumber ?? record.staffNumber.composed, effect: effect,
            changes: changes, before: before, name: name, email: email, language: language, posting: posting)
    }

    mutating func refuse(
        _ record: StaffRecord, _ field: StaffField, _ reason: @autoclosure () -> ImportFault.Reason, value: String
    ) {
        if faults.count < StaffFile.mostFaults {
            faults.append(ImportFault(line: record.line, field: field, reason: reason(), value: value))
        } else {
            unlistedFaults += 1
        }
    }

    /// Reports both the unit and the job role where both are wrong, so that mending one does not bring up the other.
    private mutating func posting(of record: StaffRecord) -> Posting? {
        let unit = units[record.unit]
        let hasJobRole = jobRoles.contains(record.jobRole)
        if !hasJobRole {
            let nearest = nearestJobRole
            refuse(
                record, .jobRole, .unknownJobRole(didYouMean: nearest.word(for: record.jobRole)), value: record.jobRole)
        }
        guard let unit else {
            let nearest = nearestUnit
            refuse(record, .unit, .unknownUnit(didYouMean: nearest.word(for: record.unit)), value: record.unit)
            return nil
        }
        guard hasJobRole else { return nil }
        return Posting(agency: unit.agency, unit: unit.id, jobRole: record.jobRole)
    }

    private func change<Value: Equatable>(
        _ field: ImportChange.Field, from old: Value, to new: Value, as written: (Value) -> String?
    ) -> ImportChange? {
        old == new ? nil : ImportChange(field: field, old: written(old), new: written(new))
    }
}
