import Courseware
import Dispatch
import Foundation
import Logging
import UseCases

/// The content of one server: read from its folders, and from the copy of the last good version while they are broken.
struct ServedContent: Sendable {
    let folders: ContentFolders
    let copy: LastGoodCopy
    let logger: Logger

    init(folders: ContentFolders, data: DataFolder, logger: Logger) {
        self.folders = folders
        self.logger = logger
        copy = LastGoodCopy(path: data.lastGoodContent)
    }

    /// Reads the content at start; refuses, the faults named, where there is no good version at all.
    func open() throws -> (shelf: ContentShelf, stamp: ContentStamp) {
        let stamp = ContentStamp(folders)
        let (content, problems) = ContentLoader.load(folders)
        log(problems)
        if let content {
            keep(stamp)
            return (ContentShelf(content, problems: problems, readAt: Date()), stamp)
        }
        guard let older = copy.folders(insteadOf: folders), let content = ContentLoader.load(older).content else {
            for problem in problems { StandardError.write(problem.description) }
            throw CommandFailure(
                "The content has the faults named above and there is no older version to serve: mend them and run "
                    + "`bilik check`.")
        }
        logger.error("content has faults: the last good version is served")
        return (ContentShelf(content, problems: problems, isBehind: true, readAt: copy.date), stamp)
    }

    /// Reads the folders again; a broken version changes nothing but the list of faults.
    func reload(into shelf: ContentShelf, stamp: ContentStamp) {
        let (content, problems) = ContentLoader.load(folders)
        shelf.take(content, problems: problems, readAt: Date())
        log(problems)
        guard let content else {
            logger.error("content has faults: the last good version stays")
            return
        }
        keep(stamp)
        logger.notice(
            "content taken",
            metadata: ["courses": "\(content.courses.count)", "questions": "\(content.questions.count)"])
    }

    private func keep(_ stamp: ContentStamp) {
        do {
            try copy.take(folders, stamp: stamp)
        } catch {
            logger.warning("the last good content could not be copied", metadata: ["error": "\(error)"])
        }
    }

    private func log(_ problems: [ContentProblem]) {
        for problem in problems {
            logger.log(
                level: problem.severity == .error ? .error : .info, "content fault",
                metadata: ["fault": "\(problem.description)"])
        }
    }
}
