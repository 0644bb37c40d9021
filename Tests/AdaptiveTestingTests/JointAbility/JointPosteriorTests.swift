import AdaptiveTesting
import Foundation
import Testing

@Suite struct `Several competencies at once` {
    private func item(_ difficulty: Double = 0) throws -> ItemParameters {
        try .twoParameter(discrimination: 1.4, difficulty: difficulty)
    }

    @Test func `one competency that is general ability is scored as by itself`() throws {
        var joint = JointPosterior(AbilityStructure(competencies: 1, generalDeviation: 0.8, deviation: 0.6))
        var single = Posterior()
        for (difficulty, correct) in [(-1.0, true), (0, true), (0.5, false), (1, true)] {
            joint.observe(try item(difficulty), inCompetency: 0, correct: correct)
            single.observe(try item(difficulty), correct: correct)
        }

        let found = joint.summary.competencies[0]
        #expect(abs(found.ability - single.estimate.ability) < 1e-4)
        #expect(abs(found.standardError - single.estimate.standardError) < 1e-4)
        #expect(abs(joint.summary.probability(above: 0.3, inCompetency: 0) - single.probability(above: 0.3)) < 0.005)
    }

    /// Against a sum over a fine grid in three dimensions: general ability and two competencies.
    @Test func `the posterior is that of brute force`() throws {
        let structure = AbilityStructure(generalDeviation: 0.9, means: [0.2, -0.3], deviations: [0.5, 0.8])
        var joint = JointPosterior(structure)
        let answers = try [(item(0), 0, true), (item(1), 0, true), (item(-0.5), 1, false)]
        for (item, competency, correct) in answers {
            joint.observe(item, inCompetency: competency, correct: correct)
        }
        let expected = BruteForce(structure, answers)

        let found = joint.summary
        #expect(abs(found.general.ability - expected.general) < 1e-3)
        for competency in 0...1 {
            #expect(abs(found.competencies[competency].ability - expected.means[competency]) < 1e-3)
            for other in 0...1 {
                #expect(abs(found.covariance[competency, other] - expected.products[competency][other]) < 2e-3)
            }
        }
    }

    @Test func `an answer informs other competencies as far as the structure says`() throws {
        let shifts = try [0.2, 1, 3].map { deviation in
            var joint = JointPosterior(AbilityStructure(competencies: 2, deviation: deviation))
            for _ in 0..<3 { joint.observe(try item(), inCompetency: 0, correct: true) }
            return joint.summary.competencies[1].ability
        }

        #expect(shifts[0] > 0.5)
        #expect(shifts[0] > shifts[1])
        #expect(shifts[1] > shifts[2])
        #expect(shifts[2] > 0)
    }

    @Test func `the order of answers does not matter`() throws {
        let structure = AbilityStructure(competencies: 3)
        let answers = try (0..<9).map { (try item(Double($0) / 3 - 1.5), $0 % 3, $0 % 2 == 0) }
        let summaries = [answers, answers.reversed()].map { order in
            var joint = JointPosterior(structure)
            for (item, competency, correct) in order { joint.observe(item, inCompetency: competency, correct: correct) }
            return joint.summary
        }

        for competency in 0..<3 {
            let (one, other) = (summaries[0].competencies[competency], summaries[1].competencies[competency])
            #expect(abs(one.ability - other.ability) < 1e-12)
        }
    }

