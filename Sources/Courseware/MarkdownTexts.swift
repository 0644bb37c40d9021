import Organization
import Yams

extension YAMLValue {
    enum MarkdownForm { case blocks, inline }

    /// A Markdown text in both languages, rendered.
    func localizedMarkdown(_ form: MarkdownForm, by markdown: Markdown) -> LocalizedText? {
        guard let translations = translations() else { return nil }
        let az = translations.az.markdown(form, by: markdown)
        let en = translations.en.markdown(form, by: markdown)
        guard let az, let en else { return nil }
        return LocalizedText(az: az, en: en)
    }

    private func markdown(_ form: MarkdownForm, by markdown: Markdown) -> String? {
        guard let text = text(), case .scalar(let scalar) = node, let line = place.line else { return nil }
        let rendered = form == .blocks ? markdown.blocks(text) : markdown.inline(text)
        // Only in a literal block (`|`) do the lines of the text stand in the file as they are.
        let isLiteral = scalar.style == .literal
        log.take(rendered.findings, in: file, firstLine: isLiteral ? line + 1 : line, isExact: isLiteral)
        return rendered.findings.contains { $0.severity == .error } ? nil : trimmed(rendered.html)
    }
}
