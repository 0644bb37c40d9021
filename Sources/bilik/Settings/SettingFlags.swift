import ArgumentParser

/// A group of flags that give settings.
protocol SettingFlags {
    /// What stands on the command line.
    var given: [SettingKey: String?] { get }
}

extension Settings {
    /// The settings that a command's flags, the environment and the settings file give.
    init(_ flags: any SettingFlags..., file: FileOption, standards: [SettingKey: String] = [:]) throws {
        let given = flags.flatMap { $0.given.compactMap { key, value in value.map { (key, $0) } } }
        try self.init(
            flags: Dictionary(given, uniquingKeysWith: { first, _ in first }), file: file.config, standards: standards)
    }
}

/// The settings file; every command takes it.
struct FileOption: ParsableArguments {
    @Option(help: "A file of settings, one `key: value` a line; the environment's BILIK_CONFIG names it too.")
    var config: String?
}

/// Where the data lies and in which zone its days are.
struct DataOptions: ParsableArguments, SettingFlags {
    @Option(help: "Folder of the database. (default: data)")
    var data: String?

    @Option(help: "The state's time zone. (default: Asia/Baku)")
    var timezone: String?

    var given: [SettingKey: String?] { [.data: data, .timezone: timezone] }
}

/// Where the server listens, and its rules.
struct ServingOptions: ParsableArguments, SettingFlags {
    @Option(help: "Address to listen on. (default: 127.0.0.1)")
    var host: String?

    @Option(help: "Port to listen on. (default: 8080)")
    var port: String?

    @Option(help: "The address by which the public reaches the server; certificates carry it.")
    var publicAddress: String?

    @Option(help: "Networks whose X-Forwarded-For and -Proto are believed, as CIDR, separated by commas.")
    var trustedProxy: String?

    @Option(help: "Minutes without a request after which a session ends. (default: 240)")
    var sessionIdleMinutes: String?

    @Option(help: "Hours after which a session ends in any case. (default: 12)")
    var sessionHours: String?

    @Option(help: "Failed sign-ins an hour from one address before it is turned away. (default: 300)")
    var failuresPerAddress: String?

    @Option(help: "What is logged: trace, debug, info, notice, warning, error or critical.")
    var logLevel: String?

    var given: [SettingKey: String?] {
        [
            .host: host, .port: port, .publicAddress: publicAddress, .trustedProxy: trustedProxy,
            .sessionIdleMinutes: sessionIdleMinutes, .sessionHours: sessionHours,
            .failuresPerAddress: failuresPerAddress, .logLevel: logLevel,
        ]
    }
}
