import Dispatch
import ServiceLifecycle
import UseCases

/// Looks every few seconds whether the content folders have changed, and takes what is new.
struct ContentWatch: Service {
    let content: ServedContent
    let shelf: ContentShelf
    /// The folders as they were when the shelf was filled.
    let stamp: ContentStamp

    private static let pause = Duration.seconds(5)

    func run() async throws {
        await cancelWhenGracefulShutdown {
            var known = stamp
            while !Task.isCancelled {
                try? await Task.sleep(for: Self.pause)
                if Task.isCancelled { return }
                known = await look(known)
            }
        }
    }

    /// Reading hundreds of files keeps a thread busy, so it is none of those that answer visitors.
    private func look(_ known: ContentStamp) async -> ContentStamp {
        await withCheckedContinuation { continuation in
            DispatchQueue.global(qos: .utility).async {
                let found = ContentStamp(content.folders)
                if found != known { content.reload(into: shelf, stamp: found) }
                continuation.resume(returning: found)
            }
        }
    }
}
