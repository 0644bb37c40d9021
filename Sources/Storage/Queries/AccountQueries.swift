package import FoundationEssentials
package import Organization

/// What signing in needs to know of an account.
package struct AccountRecord: Sendable {
    package let person: PersonID
    package let userName: String
    package let passwordHash: String
    package let isClosed: Bool
    package let failures: Int
    package let lastFailureAt: Date?
    package let secondFactorSecret: [UInt8]?
    /// The time step of the last code that was accepted, so that none is accepted twice.
    package let secondFactorStep: Int64?

    init(row: Row) throws {
        person = try row["person_id"]
        userName = try row["user_name"]
        passwordHash = try row["password_hash"]
        isClosed = try row["is_closed"]
        failures = try row["failures"]
        lastFailureAt = try row["last_failure_at"]
        secondFactorSecret = try row["second_factor_secret"]
        secondFactorStep = try row["second_factor_step"]
    }
}

/// A session and the viewer whose it is.
package struct SessionRecord: Sendable {
    package let viewer: Viewer
    package let csrfToken: String
    package let createdAt: Date
    package let lastSeenAt: Date
    package let awaitsSecondFactor: Bool
    /// The digest of the privacy notice that the person has acknowledged.
    package let acknowledgedPrivacyNotice: String?
}

extension Connection {
    package func account(userName: String) throws -> AccountRecord? {
        try first("SELECT * FROM account WHERE user_name = \(userName)", AccountRecord.init(row:))
    }

    package func account(of person: PersonID) throws -> AccountRecord? {
        try first("SELECT * FROM account WHERE person_id = \(person)", AccountRecord.init(row:))
    }

    package func session(tokenHash: [UInt8]) throws -> SessionRecord? {
        try first(
            """
            SELECT session.csrf_token, session.created_at, session.last_seen_at, session.awaits_second_factor,
                account.privacy_notice, person.*,
                EXISTS (SELECT 1 FROM role_grant WHERE role_grant.person_id = person.person_id) AS has_roles
            FROM session JOIN account USING (person_id) JOIN person USING (person_id)
            WHERE session.token_hash = \(tokenHash) AND account.is_closed = 0
            """
        ) { row in
            let person = try Person(row: row)
            return SessionRecord(
                viewer: Viewer(
                    person: person.id, name: person.name, language: person.language, posting: person.posting,
                    roles: try row["has_roles"] ? try roles(of: person.id) : []),
                csrfToken: try row["csrf_token"], createdAt: try row["created_at"],
                lastSeenAt: try row["last_seen_at"], awaitsSecondFactor: try row["awaits_second_factor"],
                acknowledgedPrivacyNotice: try row["privacy_notice"])
        }
    }

    /// Failed sign-ins from an address since an instant.
    package func failures(from address: String, since: Date) throws -> Int {
        try value("SELECT count(*) FROM address_failure WHERE address = \(address) AND at >= \(since)") ?? 0
    }

    package func lastFailure(from address: String) throws -> Date? {
        try value("SELECT at FROM address_failure WHERE address = \(address) ORDER BY at DESC LIMIT 1")
    }

    package func personOfActivationCode(hash: [UInt8]) throws -> PersonID? {
        try value("SELECT person_id FROM activation_code WHERE code_hash = \(hash) AND expires_at > \(now)")
    }
}

extension Transaction {
    /// Gives a person an account, or an existing account a new password; it is open from now on.
    package func setPassword(of person: PersonID, userName: String, hash: String) throws {
        try run(
            """
            INSERT INTO account (person_id, user_name, password_hash, password_changed_at)
            VALUES (\(person), \(userName), \(hash), \(now))
            ON CONFLICT (person_id) DO UPDATE SET password_hash = excluded.password_hash,
                password_changed_at = excluded.password_changed_at, is_closed = 0, failures = 0
            """)
    }

    /// The same password under a costlier hash; sessions stay.
    package func raiseHash(of person: PersonID, to hash: String) throws {
        try run("UPDATE account SET password_hash = \(hash) WHERE person_id = \(person)")
    }

