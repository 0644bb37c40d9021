/// How much work one password costs, for us once and for a thief at every guess (RFC 7914).
package struct ScryptCost: Hashable, Sendable {
    /// N, a power of two: one computation fills `128 · rounds · blockSize` bytes of memory.
    package let rounds: Int
    package let blockSize: Int
    /// Computed one after the other, so it multiplies the time and not the memory.
    package let parallelism: Int

    /// 32 MiB and about a fifth of a second: one of the equivalent settings that OWASP's password storage page gives.
    package static let standard = ScryptCost(unchecked: 1 << 15, 8, 3)
    /// Next to nothing, so that tests may make many accounts; never for a real one.
    package static let forTests = ScryptCost(unchecked: 1 << 4, 8, 1)

    /// Refuses what would exhaust the machine, for the numbers may come from a damaged row.
    ///
    /// `blockSize` ends at 16 because the library reserves only one memory page beyond the rounds themselves, and
    /// with larger blocks refuses to compute when `parallelism` is 1.
    package init?(rounds: Int, blockSize: Int, parallelism: Int) {
        guard (2...1 << 20).contains(rounds), rounds & (rounds - 1) == 0 else { return nil }
        guard (1...16).contains(blockSize), (1...16).contains(parallelism) else { return nil }
        // RFC 7914 wants rounds below 2^(16 · blockSize), which only the smallest block can miss.
        guard blockSize > 1 || rounds < 1 << 16 else { return nil }
        self.init(unchecked: rounds, blockSize, parallelism)
    }

    private init(unchecked rounds: Int, _ blockSize: Int, _ parallelism: Int) {
        self.rounds = rounds
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    /// Whether any part of the work lies below another setting's.
    package func isBelow(_ other: ScryptCost) -> Bool {
        rounds < other.rounds || blockSize < other.blockSize || parallelism < other.parallelism
    }
}
