package import Courseware
import Synchronization

/// The content that is being served: the last good version, and what is wrong with a newer one.
package final class ContentShelf: Sendable {
    private struct State {
        var content: Content
        var problems: [ContentProblem]
    }

    private let state: Mutex<State>

    package init(_ content: Content, problems: [ContentProblem] = []) {
        state = Mutex(State(content: content, problems: problems))
    }

    package var current: Content { state.withLock { $0.content } }

    package var problems: [ContentProblem] { state.withLock { $0.problems } }

    /// Takes a newly loaded version where it is whole; the last good one stays otherwise.
    package func take(_ content: Content?, problems: [ContentProblem]) {
        state.withLock { state in
            state.problems = problems
            if let content { state.content = content }
        }
    }
}
