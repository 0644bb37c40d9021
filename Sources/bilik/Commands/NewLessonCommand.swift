import ArgumentParser
import Courseware
import Foundation

struct NewLessonCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "lesson", abstract: "Adds a lesson in Azerbaijani and English to the end of a course.",
        discussion: "Add the lesson's minutes to those of course.yml: they are the sum of its lessons'.")

    @Argument(help: "The course.")
    var course: String

    @Argument(help: "The lesson's name in addresses, without its number.")
    var slug: String

    @Option(help: "The competency that the lesson belongs to, as in framework.yml.")
    var competency: String

    @OptionGroup var content: ContentOptions
    @OptionGroup var file: FileOption

    func run() throws {
        let folder = try Settings(content, file: file).content.courses + "/" + course
        try Skeleton.requireSlug(slug)
        guard let lessons = try? FileManager.default.contentsOfDirectory(atPath: folder + "/az") else {
            throw CommandFailure("There is no course \(course): make it with `bilik new course \(course)`.")
        }
        let last = lessons.filter { $0.hasSuffix(".md") }.compactMap { Int($0.prefix(2)) }.max() ?? 0
        guard last < 99 else { throw CommandFailure("The course has 99 lessons: begin another one.") }
        let name = "\(last < 9 ? "0" : "")\(last + 1)-\(slug).md"
        var skeleton = Skeleton()
        let az = Skeleton.lesson(title: "Dərsin adı", competency: competency, language: "az")
        let en = Skeleton.lesson(title: "Title of the lesson", competency: competency, language: "en")
        skeleton.add("\(folder)/az/\(name)", az)
        skeleton.add("\(folder)/en/\(name)", en)
        try skeleton.write()
        StandardOutput.write("Write the texts, add 10 to `minutes` of course.yml, then run `bilik check`.")
    }
}
