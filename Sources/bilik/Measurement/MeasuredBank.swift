import AdaptiveTesting
import Foundation

/// A bank that was read for a measurement command, with its items' ids as they came.
struct MeasuredBank {
    let ids: [FileID]
    let models: [ResponseModel]
    let areas: [String?]
    let trueAbilities: [Double]?
    private let placeOfID: [FileID: Int]

    static let example = "{\"items\": [{\"id\": 1, \"a\": 1.2, \"b\": 0.5, \"c\": 0, \"d\": 1, \"content\": \"A\"}]}"

    init(path: String) throws {
        let file = try MeasurementFile.decode(BankFile.self, at: path, like: Self.example)
        guard !file.entries.isEmpty else { throw CommandFailure("\(path) holds no item: write at least one.") }
        ids = file.entries.map(\.id)
        models = file.entries.map(\.model)
        areas = file.entries.map(\.area)
        trueAbilities = file.trueAbilities
        placeOfID = Dictionary(zip(ids, ids.indices)) { first, _ in first }
        guard placeOfID.count == ids.count else {
            throw CommandFailure("\(path) has two items with one id: give each its own.")
        }
    }

    func place(of id: FileID) -> Int? { placeOfID[id] }

    /// The pool for choosing; its items stand in the order of the file.
    ///
    /// - Parameter dealtAreas: dealt out in turn, item by item, where the file names no areas.
    func pool(grid: AbilityGrid, dealtAreas: [String]) throws -> ItemPool {
        let namesAreas = areas.contains { $0 != nil }
        let items = try models.enumerated().map { place, model in
            guard case .rightOrWrong(let parameters) = model else {
                throw CommandFailure(
                    "Item \(ids[place]) is graded: choosing goes by right and wrong; leave it out, or use `bilik score`."
                )
            }
            let dealt = dealtAreas.isEmpty ? "" : dealtAreas[place % dealtAreas.count]
            return Item(
                id: Self.itemID(place), parameters: parameters,
                content: ContentTag(competency: namesAreas ? areas[place] ?? "" : dealt, level: 0))
        }
        return ItemPool(items, grid: grid)
    }

    /// Ids whose order is that of the file.
    static func itemID(_ place: Int) -> ItemID { ItemID(String(format: "%08d", place)) }
}
