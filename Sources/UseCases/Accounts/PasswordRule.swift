/// What a new password must be, after NIST SP 800-63B: long enough, not one of the first that anybody tries, and no
/// rules about signs.
package enum PasswordRule {
    package static let shortest = 12
    /// Bytes; enough for any sentence, and a bound on what is hashed.
    package static let longest = 256

    private static let common: Set<String> = [
        "123456789012", "1234567890123", "12345678901234", "123456789123", "111111111111", "000000000000",
        "qwertyuiop12", "qwertyuiop123", "password1234", "passwordpassword", "qwerty123456", "azerbaycan2026",
        "azerbaijan2026", "azerbaycan123", "azerbaijan123", "salamsalam123", "parolparol12", "administrator",
    ]

    /// Refuses a password that is too short, too long, too common or made of the user's own name.
    package static func check(_ password: String, userName: String) throws(AccountError) {
        guard password.count >= shortest else { throw .passwordTooShort }
        guard password.utf8.count <= longest else { throw .passwordTooLong }
        let lower = password.lowercased()
        let isMonotonous = Set(lower).count < 4
        guard !common.contains(lower), !isMonotonous, userName.count < 4 || !lower.contains(userName.lowercased())
        else { throw .passwordTooCommon }
    }
}
