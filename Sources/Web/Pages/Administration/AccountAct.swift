import UseCases

/// What an administrator has just done to an account; carried in the address of the page that says so.
enum AccountAct: String {
    case roleGiven = "role-given"
    case roleTaken = "role-taken"
    case secondFactorReset = "second-factor-reset"
    case sessionsEnded = "sessions-ended"
    case closed

    func notice(_ words: Words) -> String {
        switch self {
        case .roleGiven: words["accounts.done.role-given"]
        case .roleTaken: words["accounts.done.role-taken"]
        case .secondFactorReset: words["accounts.done.second-factor-reset"]
        case .sessionsEnded: words["accounts.done.sessions-ended"]
        case .closed: words["accounts.done.closed"]
        }
    }
}

/// What is said to an administrator whose act was refused.
struct AdministrationFaultWords {
    let words: Words

    /// Nothing where what was asked for is not there.
    func text(_ error: AdministrationError) -> String? {
        switch error {
        case .lastAdministrator: words["accounts.fault.last-administrator"]
        case .personHasLeft: words["accounts.fault.left"]
        case .placeMissing: words["accounts.fault.place"]
        case .hasNoAccount: words["accounts.fault.no-account"]
        case .hasAccount, .userNameTaken, .notFound: nil
        }
    }
}
