import HTTPTypes
import Organization
import Testing

@testable import Web

@Suite struct LayoutTests {
    @Test func `what is read without a mirror names every property`() {
        let link = Layout.LanguageLink(code: "az", label: "AZ", path: "/", isCurrent: true)
        let entry = MenuEntry(path: "/", label: "a", isCurrent: false)
        var visit = Visit()
        visit.location = "/"
        let page = VerifyFormPage(typed: "", isWrong: false, words: Words(language: .az, texts: [:]))
        let layout = Layout(
            page: page, main: "m", visit: visit, words: Words(language: .az, texts: [:]), isDemo: true, formToken: "t")
        for child in Mirror(reflecting: layout).children {
            guard let label = child.label, label != "personName" else { continue }
            #expect(layout.child(named: label) != nil, "\(label)")
        }
        for label in Mirror(reflecting: link).children.compactMap(\.label) {
            #expect(link.child(named: label) != nil, "\(label)")
        }
        for label in Mirror(reflecting: entry).children.compactMap(\.label) {
            #expect(entry.child(named: label) != nil, "\(label)")
        }
    }
}
