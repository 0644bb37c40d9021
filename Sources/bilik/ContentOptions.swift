import ArgumentParser
import Courseware

/// Where the content lies.
struct ContentOptions: ParsableArguments {
    @Option(help: "Folder of the courses, framework, certifications and job roles.")
    var courses = "courses"

    @Option(help: "Folder of the question banks.")
    var questionBanks = "question-banks"

    @Option(help: "Folder of the state's own exam questions; those in the question banks are then left aside.")
    var examBanks: String?

    var folders: ContentFolders {
        ContentFolders(courses: courses, questionBanks: questionBanks, examBanks: examBanks)
    }
}
