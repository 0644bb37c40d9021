import Glibc

/// How often a short exam over many competencies finds each one's exact level, by one ability and by a joint posterior.
///
/// The one-ability rule is Pix's: all answers give one ability, which is looked up in each competency's table. People have
/// uneven profiles: abilities scatter about their own mean as much as the means do.
package struct JointAbilitySimulation: Sendable {
    package var competencies = 16
    package var answersPerCompetency = 2
    package var cuts = [-1.0, 0, 1, 2]
    /// Whose answers the variances are estimated from, and who is then examined.
    package var earlierPeople = 1000
    package var people = 1000
    /// The truth.
    package var generalDeviation = 1.0
    package var deviation = 1.0

    package init() {}

    package struct Figures: Hashable, Sendable {
        /// Shares of competencies whose exact level was found.
        package var oneAbility = 0.0
        package var estimatedVariances = 0.0
        package var knownVariances = 0.0
        /// The share of true abilities inside their 95 % interval, with estimated variances.
        package var coverage = 0.0
    }

    package func figures(seed: UInt64, parallelism: Int = 1) async -> Figures {
        var generator = SeededGenerator(seed: seed)
        let earlier = (0..<earlierPeople).map { _ in person(using: &generator).answers }
        let estimated = StructureGrid(
            await AbilityStructure.estimated(
                from: earlier, competencies: competencies, parallelism: parallelism))
        let truth = AbilityStructure(
            competencies: competencies, generalDeviation: generalDeviation, deviation: deviation)
        let known = StructureGrid(truth)
        // The most that one ability can do: its prior is as wide as abilities are.
        let variance = generalDeviation * generalDeviation + deviation * deviation
        let prior = Prior(mean: 0, standardDeviation: variance.squareRoot())
        var figures = Figures()
        for _ in 0..<people {
            let (abilities, answers) = person(using: &generator)
            let single = Posterior.estimate(of: answers.map { ($0.item, $0.correct) }, prior: prior).ability
            let joint = estimate(answers, on: estimated)
            let best = estimate(answers, on: known)
            for competency in 0..<competencies {
                let level = level(abilities[competency])
                figures.oneAbility += self.level(single) == level ? 1 : 0
                figures.estimatedVariances +=
                    joint.likeliestLevel(inCompetency: competency, cuts: cuts) == level ? 1 : 0
                figures.knownVariances += best.likeliestLevel(inCompetency: competency, cuts: cuts) == level ? 1 : 0
                let interval = joint.interval(holding: 0.95, inCompetency: competency)
                figures.coverage += interval.contains(abilities[competency]) ? 1 : 0
            }
        }
        let count = Double(max(people * competencies, 1))
        return Figures(
            oneAbility: figures.oneAbility / count, estimatedVariances: figures.estimatedVariances / count,
            knownVariances: figures.knownVariances / count, coverage: figures.coverage / count)
    }

    private func level(_ ability: Double) -> Int { cuts.count { ability >= $0 } }

    private func estimate(_ answers: [CompetencyAnswer], on grid: StructureGrid) -> JointEstimate {
        var posterior = JointPosterior(grid)
        for answer in answers {
            posterior.observe(answer.item, inCompetency: answer.competency, correct: answer.correct)
        }
        return posterior.summary
    }

    private func person(using generator: inout SeededGenerator) -> (abilities: [Double], answers: [CompetencyAnswer]) {
        let general = generalDeviation * generator.normal()
        let abilities = (0..<competencies).map { _ in general + deviation * generator.normal() }
        var answers: [CompetencyAnswer] = []
        for competency in 0..<competencies {
            for _ in 0..<answersPerCompetency {
                guard let item = ItemParameters.drawn(using: &generator) else { continue }
                let correct = simulateAnswer(parameters: item, ability: abilities[competency], using: &generator)
                answers.append(CompetencyAnswer(item: item, competency: competency, correct: correct))
            }
        }
        return (abilities, answers)
    }
}

extension ItemParameters {
    /// An item of the usual kind: log a from N(0.1, 0.3²), b from N(0, 1).
    static func drawn(using generator: inout SeededGenerator) -> ItemParameters? {
        let slopes = ColdCalibration.usualLogDiscrimination
        return try? .twoParameter(
            discrimination: exp(slopes.mean + slopes.standardDeviation * generator.normal()),
            difficulty: generator.normal())
    }
}
