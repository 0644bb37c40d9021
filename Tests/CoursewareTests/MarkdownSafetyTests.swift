import Courseware
import Testing

private let hostileMarkup = [
    "<script>alert(1)</script>",
    "<SCRIPT SRC=//evil.example/x.js></SCRIPT>",
    "text <img src=x onerror=alert(1)> text",
    "<svg/onload=alert(1)>",
    "<svg><script>alert(1)</script></svg>",
    "<iframe src=\"javascript:alert(1)\"></iframe>",
    "<a href=\"javascript:alert(1)\">x</a>",
    "<style>@import 'https://evil.example'</style>",
    "<!-- --><script>alert(1)</script>",
    "<![CDATA[<script>alert(1)</script>]]>",
    "<?php echo 1 ?>",
    "<!DOCTYPE html><body onload=alert(1)>",
    "<math><mi xlink:href=\"data:x\">",
    "<div\nonclick=alert(1)\n>x",
    "<base href=\"https://evil.example/\">",
    "<form action=\"https://evil.example\"><input name=password>",
    "</p></div></main><script>1</script>",
    "`<script>alert(1)</script>`",
    "    <script>alert(1)</script>",
    "&lt;script&gt;alert(1)&lt;/script&gt;",
    "&#60;script&#62;alert(1)&#60;/script&#62;",
    "\\<script>alert(1)\\</script>",
    "[x](javascript:alert(1))",
    "[x](JaVaScRiPt:alert(1))",
    "[x](java&#115;cript:alert(1))",
    "[x](&#x6A;avascript:alert(1))",
    "[x](java&Tab;script:alert(1))",
    "[x](java&NewLine;script:alert(1))",
    "[x](<java\tscript:alert(1)>)",
    "[x](\u{1}javascript:alert(1))",
    "[x](<  javascript:alert(1)>)",
    "[x](javascript&colon;alert(1))",
    "[x](javascript%3Aalert(1))",
    "[x](javas\\cript:alert(1))",
    "[x](\\javascript:alert(1))",
    "[x](vbscript:msgbox(1))",
    "[x](data:text/html;base64,PHNjcmlwdD4=)",
    "[x](file:///etc/passwd)",
    "[x](blob:https://example.org/x)",
    "[x](view-source:https://example.org)",
    "[x](feed:javascript:alert(1))",
    "[x](//evil.example)",
    "[x](\\\\\\\\evil.example)",
    "[x](/\\evil.example)",
    "[x](https:evil.example)",
    "[x](https:///evil.example)",
    "[x](https://gov.example@evil.example/)",
    "[x](https:\\\\evil.example)",
    "[x](ｊavascript:alert(1))",
    "[x](https://a.example/\"onmouseover=\"alert(1))",
    "[x](https://a.example/'onmouseover='alert(1))",
    "[x](<https://a.example/\"><script>alert(1)</script>>)",
    "[x](https://a.example \"t\\\" onclick=alert(1)\")",
    "[x][r]\n\n[r]: javascript:alert(1)",
    "[r]\n\n[r]: <data:text/html,x> 'title'",
    "<javascript:alert(1)>",
    "<https://a.example/\"onclick=\"x>",
    "<x@example.org>",
    "![x](javascript:alert(1))",
    "![x](data:image/svg+xml,<svg onload=alert(1)>)",
    "![\"onerror=\"alert(1)](https://a.example/x.png)",
    "![x](https://a.example/x.png)",
    "![<script>](../files/x.svg)",
    "![a [b](javascript:alert(1)) c](../files/x.svg)",
    "[![x](javascript:1)](javascript:2)",
    "*<b>*_<i>_**</b>**",
    "[<script>](https://a.example)",
    "# <script>\n\n<b>\n===",
    "```html\n<script>alert(1)</script>\n```",
    "```\"><script>alert(1)</script>\nx\n```",
    "```note\n<script>alert(1)</script>\n```",
    "```note onclick=alert(1)\nx\n```",
    "~~~warning\n**<script>**\n~~~",
    "````note\n```table\ncaption: <script>\n| <b> | c |\n| <img src=x onerror=1> | [x](javascript:1) |\n```\n````",
    "```table\ncaption: \"><script>alert(1)</script>\n| a | b |\n| 1 | 2 |\n```",
    "```table\ncaption: [[1]]\n| ```note | <script> |\n| # x | > y |\n```",
    "```check\n\"><script>alert(1)</script>\n```",
    "````note\n```note\n<script>\n```\n````",
    "`````example\n````warning\n```note\n<b>\n```\n````\n`````",
    "> ```note\n> <script>\n> ```\n> <b>",
    "- ```table\n  caption: <i>\n  | <b> | x |\n  | 1 | 2 |\n  ```",
    "a\0b<script\0>",
    "<scr\0ipt>alert(1)</script>",
    "[x](https://a.example/[[1]])",
    "![[[1]]](../files/x.svg)",
]

