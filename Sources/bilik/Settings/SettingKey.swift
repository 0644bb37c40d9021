/// Everything that an installation may set, each by flag, by environment variable or in the settings file.
///
/// The table in the README lists them in this order; a test holds the two together.
enum SettingKey: String, CaseIterable, Sendable {
    case data, host, port
    case publicAddress = "public-address"
    case trustedProxy = "trusted-proxy"
    case timezone, courses
    case questionBanks = "question-banks"
    case examBanks = "exam-banks"
    case sessionIdleMinutes = "session-idle-minutes"
    case sessionHours = "session-hours"
    case failuresPerAddress = "failures-per-address"
    case logLevel = "log-level"

    /// `BILIK_PUBLIC_ADDRESS`.
    var variable: String { Self.prefix + rawValue.uppercased().replacing("-", with: "_") }

    static let prefix = "BILIK_"
    /// Names the settings file itself, so it cannot stand in one.
    static let fileVariable = prefix + "CONFIG"

    /// What holds where nobody says otherwise.
    var standard: String? {
        switch self {
        case .data: "data"
        case .host: "127.0.0.1"
        case .port: "8080"
        case .publicAddress, .trustedProxy, .examBanks: nil
        case .timezone: "Asia/Baku"
        case .courses: "courses"
        case .questionBanks: "question-banks"
        case .sessionIdleMinutes: "240"
        case .sessionHours: "12"
        case .failuresPerAddress: "300"
        case .logLevel: "info"
        }
    }
}
