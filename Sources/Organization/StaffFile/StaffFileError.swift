/// Why a staff file could not be read at all, so that no line of it can be judged.
package enum StaffFileError: Error, Hashable, Sendable, CustomStringConvertible {
    case empty
    case unknownEncoding
    /// A workbook (`.xlsx`, `.xls`), not a text file.
    case workbook
    /// The line on which the quotation mark opens.
    case unclosedQuote(line: Int)
    case textAfterQuote(line: Int)

    package var description: String {
        switch self {
        case .empty:
            "The file is empty. Its first line must name the columns, for example: staff_number;family_name;given_name."
        case .unknownEncoding:
            "The file's characters cannot be read. Save it again as “CSV UTF-8” or as “Unicode text”: the plain CSV of "
                + "a Windows program has no place for the letter ə."
        case .workbook:
            "This is a workbook, not a text file. Open it and save the sheet as “CSV UTF-8” or as “Unicode text”."
        case .unclosedQuote(let line):
            "Line \(line): a quotation mark opens and is never closed. Close it, or double it inside a text."
        case .textAfterQuote(let line):
            "Line \(line): text follows a closing quotation mark. Double the quotation marks that belong to the text."
        }
    }
}
