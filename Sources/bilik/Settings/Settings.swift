import Courseware
import Foundation
import Logging
import UseCases
import Web

/// The settings of one run: a flag counts before the environment, that before the file, and that before the default.
struct Settings: Sendable {
    let data: String
    let host: String
    let port: Int
    let publicAddress: String
    let trustedProxies: TrustedProxies
    let zone: TimeZone
    let content: ContentFolders
    let rules: Bilik.Rules
    let logLevel: Logger.Level

    /// - Parameters:
    ///   - flags: what stands on the command line.
    ///   - file: the settings file named there, before the one of the environment.
    ///   - standards: defaults that a command has instead of the usual ones.
    init(
        flags: [SettingKey: String], file: String?, standards: [SettingKey: String] = [:],
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws {
        let path = file ?? environment[SettingKey.fileVariable]
        let found = Found(
            flags: flags, environment: environment, file: try path.map(SettingsFile.init(path:)), standards: standards)
        data = try found.text(.data)
        host = try found.text(.host)
        port = try found.number(.port, in: 1...65_535)
        publicAddress = try found.address(.publicAddress) ?? "http://\(host):\(port)"
        zone = try found.parsed(.timezone, mend: "name one such as Asia/Baku") { TimeZone(identifier: $0) }
        content = ContentFolders(
            courses: try found.text(.courses), questionBanks: try found.text(.questionBanks),
            examBanks: found.value(.examBanks)?.text)
        trustedProxies = try found.proxies(.trustedProxy)
        var rules = Bilik.Rules()
        rules.sessionIdleMinutes = try found.number(.sessionIdleMinutes, in: 5...1440)
        rules.sessionHours = try found.number(.sessionHours, in: 1...168)
        rules.failuresPerAddress = try found.number(.failuresPerAddress, in: 10...1_000_000)
        self.rules = rules
        let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
        logLevel = try found.parsed(.logLevel, mend: "choose one of \(levels)") { Logger.Level(rawValue: $0) }
    }
}

/// Looks a setting up where it counts most, and remembers where that was: an error names the place to mend.
private struct Found {
    let flags: [SettingKey: String]
    let environment: [String: String]
    let file: SettingsFile?
    let standards: [SettingKey: String]

    struct Value {
        let text: String
        let origin: String
    }

    func value(_ key: SettingKey) -> Value? {
        if let text = flags[key] { return Value(text: text, origin: "--\(key.rawValue)") }
        if let text = environment[key.variable] { return Value(text: text, origin: key.variable) }
        if let file, let text = file.values[key] { return Value(text: text, origin: "\(key.rawValue) in \(file.path)") }
        return (standards[key] ?? key.standard).map { Value(text: $0, origin: key.rawValue) }
    }

    func parsed<Setting>(_ key: SettingKey, mend: String, _ read: (String) -> Setting?) throws -> Setting {
        guard let value = value(key), let setting = read(value.text) else {
            throw failure(key, "is not understood", mend: mend)
        }
        return setting
    }

    func text(_ key: SettingKey) throws -> String {
        try parsed(key, mend: "give it a value") { $0.isEmpty ? nil : $0 }
    }

    func number(_ key: SettingKey, in range: ClosedRange<Int>) throws -> Int {
        try parsed(key, mend: "give a whole number from \(range.lowerBound) to \(range.upperBound)") { text in
            Int(text).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    func address(_ key: SettingKey) throws -> String? {
        guard value(key) != nil else { return nil }
        return try parsed(key, mend: "write it like https://bilik.example.az, without a path") { text in
            guard let url = URL(string: text), let scheme = url.scheme, ["http", "https"].contains(scheme),
                url.host?.isEmpty == false, ["", "/"].contains(url.path), url.query == nil
            else { return nil }
            return text.hasSuffix("/") ? String(text.dropLast()) : text
        }
    }

    func proxies(_ key: SettingKey) throws -> TrustedProxies {
        do {
            return try TrustedProxies(value(key)?.text ?? "")
        } catch {
            throw failure(key, "is not understood", mend: error.description)
        }
    }

    private func failure(_ key: SettingKey, _ what: String, mend: String) -> CommandFailure {
        guard let value = value(key) else { return CommandFailure("--\(key.rawValue) is missing: \(mend).") }
        let end = mend.hasSuffix(".") ? "" : "."
        return CommandFailure("\(value.origin): “\(value.text)” \(what); \(mend)\(end)")
    }
}

extension Settings {
    /// A misspelt variable sets nothing; one that merely begins alike is nobody's fault, so it is not an error.
    static func warnOfUnknownVariables(
        _ logger: Logger, environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        let known = SettingKey.allCases.map(\.variable) + [SettingKey.fileVariable]
        for name in environment.keys.sorted() where name.hasPrefix(SettingKey.prefix) && !known.contains(name) {
            let near = NearestWord(among: known).word(for: name)
            logger.warning(
                "unknown environment variable",
                metadata: ["name": "\(name)", "mend": "\(near.map { "did you mean \($0)?" } ?? "see the README")"])
        }
    }
}
