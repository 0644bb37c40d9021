import UseCases

/// What is said to somebody whose account's use was refused.
struct AccountFaultWords {
    let words: Words

    func text(_ error: AccountError) -> String {
        switch error {
        case .wrongNameOrPassword: words["account.wrong"]
        case .wait(let seconds): words["account.wait", ["seconds": String(seconds)]]
        case .addressBlocked: words["account.address-blocked"]
        case .wrongCode: words["account.wrong-code"]
        case .passwordTooShort: words["account.password-short", ["count": String(PasswordRule.shortest)]]
        case .passwordTooLong: words["account.password-long"]
        case .passwordTooCommon: words["account.password-common"]
        case .passwordsDiffer: words["account.passwords-differ"]
        case .activationRefused: words["account.activation-refused"]
        }
    }
}
