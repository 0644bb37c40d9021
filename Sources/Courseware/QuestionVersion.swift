import FoundationEssentials
import Training

extension Question {
    /// The question with the digest of its content as its version.
    ///
    /// The digest is FNV-1a, 64 bits (Fowler, Noll and Vo; offset basis and prime as in RFC 9923), over the question's JSON
    /// with sorted keys and an empty version, in sixteen hexadecimal digits. It finds changes; it is no seal against
    /// someone who wants two questions to look the same.
    func versioned() throws -> Question {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let digest = try encoder.encode(with(version: "")).reduce(0xcbf2_9ce4_8422_2325 as UInt64) { hash, byte in
            (hash ^ UInt64(byte)) &* 0x100_0000_01b3
        }
        let digits = String(digest, radix: 16)
        return with(version: String(repeating: "0", count: 16 - digits.count) + digits)
    }

    private func with(version: String) -> Question {
        Question(
            id: id, version: version, competency: competency, use: use, level: level, measures: measures, stem: stem,
            kind: kind, feedback: feedback, exhibit: exhibit, source: source)
    }
}
