/// Why an account's use is refused.
package enum AccountError: Error, Hashable, Sendable {
    /// Wrong name, wrong password or closed account: which of them is nobody's business.
    case wrongNameOrPassword
    /// Too many failures: sign in again after so many seconds.
    case wait(seconds: Int)
    /// Too many failures from this address within the hour.
    case addressBlocked
    case wrongCode
    case passwordTooShort
    case passwordTooLong
    case passwordTooCommon
    case passwordsDiffer
    /// The staff number and the activation code do not belong together, or the code has been used or is too old.
    case activationRefused
}
