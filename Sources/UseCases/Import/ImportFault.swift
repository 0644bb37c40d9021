package import Organization

/// One thing for which an import is refused, where it stands and why; translated elsewhere by its reason.
package struct ImportFault: Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Hashable, Sendable {
        case noColumn
        case columnTwice
        case tooManyFields
        case missing
        case tooLong(maximum: Int)
        case malformed
        case lostLetters
        case unknownValue
        case duplicate(firstLine: Int)
        /// No unit within the scope has this code: what a viewer may not see does not exist.
        case unknownUnit(didYouMean: String?)
        case unknownJobRole(didYouMean: String?)
        /// The staff number belongs to somebody whom the scope does not reach; to whom is not told.
        case staffNumberElsewhere
    }

    package let line: Int
    /// Nothing where the whole line is meant.
    package let field: StaffField?
    package let reason: Reason
    /// What stands in the file, cut to a length that can be shown.
    package let value: String
    /// For the command line: the line, the column, what is wrong and the mend.
    package let description: String

    init(_ fault: StaffFileFault) {
        line = fault.line
        field = fault.field
        reason = Reason(fault.reason)
        value = fault.value
        description = fault.description
    }

    /// A fault that shows only beside what is known already.
    init(line: Int, field: StaffField, reason: Reason, value: String) {
        self.line = line
        self.field = field
        self.reason = reason
        self.value = value
        description = "Line \(line), \(field.rawValue): \(reason.sentence(about: value))"
    }
}

extension ImportFault.Reason {
    fileprivate init(_ reason: StaffFileFault.Reason) {
        self =
            switch reason {
            case .noColumn: .noColumn
            case .columnTwice: .columnTwice
            case .tooManyFields: .tooManyFields
            case .missing: .missing
            case .tooLong(let maximum): .tooLong(maximum: maximum)
            case .malformed: .malformed
            case .lostLetters: .lostLetters
            case .unknownValue: .unknownValue
            case .duplicate(let firstLine): .duplicate(firstLine: firstLine)
            }
    }

    /// The reason's name for programs: in `--json` and in the keys of its translations.
    package var code: String {
        switch self {
        case .noColumn: "no-column"
        case .columnTwice: "column-twice"
        case .tooManyFields: "too-many-fields"
        case .missing: "missing"
        case .tooLong: "too-long"
        case .malformed: "malformed"
        case .lostLetters: "lost-letters"
        case .unknownValue: "unknown-value"
        case .duplicate: "duplicate"
        case .unknownUnit: "unknown-unit"
        case .unknownJobRole: "unknown-job-role"
        case .staffNumberElsewhere: "staff-number-elsewhere"
        }
    }

    /// Says the reasons that no line has by itself; the others bring the words of the staff file's own fault.
    fileprivate func sentence(about value: String) -> String {
        switch self {
        case .unknownUnit(let word?): "no unit has the code “\(value)”. Did you mean “\(word)”?"
        case .unknownUnit(nil): "no unit has the code “\(value)”. Write the code of a unit that exists."
        case .unknownJobRole(let word?): "no job role has the id “\(value)”. Did you mean “\(word)”?"
        case .unknownJobRole(nil): "no job role has the id “\(value)”. Write the id of one that exists."
        case .staffNumberElsewhere:
            "“\(value)” belongs to somebody of another agency. Check the number; an administrator can move a person "
                + "between agencies."
        case .noColumn, .columnTwice, .tooManyFields, .missing, .tooLong, .malformed, .lostLetters, .unknownValue,
            .duplicate:
            "“\(value)” cannot be imported (\(code))."
        }
    }
}
