package import Storage

extension Connection {
    /// Whether this is a demo's world, the password of whose accounts everybody knows.
    package func isDemoWorld() throws -> Bool {
        try DemoAccount.allCases.allSatisfy { try account(userName: $0.userName) != nil }
    }
}
