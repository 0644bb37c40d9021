/// What an HR officer opens people's data for, told by the page on which they are.
enum StaffPurpose: String {
    case certificates, assignments, staff

    /// As the audit log keeps it; `PurposeWords` says it in words.
    var preset: String { "hr:\(rawValue)" }
}
