import Courseware
import Organization
import Testing
import Training

struct ContentFuzzTests {
    private static let splinters = [
        "{", "}", "[", "]", ": ", "- ", "\n", "\n\n", "\t", "\"", "'", "|", "&a ", "*a ", "---\n", "```", "```note\n",
        "~~~",
        "<script>", "</svg>", "<!--", "&#x3c;", "![", "](", "javascript:", "[[1]]", "#", "%", "@", "`", "!!binary ",
        "? ",
        "\u{0}", "\u{7}", "\u{202E}", "\u{FEFF}", "💥", "ə", "9999999999999999999999", "-1", "1e999", "true", "null",
        "~", "../",
    ]

    @Test(arguments: 0..<12)
    func `a mutilated content gives problems or safe content`(_ seed: Int) throws {
        var chance = Chance(state: UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 &+ 1)
        for _ in 0..<25 {
            var small = SmallContent()
            for _ in 0...chance.below(3) {
                let paths = small.files.keys.sorted()
                let path = paths[chance.below(paths.count)]
                small = small.writing(mutilated(small.files[path] ?? "", &chance), to: path)
            }
            let (content, problems) = try small.load()

            #expect((content == nil) == problems.contains { $0.severity == .error })
            #expect(problems.allSatisfy { !$0.message.isEmpty && !$0.mend.isEmpty && !$0.file.isEmpty })
            #expect(content.map(objections) ?? [] == [])
        }
    }

    @Test(arguments: 0..<8)
    func `any heap of marks becomes safe HTML`(_ seed: Int) {
        var chance = Chance(state: UInt64(seed) &* 0xD1B5_4A32_D192_ED03 &+ 7)
        let marks =
            Self.splinters + [
                "*", "**", "_", "> ", "1. ", "  ", "    ", "\\", "a", "b ", "(", ")", "<b>", "<i", "=\"",
                "https://a.example/",
                "![a](../files/x.svg)", "](<", ">)", "```table\ncaption: c\n", "| ", "|\n", "````example\n", "\n[r]: ",
                "[r]",
            ]
        for _ in 0..<150 {
            let text = (0...chance.below(60)).map { _ in marks[chance.below(marks.count)] }.joined()
            for html in [Markdown(allowsChecks: true).blocks(text).html, Markdown().inline(text).html] {
                #expect(HTMLInspection.objections(to: html) == [], "\(text.debugDescription)\n\(html)")
            }
        }
    }

    private func mutilated(_ text: String, _ chance: inout Chance) -> String {
        var characters = Array(text)
        guard !characters.isEmpty else { return text }
        let start = chance.below(characters.count)
        let length = min(chance.below(chance.below(4) == 0 ? 200 : 8), characters.count - start)
        switch chance.below(5) {
        case 0: characters.removeSubrange(start..<(start + length))
        case 1: characters.insert(contentsOf: characters[start..<(start + length)], at: chance.below(characters.count))
        case 2: characters.swapAt(start, chance.below(characters.count))
        case 3: return mixed(text, &chance)
        default: characters.insert(contentsOf: Self.splinters[chance.below(Self.splinters.count)], at: start)
        }
        return String(characters)
    }

    /// The same lines, one of them elsewhere or gone.
    private func mixed(_ text: String, _ chance: inout Chance) -> String {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        let line = lines.remove(at: chance.below(lines.count))
        if chance.below(2) == 0 { lines.insert(line, at: chance.below(lines.count + 1)) }
        return lines.joined(separator: "\n")
    }

    private func objections(to content: Content) -> [String] {
        var html = content.courses.flatMap(\.lessons).flatMap { $0.body.values.joined() }.map { part in
            if case .html(let html) = part { html } else { "" }
        }
        for question in content.questions.values {
            html += [question.stem.az, question.stem.en, question.feedback.az, question.feedback.en]
            html += [question.exhibit?.body.az, question.exhibit?.body.en].compactMap { $0 }
            switch question.kind {
            case .single(let choices), .multiple(let choices):
                html += choices.flatMap { [$0.text.az, $0.text.en, $0.why?.az ?? "", $0.why?.en ?? ""] }
            case .trueFalse(_, let why): html += [why.az, why.en]
            default: break
            }
        }
        return html.flatMap(HTMLInspection.objections)
    }
}

/// SplitMix64: the same seed repeats the same mutilations.
private struct Chance {
    var state: UInt64

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return Int((z ^ (z >> 31)) % UInt64(max(1, bound)))
    }
}