    package func recordFailure(of person: PersonID?, from address: String) throws {
        if let person {
            try run(
                "UPDATE account SET failures = failures + 1, last_failure_at = \(now) WHERE person_id = \(person)")
        }
        try run("INSERT INTO address_failure (address, at) VALUES (\(address), \(now))")
    }

    package func clearFailures(of person: PersonID) throws {
        try run("UPDATE account SET failures = 0, last_failure_at = NULL WHERE person_id = \(person)")
    }

    package func forgetFailures(before: Date) throws {
        try run("DELETE FROM address_failure WHERE at < \(before)")
    }

    package func addSession(
        tokenHash: [UInt8], person: PersonID, csrfToken: String, awaitsSecondFactor: Bool
    ) throws {
        try run(
            """
            INSERT INTO session (token_hash, person_id, csrf_token, created_at, last_seen_at, awaits_second_factor)
            VALUES (\(tokenHash), \(person), \(csrfToken), \(now), \(now), \(awaitsSecondFactor))
            """)
    }

    package func touchSession(tokenHash: [UInt8]) throws {
        try run("UPDATE session SET last_seen_at = \(now) WHERE token_hash = \(tokenHash)")
    }

    package func endSession(tokenHash: [UInt8]) throws {
        try run("DELETE FROM session WHERE token_hash = \(tokenHash)")
    }

    /// Ends the person's sessions, all but the one that asks.
    package func endSessions(of person: PersonID, except tokenHash: [UInt8]? = nil) throws {
        try run("DELETE FROM session WHERE person_id = \(person) AND token_hash <> \(tokenHash ?? [])")
    }

    package func endSessions(lastSeenBefore idle: Date, createdBefore absolute: Date) throws {
        try run("DELETE FROM session WHERE last_seen_at < \(idle) OR created_at < \(absolute)")
    }

    package func setSecondFactor(of person: PersonID, secret: [UInt8]?, recoveryHashes: [[UInt8]]) throws {
        try run(
            """
            UPDATE account SET second_factor_secret = \(secret), second_factor_step = NULL WHERE person_id = \(person)
            """)
        try run("DELETE FROM recovery_code WHERE person_id = \(person)")
        for hash in recoveryHashes {
            try run("INSERT INTO recovery_code (code_hash, person_id) VALUES (\(hash), \(person))")
        }
    }

    package func acceptSecondFactor(step: Int64, of person: PersonID) throws {
        try run("UPDATE account SET second_factor_step = \(step) WHERE person_id = \(person)")
    }

    /// Uses a recovery code up; answers whether there was one.
    package func useRecoveryCode(hash: [UInt8], of person: PersonID) throws -> Bool {
        try run("DELETE FROM recovery_code WHERE code_hash = \(hash) AND person_id = \(person)") == 1
    }

    package func acknowledgePrivacyNotice(_ digest: String, by person: PersonID) throws {
        try run("UPDATE account SET privacy_notice = \(digest) WHERE person_id = \(person)")
    }

    /// A new code takes the place of an older one.
    package func setActivationCode(hash: [UInt8], of person: PersonID, expiresAt: Date) throws {
        try run(
            """
            INSERT INTO activation_code (code_hash, person_id, expires_at) VALUES (\(hash), \(person), \(expiresAt))
            ON CONFLICT (person_id) DO UPDATE SET code_hash = excluded.code_hash, expires_at = excluded.expires_at
            """)
    }

    /// Uses an activation code up; answers whose it was, where it was still good.
    package func useActivationCode(hash: [UInt8]) throws -> PersonID? {
        try value(
            "DELETE FROM activation_code WHERE code_hash = \(hash) AND expires_at > \(now) RETURNING person_id")
    }

    package func setLanguage(_ language: Language, of person: PersonID) throws {
        try run("UPDATE person SET language = \(language) WHERE person_id = \(person)")
    }
}
