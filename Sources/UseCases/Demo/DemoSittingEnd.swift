import AdaptiveTesting
import Assessment
import FoundationEssentials

/// How a sitting ends: nearly all answer every question; a few walk away, hand in early or run out of time.
struct DemoSittingEnd {
    var mostAnswers = Int.max
    var handsIn = false
    let secondsEach: Int

    /// - Parameter isSure: whether the sitting must come to its end.
    init(_ attempt: Attempt, isSure: Bool, using generator: inout some RandomNumberGenerator) {
        let minutes = attempt.closesAt.map { $0.timeIntervalSince(attempt.startedAt) / 60 } ?? 60
        let fairSeconds = minutes * 60 / Double(max(1, attempt.plan.longest))
        let draw = generator.fraction()
        secondsEach = max(20, Int(fairSeconds * (isSure ? 0.5 : draw < 0.02 ? 1.3 : 0.35 + 0.4 * generator.fraction())))
        guard !isSure else { return }
        switch draw {
        case 0.02..<0.05: mostAnswers = 1 + generator.index(below: max(1, attempt.plan.minimumLength - 1))
        case 0.05..<0.065:
            mostAnswers = attempt.plan.minimumLength + 1
            handsIn = true
        default: break
        }
    }
}
