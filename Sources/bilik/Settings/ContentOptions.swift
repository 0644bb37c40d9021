import ArgumentParser

/// Where the content lies.
struct ContentOptions: ParsableArguments, SettingFlags {
    @Option(help: "Folder of the courses, framework, certifications and job roles. (default: courses)")
    var courses: String?

    @Option(help: "Folder of the question banks. (default: question-banks)")
    var questionBanks: String?

    @Option(help: "Folder of the state's own exam questions; those in the question banks are then left aside.")
    var examBanks: String?

    var given: [SettingKey: String?] {
        [.courses: courses, .questionBanks: questionBanks, .examBanks: examBanks]
    }
}