    @Test func `a level needs evidence`() throws {
        var joint = JointPosterior(AbilityStructure(competencies: 2, deviation: 1))
        let cuts = [-1.0, 0, 1, 2]
        for _ in 0..<25 { joint.observe(try item(0.5), inCompetency: 0, correct: true) }
        let found = joint.summary

        guard case .level(let level, let probability) = found.result(inCompetency: 0, cuts: cuts) else {
            Issue.record("no level after 25 answers")
            return
        }
        #expect(level == 4)
        #expect(probability > 0.5)
        guard case .notEnoughEvidence = found.result(inCompetency: 1, cuts: cuts) else {
            Issue.record("a level in a competency that was never asked")
            return
        }
        let shares = found.levelProbabilities(inCompetency: 1, cuts: cuts)
        #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    }

    /// Small, for every run; `JointAbilitySimulation` with its defaults gives the published figures.
    @Test func `estimated variances find levels that one ability misses, and cover the truth`() async {
        var simulation = JointAbilitySimulation()
        simulation.earlierPeople = 120
        simulation.people = 120
        simulation.competencies = 8

        let figures = await simulation.figures(seed: 7)

        #expect(figures.estimatedVariances > figures.oneAbility)
        #expect(abs(figures.coverage - 0.95) < 0.04)
    }

    @Test func `means and deviations are found`() async throws {
        var generator = SeededGenerator(seed: 3)
        let truth = AbilityStructure(generalDeviation: 1, means: [0.5, -0.5], deviations: [0.4, 1])
        var people: [[CompetencyAnswer]] = []
        for _ in 0..<300 {
            let general = generator.normal()
            var answers: [CompetencyAnswer] = []
            for competency in 0...1 {
                let ability =
                    general + truth.means[competency] + truth.deviations[competency] * generator.normal()
                for number in 0..<8 {
                    let item = try item(Double(number) / 2 - 2)
                    let correct = simulateAnswer(parameters: item, ability: ability, using: &generator)
                    answers.append(CompetencyAnswer(item: item, competency: competency, correct: correct))
                }
            }
            people.append(answers)
        }

        let found = await AbilityStructure.estimated(from: people, competencies: 2, pooledPeople: 0)
        for competency in 0...1 { #expect(abs(found.means[competency] - truth.means[competency]) < 0.25) }
        // Two competencies tell only how far apart they are: the sum of both deviations' variances.
        let apart = found.deviations.reduce(0) { $0 + $1 * $1 }
        #expect(abs(apart.squareRoot() - 1.16.squareRoot()) < 0.3)
    }
}

/// The posterior by summing over every combination of abilities.
private struct BruteForce {
    private(set) var general = 0.0
    private(set) var means = [0.0, 0.0]
    private(set) var products = [[0.0, 0.0], [0.0, 0.0]]

    init(_ structure: AbilityStructure, _ answers: [(ItemParameters, Int, Bool)]) {
        let points = AbilityGrid(over: -5...5, count: 81).points
        let likelihoods = (0...1).map { competency in
            points.map { ability in
                answers.filter { $0.1 == competency }.reduce(1.0) { product, answer in
                    let right = answer.0.probability(ofSuccessAt: ability)
                    return product * (answer.2 ? right : 1 - right)
                }
            }
        }
        var total = 0.0
        for shared in points {
            let prior = exp(-shared * shared / (2 * structure.generalDeviation * structure.generalDeviation))
            let own = (0...1).map { competency in
                points.indices.map { index in
                    let distance =
                        (points[index] - structure.means[competency] - shared) / structure.deviations[competency]
                    return exp(-distance * distance / 2) * likelihoods[competency][index]
                }
            }
            for one in points.indices where own[0][one] * prior > 1e-12 {
                for other in points.indices {
                    let weight = prior * own[0][one] * own[1][other]
                    total += weight
                    general += weight * shared
                    means[0] += weight * points[one]
                    means[1] += weight * points[other]
                    products[0][0] += weight * points[one] * points[one]
                    products[0][1] += weight * points[one] * points[other]
                    products[1][1] += weight * points[other] * points[other]
                }
            }
        }
        general /= total
        means = means.map { $0 / total }
        products[0][0] = products[0][0] / total - means[0] * means[0]
        products[0][1] = products[0][1] / total - means[0] * means[1]
        products[1][1] = products[1][1] / total - means[1] * means[1]
        products[1][0] = products[0][1]
    }
}
