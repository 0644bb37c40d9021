import Testing

/// Above the line nothing has a clock, a file, an output or chance of its own: they are arguments.
struct PureTargetTests {
    private static let targets = [
        "AdaptiveTesting", "Organization", "Competencies", "Training", "Assessment", "Oversight",
    ]

    @Test(arguments: targets)
    func `a pure target hides no clock, chance, file or output`(target: String) throws {
        let faults = try Repository.files(in: "Sources/\(target)", ending: ".swift").flatMap { file in
            Self.found(in: file.text).map { "\(file.path):\($0.line): \($0.what)" }
        }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test(arguments: [
        ("let day = Date()", true), ("let day = Date.now", true), ("let day: Date = .now", true),
        ("let id = UUID()", true),
        ("items.randomElement()", true), ("items.randomElement(using: &generator)", false),
        ("Int.random(in: 1...6)", true),
        ("Int.random(in: 1...6, using: &generator)", false), ("items.shuffled()", true),
        ("items.shuffled(using: &generator)", false), ("var generator = SystemRandomNumberGenerator()", true),
        ("print(items)", true), ("FileManager.default", true), ("// Date() is refused", false),
        ("let text = \"Date()\"", false), ("Date(timeIntervalSince1970: 0)", false), ("transaction.now", false),
        ("let at = clock.now()", false), ("blueprint(items)", false), ("ContinuousClock().now", true),
    ])
    func `the guard sees what it is for`(line: String, isRefused: Bool) {
        #expect(Self.found(in: line).isEmpty == !isRefused)
    }

    private static func found(in source: String) -> [(line: Int, what: String)] {
        SwiftText(source).bare.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
            .flatMap { offset, line in
                let patterns = [
                    #/\bDate\(\)/#.wordBoundaryKind(.simple), #/\bDate\.now\b/#.wordBoundaryKind(.simple),
                    #/(?:^|[\s(\[,:=])\.now\b/#.wordBoundaryKind(.simple), #/\bUUID\(\)/#.wordBoundaryKind(.simple),
                    #/\.randomElement\(\)/#, #/\.random\((?:(?!using:)[^)])*\)/#, #/\.shuffled?\(\)/#,
                    #/\bSystemRandomNumberGenerator\b/#.wordBoundaryKind(.simple), #/(?:^|[^\w.])(?:debugP|p)rint\(/#,
                    #/\bFileManager\b/#.wordBoundaryKind(.simple),
                    #/\bProcessInfo\b/#.wordBoundaryKind(.simple), #/\bContinuousClock\b/#.wordBoundaryKind(.simple),
                    #/\bSuspendingClock\b/#.wordBoundaryKind(.simple), #/\bgetenv\b/#.wordBoundaryKind(.simple),
                    #/\bfopen\b/#.wordBoundaryKind(.simple),
                ]
                return patterns.compactMap { pattern in
                    line.firstMatch(of: pattern).map { (offset + 1, String($0.output)) }
                }
            }
    }
}
