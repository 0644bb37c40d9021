import ArgumentParser
import Courseware

struct NewCourseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "course", abstract: "Makes a course with one lesson in Azerbaijani and English.")

    @Argument(help: "The course's name in addresses: small letters, digits and hyphens.")
    var slug: String

    @Option(help: "The competency that the course teaches, as in framework.yml.")
    var competency: String

    @OptionGroup var content: ContentOptions
    @OptionGroup var file: FileOption

    func run() throws {
        let folder = try Settings(content, file: file).content.courses + "/" + slug
        try Skeleton.requireSlug(slug)
        var skeleton = Skeleton()
        skeleton.add(
            folder + "/course.yml",
            """
            title:
              az: Kursun adı
              en: Title of the course
            summary:
              az: Kurs nə öyrədir, bir-iki cümlə ilə.
              en: What the course teaches, in a sentence or two.
            minutes: 10
            teaches: {"\(competency)": 1}
            prerequisites: []
            open: false

            """)
        let az = Skeleton.lesson(title: "Birinci dərs", competency: competency, language: "az")
        let en = Skeleton.lesson(title: "The first lesson", competency: competency, language: "en")
        skeleton.add(folder + "/az/01-begin.md", az)
        skeleton.add(folder + "/en/01-begin.md", en)
        try skeleton.write()
        StandardOutput.write("Write the texts, then run `bilik check`.")
    }
}