private let endless: [(name: String, text: String)] = [
    (">", String(repeating: ">", count: 10_000)), ("> ", String(repeating: "> ", count: 10_000)),
    ("[", String(repeating: "[", count: 10_000)),
    ("[]", String(repeating: "[", count: 10_000) + String(repeating: "]", count: 10_000)),
    ("1. ", String(repeating: "1. ", count: 10_000) + String(repeating: "\n", count: 10_000)),
    ("- ", String(repeating: "- ", count: 10_000) + String(repeating: "\n", count: 10_000)),
    ("![[]()", String(repeating: "![[]()", count: 10_000)), ("*a_", String(repeating: "*a_", count: 20_000)),
    ("**", String(repeating: "**x ", count: 15_000)),
    ("`", (1...300).map { String(repeating: "`", count: $0) }.joined(separator: "a")),
    ("<", String(repeating: "<a ", count: 20_000)), ("&", String(repeating: "&#1;", count: 15_000)),
    ("[a]: b", String(repeating: "[a]: b\n", count: 8000)),
    ("deep quotes", (1...250).map { String(repeating: ">", count: min($0, 31)) + " x\n" }.joined(separator: "\n")),
    ("table", "```table\ncaption: x\n" + String(repeating: "|a|b|\n", count: 8000) + "```"),
    ("megabyte", String(repeating: "söz ", count: 250_000)),
    ("megabyte of <", String(repeating: "<", count: 1_000_000)),
    ("indented lists", (0..<200).map { String(repeating: " ", count: $0 * 2) + "- x" }.joined(separator: "\n")),
]

private let markdown = Markdown(allowsChecks: true) { address in
    address == "../files/x.svg" ? .figure(address: "/courses/c/files/x.svg", width: 10, height: 20) : .missing(mend: "")
}

struct MarkdownSafetyTests {
    @Test(arguments: hostileMarkup)
    func `hostile markup never becomes markup`(_ source: String) {
        for source in [
            source, "text\n\n\(source)\n\ntext", "- \(source)", "**\(source)**", "[x](https://a.example/)\(source)",
        ] {
            for rendered in [markdown.blocks(source), markdown.inline(source)] {
                #expect(HTMLInspection.objections(to: rendered.html) == [], "\(source)\n\(rendered.html)")
            }
        }
    }

    @Test(arguments: endless.map(\.name))
    func `endless input ends quickly`(_ name: String) throws {
        let text = try #require(endless.first { $0.name == name }).text
        var html: [String] = []
        let took = ContinuousClock().measure {
            html = [markdown.blocks(text).html, markdown.inline(text).html]
        }
        for html in html {
            #expect(HTMLInspection.objections(to: html) == [])
            #expect(html.utf8.count < 30 * Markdown.mostBytes)
        }
        // Seconds, not milliseconds: the machine may be busy, and the quadratic cases took half a minute.
        #expect(took < .seconds(8), "\(took)")
    }

    @Test func `hostile yaml ends quickly`() throws {
        let texts = [
            String(repeating: "[", count: 100_000), String(repeating: "{a: ", count: 100_000),
            String(repeating: "- ", count: 100_000), String(repeating: "? ", count: 50_000),
            "a: &a [x, x, x]\n" + (0..<30).map { "b\($0): &b\($0) [*\($0 == 0 ? "a" : "b\($0 - 1)"), *a]\n" }.joined(),
            "jobRoles:\n" + String(repeating: "  - {id: x}\n", count: 80_000), String(repeating: "x", count: 1_000_000),
            "\u{FEFF}\0", "%YAML 9.9\n---\na: b", "--- a\n--- b", "!!binary aGk=: x", "? {a: b}\n: c",
        ]
        for text in texts {
            let (content, problems) = try SmallContent().writing(text, to: "courses/job-roles.yml").load()
            #expect(content == nil)
            #expect(problems.contains { $0.file == "courses/job-roles.yml" })
        }
    }

    @Test func `problems do not carry control characters to the terminal`() throws {
        let evil = "jobRoles:\n  - \"\\e]0;owned\\a\": 1\n"
        let (_, problems) = try SmallContent().writing(evil, to: "courses/job-roles.yml").load()

        #expect(!problems.isEmpty)
        #expect(problems.allSatisfy { $0.description.unicodeScalars.allSatisfy { $0.value >= 0x20 } })
    }
}
