import Organization
import Storage
import UseCases

extension Connection {
    /// The person of a staff number, or the reason and mend for the command line.
    func person(numbered staffNumber: String) throws -> Person {
        guard let person = try person(staffNumber: staffNumber) else {
            throw CommandFailure("Nobody has the staff number “\(staffNumber)”: check it, or import the person first.")
        }
        return person
    }
}

extension CommandFailure {
    /// What the command line says where a use case refused.
    init(_ error: AdministrationError, about staffNumber: String) {
        switch error {
        case .notFound:
            self.init("\(staffNumber) has nothing of the kind: see `bilik account roles \(staffNumber)`.")
        case .lastAdministrator:
            self.init("\(staffNumber) is the last administrator who can sign in: make another one first.")
        case .personHasLeft:
            self.init("\(staffNumber) has left: bring the person back with `bilik people import` first.")
        case .placeMissing:
            self.init("The role holds for an agency or a unit: write \(RoleText.help).")
        case .hasAccount:
            self.init(
                "\(staffNumber) has an account already: for a new password run `bilik account activation-code`.")
        case .hasNoAccount:
            self.init("\(staffNumber) has no account: make one with `bilik account create`.")
        case .userNameTaken:
            self.init("The user name is taken: choose another with --user-name.")
        }
    }

    init(_ error: AccountError) {
        switch error {
        case .passwordTooShort:
            self.init(
                "The password is too short: take at least \(PasswordRule.shortest) characters, such as a few words.")
        case .passwordTooLong:
            self.init("The password is too long: take at most \(PasswordRule.longest) bytes.")
        case .passwordTooCommon:
            self.init("The password is easily guessed: take a few words that only you would think of.")
        default:
            self.init("The account cannot be used so (\(error)).")
        }
    }
}
