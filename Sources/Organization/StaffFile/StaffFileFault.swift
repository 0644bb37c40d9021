/// One thing that is wrong in a staff file, where it stands and why; translated elsewhere by its reason.
package struct StaffFileFault: Hashable, Sendable, CustomStringConvertible {
    package enum Reason: Error, Hashable, Sendable {
        /// The header has no such column.
        case noColumn
        /// Two columns of the header mean the same field.
        case columnTwice
        /// The line holds more values than the header names.
        case tooManyFields
        case missing
        case tooLong(maximum: Int)
        case malformed
        /// A `?` or a replacement character in a name: the file went through an encoding without its letters.
        case lostLetters
        case unknownValue
        case duplicate(firstLine: Int)
    }

    package let line: Int
    /// Nothing where the whole line is meant.
    package let field: StaffField?
    package let reason: Reason
    /// What stands in the file, cut to a length that can be shown.
    package let value: String

    init(line: Int, field: StaffField?, reason: Reason, value: String = "") {
        self.line = line
        self.field = field
        self.reason = reason
        self.value = value.count > 60 ? value.prefix(59) + "…" : value
    }

    /// For the command line: the line, the column, what is wrong and the mend.
    package var description: String {
        let place = ["Line \(line)", field?.rawValue].compactMap { $0 }.joined(separator: ", ")
        return "\(place): \(sentence)"
    }

    private var sentence: String {
        switch reason {
        case .noColumn: "the header names no such column. Add it, for example as “\(field?.rawValue ?? "")”."
        case .columnTwice: "two columns mean the same. Remove “\(value)” or give it another name."
        case .tooManyFields: "more values than columns. Put values that hold the delimiter in quotation marks."
        case .missing: "is empty. Every person needs one."
        case .tooLong(let maximum): "“\(value)” is too long. Use at most \(maximum) characters."
        case .malformed: "“\(value)” is not possible here. \(mend)"
        case .lostLetters: "letters of “\(value)” are lost. Save the file again as “CSV UTF-8” or as “Unicode text”."
        case .unknownValue: "“\(value)” is not known. \(mend)"
        case .duplicate(let firstLine): "“\(value)” stands already on line \(firstLine). Keep one of the two."
        }
    }

    private var mend: String {
        switch field {
        case .staffNumber: "Use letters, digits, “-” and “/” only."
        case .familyName, .givenName, .patronymic: "Use letters, blanks, hyphens and apostrophes only."
        case .email: "Write it like ad.soyad@qurum.gov.az, or leave it empty."
        case .language: "Write az, en or ru."
        case .jobRole: "Write the id of a job role, without blanks."
        case .unit: "Write the unit's code, without blanks."
        case .status: "Write active or left."
        case nil: ""
        }
    }
}
