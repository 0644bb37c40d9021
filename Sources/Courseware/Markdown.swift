package import Training

/// Turns an author's CommonMark into HTML that is safe to print.
///
/// No byte of the source reaches the output except through `escaped(_:)`, and every tag is written by the renderer
/// itself: markup that an author writes is shown as text.
package struct Markdown: Sendable {
    /// The longest text that is read, in bytes: a lesson with everything in it must stay under 40 KB compressed.
    package static let mostBytes = 65_536

    /// Where a relative address of a text leads.
    package enum Target: Hashable, Sendable {
        case page(String)
        case figure(address: String, width: Int, height: Int)
        case missing(mend: String)
    }

    package struct Finding: Hashable, Sendable {
        /// 1-based, in the text that was rendered.
        package let line: Int
        package let severity: ContentProblem.Severity
        package let message: String
        package let mend: String
    }

    /// A piece of a rendered text.
    package enum Segment: Hashable, Sendable {
        case html(String)
        case check(QuestionID, line: Int)
    }

    package struct Rendered: Hashable, Sendable {
        package let segments: [Segment]
        package let findings: [Finding]

        /// The HTML without the self-check questions.
        package var html: String {
            segments.map { if case .html(let html) = $0 { html } else { "" } }.joined()
        }
    }

    let allowsChecks: Bool
    /// Finds the terms that the text links to; nothing where it links to none.
    let glossary: GlossaryLinker?
    let target: @Sendable (String) -> Target

    /// - Parameters:
    ///   - allowsChecks: whether `check` blocks may stand in the text.
    ///   - target: finds out where a relative address leads, as seen from the text.
    package init(
        allowsChecks: Bool = false,
        target: @escaping @Sendable (String) -> Target = { _ in .missing(mend: "write a full https address") }
    ) {
        self.init(allowsChecks: allowsChecks, glossary: nil, target: target)
    }

    init(allowsChecks: Bool, glossary: GlossaryLinker?, target: @escaping @Sendable (String) -> Target) {
        self.allowsChecks = allowsChecks
        self.glossary = glossary
        self.target = target
    }

    /// A text of any length: paragraphs, lists, tables, call-outs.
    package func blocks(_ source: String) -> Rendered {
        var renderer = MarkdownRenderer(markdown: self)
        renderer.render(source, form: .blocks)
        return renderer.rendered
    }

    /// A text of one paragraph, without the paragraph's tags.
    package func inline(_ source: String) -> Rendered {
        var renderer = MarkdownRenderer(markdown: self)
        renderer.render(source, form: .inline)
        return renderer.rendered
    }
}
