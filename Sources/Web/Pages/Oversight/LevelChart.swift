import Competencies
import Oversight

/// How the people of a unit spread over the levels of one competency: the ruler with people on it.
struct LevelChart: Sendable {
    let name: String
    /// The sentence that says what the bars show; nothing where they are withheld.
    let finding: String?
    let bars: [ShareBar]
    /// The same in numbers, in the order of the levels; empty where they are withheld.
    let counts: [String]
    let isShown: Bool
    /// The columns that one remark spans in place of numbers.
    let columns: Int

    /// The level from which on a sentence sums people up: most job roles need it or more.
    private static let middle = Level(2)

    init(_ distribution: LevelDistribution, levels: LevelWords) {
        let words = levels.words
        let figures = FigureWords(words: words)
        name = "\(distribution.competency) \(levels.competency(distribution.competency))"
        columns = distribution.counts.count
        guard let counts = distribution.shown.shown else {
            (finding, bars, self.counts, isShown) = (nil, [], [], false)
            return
        }
        let names = (0..<counts.count).map { levels.name($0 == 0 ? nil : Level($0)) }
        let people = distribution.people
        finding =
            words[
                "report.levels.finding",
                [
                    "level": levels.name(Self.middle),
                    "count": figures.number(counts.dropFirst(Self.middle.rank).reduce(0, +)),
                    "all": figures.number(people),
                ]]
        bars = zip(names, counts).map { name, count in
            ShareBar(
                label: name, value: figures.number(count), share: Double(count) / Double(max(people, 1)),
                description: words[
                    "report.levels.bar", ["level": name, "count": figures.number(count), "all": figures.number(people)]]
            )
        }
        self.counts = counts.map(figures.number)
        isShown = true
    }
}
