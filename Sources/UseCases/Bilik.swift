import Courseware
package import Logging
package import Storage

/// The running system: what every use case works on.
///
/// A rule that changes rows is written as an extension of `Transaction`, so that the demo's builder can run many in one
/// commit; the verb of the same name here gives it a transaction of its own.
package struct Bilik: Sendable {
    package let database: Database
    package let contents: ContentShelf
    package let passwords: PasswordHasher
    package let logger: Logger
    package let rules: Rules

    package init(
        database: Database, contents: ContentShelf, passwords: PasswordHasher, logger: Logger, rules: Rules = Rules()
    ) {
        self.database = database
        self.contents = contents
        self.passwords = passwords
        self.logger = logger
        self.rules = rules
    }

    /// What an installation may set.
    package struct Rules: Sendable {
        /// A session ends after so many minutes without a request.
        package var sessionIdleMinutes = 240
        /// A session ends after so many hours, whatever happens.
        package var sessionHours = 12
        /// Failed sign-ins an hour from one address before it is turned away.
        package var failuresPerAddress = 300
        /// Whether Electronic Controller and administrator need a second factor; only the demo does without.
        package var asksSecondFactor = true

        package init() {}
    }
}
