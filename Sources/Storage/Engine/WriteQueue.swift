import Dispatch
import FoundationEssentials
import GRDB
import Synchronization

/// Gathers the writes that arrive while one is being made durable, and commits them together.
///
/// One flush of the disk costs more than a hundred statements. Each write keeps its own savepoint, so one that fails
/// undoes itself alone; none is acknowledged before the commit that carries it.
final class WriteQueue: Sendable {
    private struct Job: Sendable {
        /// Runs the body and answers how to tell its caller, given whether the commit failed.
        let run: @Sendable (Transaction) throws -> @Sendable ((any Error)?) -> Void
        let fail: @Sendable (any Error) -> Void
    }

    private let engine: any DatabaseWriter
    private let kept: FrozenValues
    private let zone: TimeZone
    private let clock: @Sendable () -> Date
    private let queue = DispatchQueue(label: "bilik.writes")
    private let waiting = Mutex<[Job]>([])

    /// The most writes in one commit, so that a flood delays nobody for long.
    private static let mostTogether = 64

    init(
        engine: any DatabaseWriter, kept: FrozenValues, zone: TimeZone, clock: @escaping @Sendable () -> Date
    ) {
        self.engine = engine
        self.kept = kept
        self.zone = zone
        self.clock = clock
    }

    func add<Value: Sendable>(
        _ body: @escaping @Sendable (Transaction) throws -> Value,
        finish: @escaping @Sendable (Result<Value, any Error>) -> Void
    ) {
        let job = Job(
            run: { transaction in
                let value = try body(transaction)
                return { commitError in finish(commitError.map(Result.failure) ?? .success(value)) }
            },
            fail: { finish(.failure($0)) })
        let isFirst = waiting.withLock { jobs in
            jobs.append(job)
            return jobs.count == 1
        }
        // Whoever finds the queue empty wakes the writer; the others ride along or are taken in its next round.
        if isFirst { queue.async { self.commitWaiting() } }
    }

    func drain() {
        queue.sync {}
    }

    private func commitWaiting() {
        while true {
            let jobs = waiting.withLock { jobs in Array(jobs.prefix(Self.mostTogether)) }
            guard !jobs.isEmpty else { return }
            commit(jobs)
            let isDone = waiting.withLock { waiting in
                waiting.removeFirst(jobs.count)
                return waiting.isEmpty
            }
            if isDone { return }
        }
    }

    private func commit(_ jobs: [Job]) {
        var answers: [@Sendable ((any Error)?) -> Void] = []
        do {
            try engine.writeWithoutTransaction { database in
                try database.inTransaction(.immediate) {
                    for job in jobs {
                        do {
                            try database.inSavepoint {
                                let transaction = database.transaction(kept: kept, now: clock(), zone: zone)
                                let answer = try job.run(transaction)
                                answers.append(answer)
                                return .commit
                            }
                        } catch {
                            answers.append { _ in job.fail(error) }
                        }
                    }
                    return .commit
                }
            }
        } catch {
            let told = answers.count
            answers.forEach { $0(error) }
            // Where the transaction could not even begin, nobody has an answer yet.
            jobs.dropFirst(told).forEach { $0.fail(error) }
            return
        }
        answers.forEach { $0(nil) }
    }
}
