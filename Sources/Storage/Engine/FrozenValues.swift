import Synchronization

/// Values that never change once they are committed, decoded once and kept: plans of attempts, versions of questions.
///
/// Decoding them again at every answer would cost more than everything else that an answer does.
final class FrozenValues: Sendable {
    private let values = Mutex<[String: any Sendable]>([:])

    /// Enough for every question and the attempts of a busy hour; then it starts afresh.
    private static let most = 8192

    func value<Value: Sendable>(_ key: String, as type: Value.Type = Value.self) -> Value? {
        values.withLock { $0[key] as? Value }
    }

    func keep(_ value: some Sendable, as key: String) {
        values.withLock { values in
            if values.count >= Self.most { values.removeAll(keepingCapacity: true) }
            values[key] = value
        }
    }
}
