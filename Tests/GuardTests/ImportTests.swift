import Testing

/// Which target may import what.
///
/// The order of the targets is the rule: each imports only targets above it.
struct ImportTests {
    private static let order = [
        "AdaptiveTesting", "Organization", "Competencies", "Training", "Assessment", "Oversight", "Courseware",
        "Storage",
        "Documents", "UseCases", "Web", "bilik",
    ]
    private static let pure = order.prefix(6)
    private static let fromPureTargets: Set = ["FoundationEssentials", "Glibc", "Collections", "OrderedCollections"]

    /// What a target outside the pure ones takes from elsewhere.
    private static let outside: [String: Set<String>] = [
        "Courseware": ["CCMark", "Foundation", "FoundationEssentials", "Yams"],
        "Storage": ["Dispatch", "Foundation", "FoundationEssentials", "GRDB", "Synchronization"],
        "Documents": ["CPangoCairo", "CQREncode", "Foundation", "FoundationEssentials", "Synchronization"],
        "UseCases": ["Crypto", "CryptoExtras", "Foundation", "FoundationEssentials", "Logging", "Synchronization"],
        "Web": [
            "CDeflate", "Crypto", "Foundation", "FoundationEssentials", "Glibc", "HTTPTypes", "Hummingbird", "Logging",
            "Mustache", "NIOCore", "Synchronization", "Yams",
        ],
        "bilik": [
            "ArgumentParser", "Dispatch", "Foundation", "Glibc", "Hummingbird", "Logging", "ServiceLifecycle",
            "Synchronization", "Yams",
        ],
    ]

    /// Products that come along with one that Package.swift names.
    private static let bringsAlong = ["HTTPTypes": "Hummingbird", "NIOCore": "Hummingbird"]
    private static let ofTheToolchain: Set = [
        "Dispatch", "Foundation", "FoundationEssentials", "Glibc", "Synchronization",
    ]

    @Test func `each file imports only what the table allows`() throws {
        let faults = try Repository.files(in: "Sources", ending: ".swift").flatMap { file in
            try Self.imports(of: file).compactMap { line, module -> String? in
                let allowed = try Self.allowed(in: file.target)
                return allowed.contains(module) ? nil : "\(file.path):\(line): \(file.target) may not import \(module)"
            }
        }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `every target stands in the order`() throws {
        let targets = Set(try Repository.files(in: "Sources", ending: ".swift").map(\.target))
        #expect(targets == Set(Self.order))
    }

    @Test func `Package.swift declares what is imported and no target below`() throws {
        let package = try Repository.text(of: "Package.swift")
        for (place, target) in Self.order.enumerated() {
            let declared = try Self.declaredDependencies(of: target, in: package)
            let below = declared.filter { name in Self.order.firstIndex(of: name).map { $0 >= place } ?? false }
            #expect(below.isEmpty, "\(target) declares \(below), which do not stand above it")
            let imported = Set(
                try Repository.files(in: "Sources/\(target)", ending: ".swift").flatMap {
                    Self.imports(of: $0).map(\.1)
                })
            let missing = imported.subtracting(declared).subtracting(Self.ofTheToolchain)
                .filter { !declared.contains(Self.bringsAlong[$0] ?? "") }
            #expect(
                missing.isEmpty, "\(target) imports \(missing.sorted()), which Package.swift does not declare for it")
        }
    }

    private static func allowed(in target: String) throws -> Set<String> {
        guard let place = order.firstIndex(of: target) else { throw Repository.Missing(path: "order of \(target)") }
        let above = Set(order[..<place])
        return pure.contains(target) ? above.union(fromPureTargets) : above.union(outside[target] ?? [])
    }

    private static func imports(of file: Repository.File) -> [(Int, String)] {
        let source = SwiftText(file.text).bare
        return source.split(separator: "\n", omittingEmptySubsequences: false).enumerated().compactMap { offset, line in
            guard line.utf8.count < 100, line.contains("import "),
                let match = line.firstMatch(
                    of:
                        #/^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:package|public|internal|private|fileprivate)\s+)?import\s+(?:(?:struct|class|enum|func|protocol|var|let|typealias)\s+)?(\w+)/#
                )
            else { return nil }
            return (offset + 1, String(match.1))
        }
    }

    /// The names between the brackets of a target's declaration; `pure` and the constants of products are looked up.
    private static func declaredDependencies(of target: String, in package: String) throws -> Set<String> {
        let start =
            package.firstRange(of: "module(\"\(target)\"") ?? package.firstRange(of: "\"\(target)\", pure")
            ?? package.firstRange(of: #/module\(\s*"Web"/#).flatMap { target == "Web" ? $0 : nil }
            ?? package.firstRange(of: #/\.executableTarget\(\s*name: "bilik"/#).flatMap { target == "bilik" ? $0 : nil }
        guard let start else { throw Repository.Missing(path: "the target \(target) in Package.swift") }
        let declaration = Self.untilClosed(package[start.lowerBound...])
        var names = Set(declaration.matches(of: #/"(\w+)"/#).map { String($0.1) })
        if declaration.contains(#/\bpure\b/#.wordBoundaryKind(.simple)) { names.formUnion(pure) }
        for constant in package.matches(of: #/let (\w+) = Target\.Dependency\.product\(name: "(\w+)"/#)
        where declaration.contains(try Regex("\\b\(constant.1)\\b").wordBoundaryKind(.simple)) {
            names.insert(String(constant.2))
        }
        return names.subtracting([target, "Resources"])
    }

    private static func untilClosed(_ text: Substring) -> Substring {
        var depth = 0
        for index in text.indices {
            if text[index] == "(" { depth += 1 }
            if text[index] == ")" {
                depth -= 1
                if depth == 0 { return text[...index] }
            }
        }
        return text
    }
}
