import AdaptiveTesting
import Competencies
import Organization

/// Levels and their uncertainty in words.
struct LevelWords: Sendable {
    let framework: Framework
    let language: Language
    let words: Words

    func name(_ level: Level?) -> String {
        level.map { framework.name(of: $0, in: language) } ?? words["level.none"]
    }

    var names: [String] { framework.levels.map { $0.name[language] } }

    func competency(_ id: CompetencyID) -> String { framework.competency(id)?.name[language] ?? id.value }

    /// *Orta* where it is certain; *Orta (baza ilə yüksək arasında)* where the uncertainty reaches further.
    func describe(_ estimate: AbilityEstimate, cuts: [Double]) -> String {
        let judgement = LevelJudgement(estimate, cuts: cuts)
        let span = LevelJudgement.span(of: estimate, cuts: cuts)
        guard !judgement.isCertain, span.lowest != span.highest else { return name(judgement.level) }
        return words[
            "level.between",
            [
                "level": name(judgement.level), "low": lowercased(name(span.lowest)),
                "high": lowercased(name(span.highest)),
            ]]
    }

    /// How the level stands to what the job role needs.
    func describe(_ gap: Gap) -> String {
        switch gap.missing {
        case 0: words["level.met", ["level": name(gap.held)]]
        case 1: words["level.one-missing", ["level": name(gap.held)]]
        default: words["level.missing", ["level": name(gap.held), "count": String(gap.missing)]]
        }
    }

    private func lowercased(_ text: String) -> String { language.lowercased(text) }
}
