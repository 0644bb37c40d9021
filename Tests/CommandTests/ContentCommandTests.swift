import Foundation
import Testing

@Suite struct ContentCommandTests {
    @Test func `skeletons have no fault, and replace nothing`() async throws {
        let program = try Program()
        defer { program.remove() }
        for name in ["courses", "question-banks"] {
            try FileManager.default.copyItem(atPath: "\(Program.repository)/\(name)", toPath: program.path(name))
        }
        // A bank that no lesson needs makes room for a new one.
        for name in ["4.3.yml", "exhibits/43-page-comments.az.md", "exhibits/43-page-comments.en.md"] {
            try FileManager.default.removeItem(atPath: program.path("question-banks/\(name)"))
        }

        let course = try await program.run("new", "course", "safe-mail", "--competency", "4.2")
        let lesson = try await program.run("new", "lesson", "safe-mail", "attachments", "--competency", "4.2")
        let bank = try await program.run("new", "bank", "4.3")
        let unfinished = try await program.run("check")
        let settings = program.path("courses/safe-mail/course.yml")
        let text = try String(contentsOfFile: settings, encoding: .utf8)
        try Data(text.replacing("minutes: 10", with: "minutes: 20").utf8).write(to: URL(fileURLWithPath: settings))
        let checked = try await program.run("check")
        let again = try await program.run("new", "course", "safe-mail", "--competency", "4.2")

        #expect(course.status == 0 && bank.status == 0)
        #expect(lesson.output.contains("courses/safe-mail/az/02-attachments.md"))
        #expect(unfinished.status == 1)
        #expect(unfinished.errors.contains("write `minutes: 20`"))
        #expect(checked.errors == "")
        #expect(checked.status == 0)
        #expect(again.status == 1)
        #expect(again.errors.contains("is there already and is not overwritten"))
    }

    @Test(arguments: ["../evil", "Böyük", "-x", ""])
    func `a name that is no slug makes nothing`(slug: String) async throws {
        let program = try Program()
        defer { program.remove() }

        let run = try await program.run("new", "course", "--competency", "4.2", "--", slug)

        #expect(run.status != 0)
        #expect(!FileManager.default.fileExists(atPath: program.path("courses")))
    }
}
