import Organization
import Testing
import Training

@testable import Courseware

struct GlossaryLinkTests {
    private static let glossary = Glossary(
        terms: [
            term("signature", az: "elektron imza", en: "electronic signature", enAlso: ["e-signature"]),
            term("enhanced", az: "gücləndirilmiş elektron imza", en: "enhanced electronic signature"),
            term("identity", az: "rəqəmsal kimlik", en: "digital identity"), term("server", az: "server", en: "server"),
            term("right", az: "giriş hüququ", en: "access right"), term("policy", az: "qayda", en: "security policy"),
            term("copy", az: "surət (CC)", en: "carbon copy (CC)"), term("ai", az: "Sİ", en: "AI"),
            term("file", az: "fayl", en: "file", isLinked: false),
        ])

    private func html(_ source: String, _ language: ContentLanguage = .az) -> String {
        let linker = GlossaryLinker(Self.glossary, in: language)
        return Markdown(allowsChecks: true, glossary: linker) { _ in .page("/x") }.blocks(source).html
    }

    @Test(arguments: [
        ("Elektron imzanı yoxlayın.", "<p>[signature|Elektron imzanı] yoxlayın.</p>"),
        ("Rəqəmsal kimliyin itməsi.", "<p>[identity|Rəqəmsal kimliyin] itməsi.</p>"),
        ("Bütün serverlərdən silinir.", "<p>Bütün [server|serverlərdən] silinir.</p>"),
        ("GİRİŞ HÜQUQUNU verin.", "<p>[right|GİRİŞ HÜQUQUNU] verin.</p>"),
        (
            "Gücləndirilmiş elektron imza və elektron imza.",
            "<p>[enhanced|Gücləndirilmiş elektron imza] və [signature|elektron imza].</p>"
        ),
        // Once is enough, also across call-outs.
        (
            "Server. Server.\n\n```note\nServer və elektron imza.\n```\n\nElektron imza.",
            "<p>[server|Server]. Server.</p>\n<div class=\"note\">\n<p>Server və [signature|elektron imza].</p>\n</div>\n"
                + "<p>Elektron imza.</p>"
        ),
        // Other words: made of the noun, or only beginning like it.
        ("Serversiz, serverçi, elektron imzalamaq.", "<p>Serversiz, serverçi, elektron imzalamaq.</p>"),
        ("Sİ kömək edir, Siyahı yox.", "<p>[ai|Sİ] kömək edir, Siyahı yox.</p>"),
        // Nowhere but in running text.
        (
            "## Server\n\n[server](https://a.az) `server`",
            "<h2>Server</h2>\n<p><a href=\"https://a.az\" rel=\"noopener\">server</a> <code>server</code></p>"
        ),
        ("«Elektron imza haqqında» Qanun", "<p>«Elektron imza haqqında» Qanun</p>"),
        (
            "## Mənbələr\n\n- server\n\n## Son\n\nserver",
            "<h2>Mənbələr</h2>\n<ul>\n<li>server</li>\n</ul>\n<h2>Son</h2>\n<p>[server|server]</p>"
        ),
        (
            "Fayl. [Fayl](glossary:file) və [imza](glossary:signature), elektron imza.",
            "<p>Fayl. [file|Fayl] və [signature|imza], elektron imza.</p>"
        ),
        ("*Elektron imza* & <b>", "<p><em>[signature|Elektron imza]</em> &amp; &lt;b&gt;</p>"),
    ])
    func `the first occurrence of a term leads to it`(source: String, expected: String) {
        #expect(html(source) == Self.linked(expected) + "\n")
    }

    @Test(arguments: [
        ("Electronic signatures and e-signature.", "<p>[signature|Electronic signatures] and e-signature.</p>"),
        ("Security policies.", "<p>[policy|Security policies].</p>"),
        ("The Law on Electronic Signature.", "<p>The Law on Electronic Signature.</p>"),
        ("Observers and AI.", "<p>Observers and [ai|AI].</p>"),
        ("A carbon copy (CC).", "<p>A [copy|carbon copy] (CC).</p>"),
        ("“Access right” and access rights.", "<p>“Access right” and [right|access rights].</p>"),
    ])
    func `English has plurals and titles in capitals`(source: String, expected: String) {
        #expect(html(source, .en) == Self.linked(expected) + "\n")
    }

    /// `[id|words]` written out as the link that it stands for.
    private static func linked(_ text: String) -> String {
        text.replacing(#/\[([a-z]+)\|([^\]]+)\]/#) {
            "<a class=\"term\" href=\"/glossary/\($0.output.1)\">\($0.output.2)</a>"
        }
    }

    private static func term(
        _ id: String, az: String, en: String, enAlso: [String] = [], isLinked: Bool = true
    ) -> Glossary.Term {
        Glossary.Term(
            id: id, name: LocalizedName(az: az, en: en, ru: en), also: [.en: enAlso], isLinked: isLinked,
            explanation: LocalizedText(az: "", en: ""))
    }
}
