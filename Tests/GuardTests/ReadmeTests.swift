import Testing

/// The README names every command and every setting, so that nobody has to read the source to run the program.
struct ReadmeTests {
    @Test func `the README names every command`() throws {
        let readme = try Repository.text(of: "README.md")
        let commands = try CommandLineSources().commands
        #expect(commands.contains("bilik demo"), "the guard finds the commands")
        let missing = commands.filter { !readme.contains($0) }
        #expect(missing.isEmpty, "README.md does not name: \(missing.joined(separator: ", "))")
    }

    @Test func `the README names every setting`() throws {
        let readme = try Repository.text(of: "README.md")
        let settings = try CommandLineSources().settings
        #expect(settings.contains("--data"), "the guard finds the settings")
        let missing = settings.filter { !readme.contains($0) }
        #expect(missing.isEmpty, "README.md does not name: \(missing.joined(separator: ", "))")
    }

    @Test func `the README names the steps of a developer`() throws {
        let readme = try Repository.text(of: "README.md")
        let steps = ["scripts/run", "scripts/test", "make check", "make format"]
        let missing = steps.filter { !readme.contains($0) }
        #expect(missing.isEmpty, "README.md does not name: \(missing.joined(separator: ", "))")
    }

    @Test func `every script that the README, the Makefile or CI names is there`() throws {
        let texts = try ["README.md", "Makefile", ".ci/run", "CONTRIBUTING.md"].map {
            ($0, try Repository.text(of: $0))
        }
        let scripts = Set(try Repository.files(in: "scripts", ending: "").map(\.path))
        let faults = texts.flatMap { path, text in
            Set(text.matches(of: #/\bscripts/[\w-]+(?:\.\w+)?/#.wordBoundaryKind(.simple)).map { String($0.output) })
                // Where a text names a folder or a script under a test, the file may come later.
                .filter { name in !scripts.contains { $0 == name || $0.hasPrefix("\(name)/") } }
                .filter { !text.contains("-x \($0)") }.map { "\(path) names \($0), which is not there" }
        }
        #expect(faults.isEmpty, "\(report(faults.sorted()))")
    }
}

/// Commands and settings as Sources/bilik declares them.
struct CommandLineSources {
    /// With the commands above: `bilik account create`.
    let commands: [String]
    /// Flags such as `--data`, and environment variables such as `BILIK_TIMEZONE`.
    let settings: [String]

    private struct Command {
        let name: String
        let subcommands: [String]
    }

    init() throws {
        var byType: [String: Command] = [:]
        var settings: Set<String> = []
        for file in try Repository.files(in: "Sources/bilik", ending: ".swift") {
            let source = SwiftText(file.text).code
            let types = source.matches(of: #/\bstruct (\w+)\s*:[^{]*\{/#.wordBoundaryKind(.simple))
            for (index, type) in types.enumerated() {
                let end = index + 1 < types.count ? types[index + 1].range.lowerBound : source.endIndex
                let body = source[type.range.upperBound..<end]
                guard let name = body.firstMatch(of: #/commandName:\s*"([\w-]+)"/#) else { continue }
                let list = body.firstMatch(of: #/subcommands:\s*\[([^\]]*)\]/#)
                let subcommands = list.map { $0.1.matches(of: #/([\w.]+)\.self/#).map { String($0.1) } } ?? []
                byType[String(type.1)] = Command(
                    name: String(name.1),
                    subcommands: subcommands.map { $0.split(separator: ".").last.map(String.init) ?? $0 })
            }
            settings.formUnion(Self.settings(in: source))
        }
        for file in try Repository.files(in: "Sources", ending: ".swift") {
            settings.formUnion(
                file.text.matches(of: #/\bBILIK_[A-Z0-9_]+/#.wordBoundaryKind(.simple)).map { String($0.output) })
        }
        self.settings = settings.sorted()
        var commands: [String] = []
        func add(_ type: String, below path: String) {
            guard let command = byType[type] else {
                commands.append("\(path) (\(type): no commandName found)")
                return
            }
            let own = path.isEmpty ? command.name : "\(path) \(command.name)"
            if command.subcommands.isEmpty { commands.append(own) }
            for subcommand in command.subcommands { add(subcommand, below: own) }
        }
        add("BilikCommand", below: "")
        self.commands = commands
    }

    private static func settings(in source: String) -> [String] {
        source.matches(of: #/@(?:Option|Flag)\s*(\((?:[^()"]|"(?:[^"\\]|\\.)*"|\([^()]*\))*\))?\s*var (\w+)/#).map {
            match in
            if let long = match.1?.firstMatch(of: #/customLong\("([\w-]+)"/#) { return "--\(long.1)" }
            return "--"
                + match.2.reduce(into: "") { flag, letter in
                    flag += letter.isUppercase ? "-\(letter.lowercased())" : String(letter)
                }
        }
    }
}
