import AdaptiveTesting
import Competencies
import Courseware
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

    /// Why nothing is known yet: no exam was sat, or none asks for it.
    func unknown(_ id: CompetencyID, in content: Content) -> String {
        content.certification(showing: id, at: Level(1)) == nil ? words["level.no-exam"] : words["level.unknown"]
    }

    /// *Orta* where it is certain; *Orta (bəlkə yüksək)* or *Orta (baza ilə yüksək arasında)* where it is not.
    func describe(_ estimate: AbilityEstimate, cuts: [Double]) -> String {
        let judgement = LevelJudgement(estimate, cuts: cuts)
        let span = LevelJudgement.span(of: estimate, cuts: cuts)
        guard !judgement.isCertain, span.lowest != span.highest else { return name(judgement.level) }
        if span.lowest == judgement.level || span.highest == judgement.level {
            let other = span.lowest == judgement.level ? span.highest : span.lowest
            return words["level.perhaps", ["level": name(judgement.level), "other": inSentence(other)]]
        }
        return words[
            "level.between",
            ["level": name(judgement.level), "low": inSentence(span.lowest), "high": inSentence(span.highest)]]
    }

    /// How the level stands to what the job role needs.
    func describe(_ gap: Gap) -> String {
        switch gap.missing {
        case 0: words["level.met", ["level": name(gap.held)]]
        case 1: words["level.one-missing", ["level": name(gap.held)]]
        default: words["level.missing", ["level": name(gap.held), "count": String(gap.missing)]]
        }
    }

    private func inSentence(_ level: Level?) -> String {
        level == nil ? words["level.below"] : language.lowercased(name(level))
    }
}
