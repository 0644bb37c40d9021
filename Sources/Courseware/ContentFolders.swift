/// Where the content lies.
package struct ContentFolders: Hashable, Sendable {
    package let courses: String
    package let questionBanks: String
    /// A folder outside the repository that holds the exam questions; those of `questionBanks` are then not read.
    package let examBanks: String?

    package init(courses: String, questionBanks: String, examBanks: String? = nil) {
        self.courses = courses
        self.questionBanks = questionBanks
        self.examBanks = examBanks
    }
}
