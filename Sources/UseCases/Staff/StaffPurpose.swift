/// What an HR officer opens people's data for, told by the page on which they are.
package enum StaffPurpose: String, CaseIterable, Sendable {
    case certificates, assignments, staff

    /// As the audit log keeps it; the pages say it in words.
    package var preset: String { "hr:\(rawValue)" }
}
