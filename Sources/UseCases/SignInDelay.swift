/// How long an account must wait after wrong passwords: 0, 1, 2, 4 … and never more than 60 seconds.
///
/// The account is slowed and never locked: guessing becomes hopeless (60 tries an hour), while nobody can lock a
/// colleague out for the day of the exam by typing wrong passwords.
package enum SignInDelay {
    package static let longestSeconds = 60

    /// The seconds from the last of `failures` consecutive wrong tries until the next is looked at.
    package static func seconds(afterFailures failures: Int) -> Int {
        guard failures > 0 else { return 0 }
        guard failures < 7 else { return longestSeconds }
        return 1 << (failures - 1)
    }
}
