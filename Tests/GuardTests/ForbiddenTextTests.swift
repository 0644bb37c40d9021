import Testing

/// What no source, template or style sheet may hold.
struct ForbiddenTextTests {
    @Test func `sources hold no unfinished work and no crash`() throws {
        let pattern = #/\b(?:TODO|FIXME|XXX|fatalError\(|preconditionFailure\(|try!|as!)/#.wordBoundaryKind(.simple)
        let faults = try Repository.files(in: "Sources", ending: ".swift").flatMap { Self.found(pattern, in: $0) }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `pages hold nothing that the content security policy refuses`() throws {
        let pattern = #/\s(?:style|on[a-z]+)\s*=\s*\\?["']|<style|<script(?![^>]*\ssrc=)|="javascript:/#
        let files =
            try Repository.files(in: "Sources/Web/Resources/templates", ending: ".mustache")
            + Repository.files(in: "Sources/Web/Resources/assets", ending: ".svg") + Self.swiftWithPages()
        let faults = files.flatMap { Self.found(pattern, in: $0) }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `pages, styles and scripts ask nobody else for anything`() throws {
        let pattern = #/(?:https?:)?//(?!www\.w3\.org/)[\w-]+\.[\w.-]+/#
        let files =
            try Repository.files(in: "Sources/Web/Resources/templates", ending: ".mustache")
            + ["css", "js", "svg"].flatMap {
                try Repository.files(in: "Sources/Web/Resources/assets", ending: ".\($0)")
            }
        let faults = files.flatMap { Self.found(pattern, in: $0) }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `every asset that a template names is there`() throws {
        let assets = Set(try Repository.files(in: "Sources/Web/Resources/assets", ending: "").map(\.name))
        let faults = try Repository.files(in: "Sources/Web/Resources/templates", ending: ".mustache").flatMap { file in
            file.text.matches(of: #/\[\[asset:([^\]]+)\]\]/#).map { String($0.1) }.filter { !assets.contains($0) }
                .map { "\(file.path): there is no asset \($0)" }
        }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    private static func found(_ pattern: Regex<Substring>, in file: Repository.File) -> [String] {
        file.text.matches(of: pattern).map { match in
            let line = file.text.utf8[..<match.range.lowerBound].count { $0 == UInt8(ascii: "\n") } + 1
            return "\(file.path):\(line): \(match.output.trimmingPrefix(while: \.isWhitespace))"
        }
    }

    /// Swift files that make HTML; comments are left out.
    private static func swiftWithPages() throws -> [Repository.File] {
        try ["Sources/Web", "Sources/Courseware", "Sources/Documents"]
            .flatMap { try Repository.files(in: $0, ending: ".swift") }
            .map { Repository.File(path: $0.path, text: SwiftText($0.text).code) }
    }
}
