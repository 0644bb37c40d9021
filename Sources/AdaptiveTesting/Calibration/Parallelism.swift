/// Runs `work` on every part, at most `parallelism` at a time, and gives the results back in the parts' order.
func inParallel<Part: Sendable, Result: Sendable>(
    _ parts: [Part], parallelism: Int, _ work: @escaping @Sendable (Part) -> Result
) async -> [Result] {
    guard parallelism > 1, parts.count > 1 else { return parts.map(work) }
    let lanes = min(parallelism, parts.count)
    return await withTaskGroup(of: [(Int, Result)].self) { group in
        for lane in 0..<lanes {
            group.addTask { stride(from: lane, to: parts.count, by: lanes).map { ($0, work(parts[$0])) } }
        }
        var results: [(Int, Result)] = []
        for await some in group { results += some }
        return results.sorted { $0.0 < $1.0 }.map { $0.1 }
    }
}

extension ResponseMatrix {
    /// The rows in stretches of `size`, the last one shorter.
    func chunks(of size: Int) -> [Range<Int>] {
        stride(from: 0, to: rowCount, by: size).map { $0..<min($0 + size, rowCount) }
    }
}
