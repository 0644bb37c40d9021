import Courseware
import Testing
import Training

struct MarkdownTests {
    private let markdown = Markdown(allowsChecks: true) { address in
        switch address {
        case "../files/x.svg": .figure(address: "/courses/c/files/x.svg", width: 10, height: 20)
        case "02-next.md": .page("/courses/c/02-next")
        default: .missing(mend: "?")
        }
    }

    @Test(arguments: [
        ("Bir *iki* **üç** `dörd`", "<p>Bir <em>iki</em> <strong>üç</strong> <code>dörd</code></p>\n"),
        ("## Başlıq", "<h2>Başlıq</h2>\n"),
        ("# Başlıq", "<h2>Başlıq</h2>\n"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>\n"),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("- a\n\n- b", "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n</li>\n</ul>\n"),
        ("> a", "<blockquote>\n<p>a</p>\n</blockquote>\n"),
        ("a  \nb\nc", "<p>a<br>\nb\nc</p>\n"),
        ("a\n\n***\n\nb", "<p>a</p>\n<hr>\n<p>b</p>\n"),
        ("```text\na < b\n```", "<pre tabindex=\"0\"><code>a &lt; b\n</code></pre>\n"),
        ("<b>x</b>", "<p>&lt;b&gt;x&lt;/b&gt;</p>\n"),
        ("<div>\nx\n</div>", "<p>&lt;div&gt;\nx\n&lt;/div&gt;</p>\n"),
        (
            "[e](https://e-gov.az/?a=1&b=ə)",
            "<p><a href=\"https://e-gov.az/?a=1&amp;b=%C9%99\" rel=\"noopener\">e</a></p>\n"
        ),
        ("<https://e-gov.az>", "<p><a href=\"https://e-gov.az\" rel=\"noopener\">https://e-gov.az</a></p>\n"),
        (
            "[a](mailto:a@b.az) [t](tel:+994-12-108)",
            "<p><a href=\"mailto:a@b.az\">a</a> <a href=\"tel:+994-12-108\">t</a></p>\n"
        ),
        ("[n](02-next.md)", "<p><a href=\"/courses/c/02-next\">n</a></p>\n"),
        ("[n](03-none.md)", "<p>n</p>\n"),
        ("[f](../files/x.svg)", "<p><a href=\"/courses/c/files/x.svg\">f</a></p>\n"),
        (
            "![A \"b\" *c*](../files/x.svg)",
            "<p><img src=\"/courses/c/files/x.svg\" alt=\"A &quot;b&quot; c\" width=\"10\" height=\"20\" loading=\"lazy\"></p>\n"
        ),
        ("```note\nx\n```", "<div class=\"note\">\n<p>x</p>\n</div>\n"),
        (
            "```warning\n**T**\n\nx **y**\n```",
            "<div class=\"note warning\">\n<strong>T</strong>\n<p>x <strong>y</strong></p>\n</div>\n"
        ),
        ("```example\n**T**\nx\n```", "<div class=\"note example\">\n<strong>T</strong>\n<p>x</p>\n</div>\n"),
        ("```note\n**T** x\n```", "<div class=\"note\">\n<p><strong>T</strong> x</p>\n</div>\n"),
        ("```note\n**T**\n```", "<div class=\"note\">\n<strong>T</strong>\n</div>\n"),
    ])
    func `CommonMark becomes HTML`(_ source: String, _ html: String) {
        #expect(markdown.blocks(source).html == html)
    }

    @Test func `a table is a region with a caption and heads`() {
        let table = """
            ```table
            caption: Kim *nə* edir
            | Kim | Gün | Qeyd |
            | --- | --- | --- |
            | A | 1 200 | a \\| b |
            | B | 3,5 % |  |
            ```
            """
        let rendered = markdown.blocks(table)

        #expect(rendered.findings == [])
        #expect(
            rendered.html == """
                <div class="scroll" tabindex="0" role="region" aria-label="Kim nə edir"><table>
                <caption>Kim <em>nə</em> edir</caption>
                <thead>
                <tr><th scope="col">Kim</th><th scope="col" class="n">Gün</th><th scope="col">Qeyd</th></tr>
                </thead>
                <tbody>
                <tr><th scope="row">A</th><td class="n">1 200</td><td>a | b</td></tr>
                <tr><th scope="row">B</th><td class="n">3,5 %</td><td></td></tr>
                </tbody>
                </table></div>

                """)
    }

    @Test(arguments: [("Bu", "Bu"), ("`a` *b*", "<code>a</code> <em>b</em>"), ("a\nb", "a\nb"), ("<b>", "&lt;b&gt;")])
    func `a choice has no paragraph`(_ source: String, _ html: String) {
        #expect(markdown.inline(source).html == html)
    }

    @Test func `checks divide a lesson, and only a lesson`() {
        let source = "a\n\n```check\n 4.2-003 \n```\n\nb"

        #expect(
            markdown.blocks(source).segments == [
                .html("<p>a</p>\n"), .check(QuestionID("4.2-003"), line: 4), .html("<p>b</p>\n"),
            ])
        #expect(Markdown().blocks(source).findings.map(\.line) == [3])
    }

    @Test(arguments: [
        ("a\n\nb\n[x](y.md)", 4), ("- a\n- [x](y.md)", 2), ("> a\n>\n> [x](y.md)", 3), ("## a\n\n## [x](y.md)", 3),
        ("```note\n\na\n\n[x](y.md)\n```", 5), ("1. a\n\n   ```note\n   b\n   [x](y.md)\n   ```", 5),
        ("```table\ncaption: c\n|a|b|\n|c|[x](y.md)|\n```", 4), ("a\n\n```table\ncaption: [x](y.md)\n|a|\n|b|\n```", 4),
    ])
    func `a finding names its line`(_ source: String, _ line: Int) {
        #expect(markdown.blocks(source).findings.map(\.line) == [line], "\(markdown.blocks(source).findings)")
    }

    @Test(arguments: [
        ("```nota\nx\n```", "`note`"), ("```Warning\nx\n```", "`warning`"), ("```note Diqqət\nx\n```", "alone"),
    ])
    func `a misspelt block is named`(_ source: String, _ mend: String) {
        #expect(markdown.blocks(source).findings.first?.mend.contains(mend) == true)
    }

    @Test(arguments: ["", "text", "sql", "code", "html", "c", "swift"])
    func `other blocks are plain code`(_ info: String) {
        #expect(markdown.blocks("```\(info)\nx\n```").findings == [])
    }

    @Test func `a text that shows nothing is a fault`() {
        #expect(markdown.blocks("[a]: https://a.example").findings.map(\.message) == ["the text shows nothing"])
    }
}
