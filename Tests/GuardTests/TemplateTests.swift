import Testing

/// The engine prints nothing for a misspelt tag: these tests hold every template against the type that it shows.
struct TemplateTests {
    /// Templates that are shown without being a page's own.
    private static let withoutPage = ["layout": "Layout"]

    @Test(arguments: WordFiles.languages)
    func `every tag is a stored property of what the page shows`(language: String) throws {
        let (types, templates) = (try Self.types(), try Self.templates())
        var walk = TemplateWalk(types: types, templates: templates, words: try WordFiles(language: language).texts)
        for type in types.shown {
            if let template = type.template { walk.walk(template, showing: type) }
        }
        for (template, type) in Self.withoutPage {
            walk.walk(template, showing: try #require(types.declarations[type], "there is no type \(type)"))
        }
        let faults = walk.faults.sorted()
        #expect(faults.isEmpty, "\(report(faults))")
        let unused = Set(templates.keys).subtracting(walk.visited).sorted()
        #expect(unused.isEmpty, "no page uses the templates \(unused)")
    }

    @Test func `a type that hands its members to the engine leaves none out`() throws {
        let parents = try Self.types().declarations.values.filter(\.isParent).sorted { $0.name < $1.name }
        let faults = parents.flatMap { type in
            type.members.filter { $0.value.isStored && !type.named.contains($0.key) }.keys.sorted()
                .map { "\(type.file): child(named:) of \(type.name) lacks \($0)" }
        }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test func `every page names its template`() throws {
        let pages = try Self.types().pages
        #expect(pages.count > 10, "the guard finds the pages")
        let faults = pages.filter { $0.template == nil }.map { "\($0.file): \($0.name) has no static let template" }
        #expect(faults.isEmpty, "\(report(faults))")
    }

    @Test(arguments: [
        ("{{title}}", 0), ("{{titel}}", 1), ("{{#rows}}{{name}}{{/rows}}", 0), ("{{#rows}}{{nam}}{{/rows}}", 1),
        ("{{name}}", 1), ("{{#codes}}{{.}}{{/codes}}", 0), ("{{#rows}}{{title}}{{/rows}}", 0),
        ("{{#rows}}{{note}}{{/rows}}", 1), ("{{#rows}}{{code}}{{/rows}}", 1), ("{{shown}}", 1), ("{{rows", 0),
        ("{{#rows}}", 1), ("{{/rows}}", 1), ("{{> other}}", 1), ("{{{title}}}", 0), ("{{{titel}}}", 1), ("[[word]]", 1),
        ("{{^rows}}{{name}}{{/rows}}", 1), ("{{#rows}}{{#last()}}{{name}}{{/last()}}{{/rows}}", 0),
    ])
    func `the guard sees what it is for`(template: String, faults: Int) throws {
        let source = """
            struct ListPage: Page {
                static let template = "list"
                let title: String
                let rows: [Row]
                let codes: [String]
                let code: String
                var shown: Bool { true }
                struct Row: Sendable {
                    let name: String
                    let code: String?
                    init(name: String, note: String) {
                        let note = name
                    }
                }
            }
            """
        let types = SwiftTypes(files: [Repository.File(path: "Sources/Web/ListPage.swift", text: source)])
        var walk = TemplateWalk(types: types, templates: ["list": template], words: ["word": "{{misspelt}}"])
        let page = try #require(types.pages.first)
        walk.walk("list", showing: page)
        #expect(walk.faults.count == faults, "\(walk.faults.sorted())")
    }

    /// Web's own types first: pages show few others.
    private static let allTypes = Result {
        let all = try Repository.files(in: "Sources", ending: ".swift")
        return SwiftTypes(files: all.filter { $0.target == "Web" } + all.filter { $0.target != "Web" })
    }

    private static func types() throws -> SwiftTypes { try allTypes.get() }

    private static func templates() throws -> [String: String] {
        try Repository.files(in: "Sources/Web/Resources/templates", ending: ".mustache")
            .reduce(into: [:]) { $0[String($1.name.dropLast(".mustache".count))] = $1.text }
    }
}
