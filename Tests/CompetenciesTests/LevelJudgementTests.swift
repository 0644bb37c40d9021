import AdaptiveTesting
import Competencies
import Organization
import Testing

@Suite struct LevelJudgementTests {
    static let cuts = [-1.0, 0.0, 1.0, 2.0]

    @Test(
        arguments: [
            (-2.0, nil), (-1.01, nil), (-1.0, 1), (-0.2, 1), (0.0, 2), (0.99, 2), (1.5, 3), (2.0, 4), (5.0, 4),
        ] as [(Double, Int?)])
    func `a level is held from its cut on`(ability: Double, level: Int?) {
        let judgement = LevelJudgement(
            AbilityEstimate(ability: ability, standardError: 0.4), cuts: Self.cuts)
        #expect(judgement.level == level.map { Level($0) })
    }

    @Test func `a level is certain when P of standing above its cut is 0,95`() {
        let sure = LevelJudgement(AbilityEstimate(ability: 0.66, standardError: 0.4), cuts: Self.cuts)
        let unsure = LevelJudgement(AbilityEstimate(ability: 0.65, standardError: 0.4), cuts: Self.cuts)
        #expect(sure.isCertain && sure.level == Level(2))
        #expect(!unsure.isCertain && unsure.level == Level(2))
    }

    @Test func `below the first cut the probability is that of standing below it`() {
        let judgement = LevelJudgement(AbilityEstimate(ability: -2, standardError: 0.4), cuts: Self.cuts)
        #expect(judgement.level == nil)
        #expect(judgement.probability > 0.99)
    }

    @Test func `age adds to the variance up to the prior's, and never makes a state surer`() throws {
        let scale = Scale(
            difficultySD: 0.85, discrimination: 1, priorMean: 0, priorSD: 1, varianceGrowthPerMonth: 0.01)
        let day = try #require(Day("2026-01-31"))
        let state = CompetencyState(
            competency: CompetencyID("4.2"), estimate: AbilityEstimate(ability: 0.7, standardError: 0.5), day: day)

        let year = state.aged(to: day.adding(months: 12), on: scale)
        #expect(abs(year.estimate.standardError - (0.25 + 0.12).squareRoot()) < 1e-12)
        #expect(state.aged(to: day.adding(months: 1200), on: scale).estimate.standardError == 1)
        #expect(state.aged(to: day.adding(days: -40), on: scale).estimate.standardError == 0.5)

        let wide = CompetencyState(
            competency: state.competency, estimate: AbilityEstimate(ability: 0, standardError: 1.2), day: day)
        #expect(abs(wide.aged(to: day.adding(months: 5), on: scale).estimate.standardError - 1.2) < 1e-12)
    }

    @Test func `competencies stand in the order of the framework`() {
        let codes = ["6.10", "4.2", "6.2", "6.1", "10.1", "4", "6.2.b", "6.2.a"].map { CompetencyID($0) }
        #expect(codes.sorted().map(\.value) == ["4", "4.2", "6.1", "6.2", "6.2.a", "6.2.b", "6.10", "10.1"])
    }

    @Test func `gaps count the levels that are missing`() {
        let role = JobRole(
            id: "clerk", name: LocalizedName(az: "a", en: "b", ru: "c"),
            needs: [CompetencyID("4.2"): Level(3), CompetencyID("4.1"): Level(1)])
        let gaps = role.gaps(holding: [CompetencyID("4.2"): Level(1), CompetencyID("4.1"): Level(2)])
        #expect(gaps.map(\.competency.value) == ["4.1", "4.2"])
        #expect(gaps.map(\.missing) == [0, 2])
        #expect(role.gaps(holding: [:]).map(\.missing) == [1, 3])
    }
}
