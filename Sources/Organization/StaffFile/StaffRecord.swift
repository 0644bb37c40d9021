/// One person as a line of the staff file gives them; every value is valid in itself.
///
/// Whether the unit and the job role exist is not known here.
package struct StaffRecord: Hashable, Sendable {
    package let line: Int
    package let staffNumber: String
    package let name: PersonName
    package let email: String?
    package let language: Language
    /// The id of a job role.
    package let jobRole: String
    /// The code of a unit.
    package let unit: String
    package let status: Person.Status

    /// Reads all fields of one line and reports each that is wrong; nothing when there was one.
    init?(line: Int, values: [StaffField: String], report: (StaffFileFault) -> Void) {
        var isValid = true
        func read<Value>(
            _ field: StaffField, as convert: (String) throws(StaffFileFault.Reason) -> Value
        ) -> Value? {
            let written = values[field] ?? ""
            do throws(StaffFileFault.Reason) {
                return try convert(try StaffFieldRule.value(of: field, in: written))
            } catch {
                isValid = false
                report(StaffFileFault(line: line, field: field, reason: error, value: written))
                return nil
            }
        }
        func text(_ field: StaffField) -> String? { read(field) { $0 } }

        let staffNumber = text(.staffNumber)
        let family = text(.familyName)
        let given = text(.givenName)
        let patronymic = text(.patronymic)
        let email = text(.email)
        let language = read(.language, as: StaffFieldRule.language)
        let jobRole = text(.jobRole)
        let unit = text(.unit)
        let status = read(.status, as: StaffFieldRule.status)
        guard isValid, let staffNumber, let family, let given, let language, let jobRole, let unit, let status else {
            return nil
        }
        self.line = line
        self.staffNumber = staffNumber
        name = PersonName(family: family, given: given, patronymic: patronymic.flatMap { $0.isEmpty ? nil : $0 })
        self.email = email.flatMap { $0.isEmpty ? nil : $0 }
        self.language = language
        self.jobRole = jobRole
        self.unit = unit
        self.status = status
    }
}
