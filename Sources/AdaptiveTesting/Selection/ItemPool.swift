import Glibc

/// The items that a test may ask, laid out for choosing: parameters in columns, curves in tables over one grid.
///
/// Made once for a bank and shared by all its attempts. Items stand in the order of their ids, so that a seed repeats a
/// test whatever order the bank came in.
package struct ItemPool: Sendable {
    package let items: [Item]
    package let grid: AbilityGrid
    /// Items of which a test may hold one at most, by the index of each of them.
    let enemies: [[Int]]
    /// The cell of the blueprint that each item lies in, as an index into `cells`.
    let cellOfItem: [Int]
    let cells: [ContentTag]

    let discriminations: [Double]
    let difficulties: [Double]
    let guessings: [Double]
    let ceilings: [Double]
    /// The ability at which each item tells most.
    let optima: [Double]

    /// Item after item, at each point of the grid: log P, log Q, P and the information.
    let logRight: [Double]
    let logWrong: [Double]
    let right: [Double]
    let information: [Double]

    private let indexOfItem: [ItemID: Int]

    /// Lays out a bank; of two items with one id the first stays.
    ///
    /// - Parameter enemies: sets of items that give each other away; ids that the bank does not hold are ignored.
    package init(_ bank: [Item], grid: AbilityGrid = .standard, enemies: [Set<ItemID>] = []) {
        var seen: Set<ItemID> = []
        let items = bank.filter { seen.insert($0.id).inserted }.sorted { $0.id < $1.id }
        self.items = items
        self.grid = grid
        let indexOfItem = Dictionary(uniqueKeysWithValues: zip(items.map(\.id), items.indices))
        self.indexOfItem = indexOfItem
        cells = Set(items.map(\.content)).sorted()
        let indexOfCell = Dictionary(uniqueKeysWithValues: zip(cells, cells.indices))
        cellOfItem = items.map { indexOfCell[$0.content, default: 0] }
        var foes = Array(repeating: Set<Int>(), count: items.count)
        for group in enemies {
            let members = group.compactMap { indexOfItem[$0] }
            for member in members { foes[member].formUnion(members.filter { $0 != member }) }
        }
        self.enemies = foes.map { $0.sorted() }

        discriminations = items.map(\.parameters.discrimination)
        difficulties = items.map(\.parameters.difficulty)
        guessings = items.map(\.parameters.guessing)
        ceilings = items.map(\.parameters.ceiling)
        optima = items.map(\.parameters.mostInformativeAbility)
        let points = grid.points
        func table(_ value: (ItemParameters, Double) -> Double) -> [Double] {
            var table: [Double] = []
            table.reserveCapacity(items.count * points.count)
            for item in items {
                for point in points { table.append(value(item.parameters, point)) }
            }
            return table
        }
        logRight = table { $0.logLikelihood(ofCorrect: true, at: $1) }
        logWrong = table { $0.logLikelihood(ofCorrect: false, at: $1) }
        right = table { $0.probability(ofSuccessAt: $1) }
        information = table { $0.information(at: $1) }
    }

    package var count: Int { items.count }

    package func index(of id: ItemID) -> Int? { indexOfItem[id] }

    /// The information of one item about an ability, from the columns: the same formula as `ItemParameters` has.
    @inline(__always)
    func information(of index: Int, at ability: Double) -> Double {
        let discrimination = discriminations[index]
        // One exponential serves both tails; beyond ±700 it would overflow, and the information is zero.
        let growth = exp(min(max(discrimination * (ability - difficulties[index]), -700), 700))
        let failing = 1 / (1 + growth)
        let knowing = growth * failing
        let guessing = guessings[index]
        let ceiling = ceilings[index]
        if guessing == 0, ceiling == 1 { return discrimination * discrimination * knowing * failing }
        let span = ceiling - guessing
        let slope = discrimination * span * knowing * failing
        let right = guessing + span * knowing
        let wrong = 1 - ceiling + span * failing
        return right > 0 && wrong > 0 ? slope * slope / (right * wrong) : 0
    }
}

extension ItemParameters {
    /// The ability at which the item tells most.
    ///
    /// Three parameters: b + log((1 + √(1 + 8c))/2)/a, Birnbaum (1968), equation 20.4.21. Four: Magis, *A Note on the
    /// Item Information Function of the Four-Parameter Logistic Model* (2013), equation 9.
    package var mostInformativeAbility: Double {
        guard ceiling < 1 else {
            return difficulty + log((1 + (1 + 8 * guessing).squareRoot()) / 2) / discrimination
        }
        let (c, d) = (guessing, ceiling)
        let u = -0.75 + (c + d - 2 * c * d) / 2
        let v = (c + d - 1) / 4
        let angle = acos(min(max(-v * (-27 / (u * u * u)).squareRoot() / 2, -1), 1)) / 3 + 4 * .pi / 3
        let best = 2 * (-u / 3).squareRoot() * cos(angle) + 0.5
        return difficulty + log((best - c) / (d - best)) / discrimination
    }
}
