import AdaptiveTesting
import ArgumentParser

/// The abilities at which the posterior is computed.
struct GridOptions: ParsableArguments {
    @Option(help: "Points of the grid of abilities.")
    var grid = 121

    @Option(
        name: .customLong("range"), parsing: .unconditional, help: "Ends of the grid, and of where modes are sought.")
    var range = "-6:6"

    var abilities: AbilityGrid {
        get throws {
            let ends = range.split(separator: ":").compactMap { Double($0) }
            guard ends.count == 2, ends[0].isFinite, ends[1].isFinite, ends[0] < ends[1] else {
                throw CommandFailure("“\(range)” is no range: write the lower and the upper end, such as -6:6.")
            }
            guard (3...10_001).contains(grid) else {
                throw CommandFailure("A grid has from 3 to 10001 points: choose some, such as --grid 121.")
            }
            return AbilityGrid(over: ends[0]...ends[1], count: grid)
        }
    }
}

extension AbilityEstimator: ExpressibleByArgument {}
extension SelectionRule: ExpressibleByArgument {}
extension ClassificationRule.Method: ExpressibleByArgument {}
