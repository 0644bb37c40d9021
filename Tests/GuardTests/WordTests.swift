import Testing

/// The interface is whole in all three languages, and says nothing that nobody asks for.
struct WordTests {
    @Test(arguments: WordFiles.languages)
    func `a word file is sorted, plain and without doubles`(language: String) throws {
        let faults = try WordFiles(language: language).faults
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `every word stands in all three languages`() throws {
        let files = try WordFiles.languages.map(WordFiles.init(language:))
        let all = Set(files.flatMap { $0.entries.map(\.key) })
        let faults = files.flatMap { file in
            all.subtracting(file.entries.map(\.key)).sorted().map { "words/\(file.language) lacks \($0)" }
        }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `no word is empty`() throws {
        let faults = try WordFiles.languages.flatMap { language in
            try WordFiles(language: language).entries.filter { $0.text.allSatisfy(\.isWhitespace) }
                .map { "\($0.place): \($0.key) is empty" }
        }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `a word holds the same tags in every language`() throws {
        let (az, others) = (try WordFiles(language: "az").texts, ["en", "ru"])
        let faults = try others.flatMap { language in
            try WordFiles(language: language).entries.compactMap { entry -> String? in
                let (own, first) = (WordFiles.tags(in: entry.text), WordFiles.tags(in: az[entry.key] ?? entry.text))
                return own == first
                    ? nil : "\(entry.place): \(entry.key) holds \(own.sorted()), in az \(first.sorted())"
            }
        }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `every word that is asked for exists`() throws {
        let known = Set(try WordFiles(language: "az").entries.map(\.key))
        let (uses, faults) = try WordUse.all()
        let missing = uses.filter { !known.contains($0.key) }.map { "\($0.place): there is no word \($0.key)" }
        let inTemplates = try Self.keysInTemplates().filter { !known.contains($0.key) }
            .map { "\($0.value): there is no word \($0.key)" }
        let all = faults + missing + inTemplates.sorted()
        #expect(all.isEmpty, "\(report(all))")
    }

    @Test func `every word is used`() throws {
        let used = Set(try WordUse.all().uses.map(\.key)).union(try Self.keysInTemplates().keys)
        let faults = try WordFiles(language: "az").entries.filter { !used.contains($0.key) }
            .map { "\($0.place): nobody uses \($0.key)" }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `a word asked for in Swift gets the tags that it holds`() throws {
        let texts = try WordFiles(language: "az").texts
        let faults = try WordUse.all().uses.compactMap { use -> String? in
            guard let filled = use.filled, let text = texts[use.key] else { return nil }
            let tags = WordFiles.tags(in: text)
            return filled == tags
                ? nil : "\(use.place): \(use.key) holds \(tags.sorted()), filled in are \(filled.sorted())"
        }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    private static func keysInTemplates() throws -> [String: String] {
        try Repository.files(in: "Sources/Web/Resources/templates", ending: ".mustache")
            .reduce(into: [String: String]()) { keys, file in
                for match in file.text.matches(of: #/\[\[([^\]:]+)\]\]/#) { keys[String(match.1)] = file.path }
            }
    }
}
