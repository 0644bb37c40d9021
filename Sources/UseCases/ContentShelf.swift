package import Courseware
package import FoundationEssentials
import Synchronization

/// The content that is being served: the last good version, and what is wrong with a newer one.
package final class ContentShelf: Sendable {
    /// What is on the shelf at one moment.
    package struct State: Sendable {
        package fileprivate(set) var content: Content
        package fileprivate(set) var problems: [ContentProblem]
        /// Whether the files hold a newer version that cannot be served.
        package fileprivate(set) var isBehind: Bool
        /// When the content that is served was read from its files, where that is known.
        package fileprivate(set) var readAt: Date?
    }

    private let held: Mutex<State>

    /// - Parameter isBehind: whether this is a copy of an older version, because the files have faults.
    package init(
        _ content: Content, problems: [ContentProblem] = [], isBehind: Bool = false, readAt: Date? = nil
    ) {
        held = Mutex(State(content: content, problems: problems, isBehind: isBehind, readAt: readAt))
    }

    package var state: State { held.withLock { $0 } }

    package var current: Content { held.withLock { $0.content } }

    package var problems: [ContentProblem] { held.withLock { $0.problems } }

    /// Takes a newly loaded version where it is whole; the last good one stays otherwise.
    package func take(_ content: Content?, problems: [ContentProblem], readAt: Date? = nil) {
        held.withLock { state in
            state.problems = problems
            state.isBehind = content == nil
            guard let content else { return }
            state.content = content
            state.readAt = readAt
        }
    }
}
