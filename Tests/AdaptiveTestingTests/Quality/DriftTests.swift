import AdaptiveTesting
import Testing

@Suite struct `Drift of an item` {
    /// Small, for every run; the simulation's defaults and more seeds give the published figures.
    @Test func `is found within a hundred answers of a leak, and seldom where there is none`() async {
        var simulation = DriftSimulation()
        simulation.items = 60
        simulation.otherAnswers = 8

        let figures = await simulation.figures(seed: 4)

        #expect(figures.found >= 0.6)
        #expect(figures.falseAlarms <= 0.05)
    }

    @Test func `is told from its direction`() {
        for (correct, alarm) in [(true, DriftChart.Alarm.easier), (false, .harder)] {
            var chart = DriftChart()
            let alarms = (0..<100).compactMap { _ in chart.observe(correct: correct, predicted: 0.5) }
            #expect(alarms.first == alarm)
        }
    }

    @Test func `forgets what lies more than a hundred answers back`() {
        var chart = DriftChart()
        for _ in 0..<12 { _ = chart.observe(correct: true, predicted: 0.5) }
        let before = chart.easier
        for number in 0..<100 { _ = chart.observe(correct: number % 2 == 0, predicted: 0.5) }

        #expect(before > 3)
        #expect(chart.easier < 0)
        #expect(chart.answers == 112)
    }

    @Test func `is seen in stored answers, in the item that leaked`() throws {
        var simulated = try SimulatedResponses(items: 12, people: 500, seed: 40)
        var matrix = ResponseMatrix(itemCount: 12)
        for row in 0..<simulated.matrix.rowCount {
            let leaked = row >= 250
            matrix.append(
                simulated.matrix.answers(inRow: row).map { ($0.item, $0.correct || (leaked && $0.item == 5)) })
        }
        simulated.matrix = matrix

        let alarms = FittedModel(items: simulated.items, model: .twoParameter).drift(in: matrix)
        #expect(Set(alarms.keys) == [5])
        #expect(try #require(alarms[5]).alarm == .easier)
        #expect((250..<350).contains(try #require(alarms[5]).row))
    }
}
