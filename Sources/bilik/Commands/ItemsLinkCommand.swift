import AdaptiveTesting
import ArgumentParser

struct ItemsLinkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "link", abstract: "Brings two calibrations to one scale by the items that both hold.",
        discussion: """
            Ability on the first scale becomes A times itself plus B on the second; a is divided by A, and b moves as ability \
            does. Common items are those with the same id (or `item`) in both files.
            """)

    @Option(help: "The file of items on the scale to be moved.")
    var from: String?

    @Option(help: "The file of items on the scale that stays.")
    var to: String?

    @Option(help: "Instead: one file with both, as {\"forms\": {\"X\": […], \"Y\": […]}}; Y is moved to X.")
    var forms: String?

    @Flag(help: "Prints the constants as JSON.")
    var json = false

    func run() throws {
        let (moved, base) = try banks
        var places: [FileID: ItemParameters] = [:]
        for (id, parameters) in base { places[id] = parameters }
        let common = moved.compactMap { id, parameters in places[id].map { (moved: parameters, base: $0) } }
        guard !common.isEmpty, let linking = try? Linking(from: common.map(\.moved), to: common.map(\.base)) else {
            throw CommandFailure("The two scales share no item: linking needs some that were calibrated on both.")
        }
        var constants: [String: Constants] = [:]
        for method in LinkingMethod.allCases {
            // A method that so few items cannot carry is left out.
            constants[method.rawValue] = (try? linking.link(by: method)).map(Constants.init)
        }
        if json {
            try StandardOutput.write(json: Shown(constants: constants, commonItems: common.count))
        } else {
            StandardOutput.write("method,A,B")
            for method in LinkingMethod.allCases {
                guard let found = constants[method.rawValue] else { continue }
                StandardOutput.write(CSVLine.text([method.rawValue, "\(found.A)", "\(found.B)"]))
            }
        }
    }

    private struct Shown: Encodable {
        let constants: [String: Constants]
        let commonItems: Int
    }

    private struct Constants: Encodable {
        let A: Double
        let B: Double

        init(_ link: ScaleLink) {
            A = link.slope
            B = link.intercept
        }
    }

    private typealias Form = [(FileID, ItemParameters)]

    private var banks: (moved: Form, base: Form) {
        get throws {
            if let forms, from == nil, to == nil {
                let file = try MeasurementFile.decode(
                    LinkedForms.self, at: forms, like: "{\"forms\": {\"X\": […], \"Y\": […]}}")
                return (file.Y, file.X)
            }
            guard let from, let to, forms == nil else {
                throw CommandFailure("Name two files with --from and --to, or one with --forms.")
            }
            return (try Self.items(from), try Self.items(to))
        }
    }

    private static func items(_ path: String) throws -> Form {
        let bank = try MeasuredBank(path: path)
        return zip(bank.ids, bank.models).compactMap { id, model in
            guard case .rightOrWrong(let parameters) = model else { return nil }
            return (id, parameters)
        }
    }
}

/// Two forms of a test in one file.
private struct LinkedForms: Decodable {
    let X: [(FileID, ItemParameters)]
    let Y: [(FileID, ItemParameters)]

    private enum Key: String, CodingKey {
        case forms, X, Y
    }

    init(from decoder: any Decoder) throws {
        let forms = try decoder.container(keyedBy: Key.self).nestedContainer(keyedBy: Key.self, forKey: .forms)
        X = try forms.decode([LinkedItem].self, forKey: .X).map(\.entry)
        Y = try forms.decode([LinkedItem].self, forKey: .Y).map(\.entry)
    }
}

private struct LinkedItem: Decodable {
    let entry: (FileID, ItemParameters)

    private enum Key: String, CodingKey {
        case id, item, a, b, c
    }

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: Key.self)
        let id = try container.decode(FileID.self, forKey: container.contains(.item) ? .item : .id)
        guard
            let parameters = try? ItemParameters(
                discrimination: try container.decode(Double.self, forKey: .a),
                difficulty: try container.decode(Double.self, forKey: .b),
                guessing: try container.decodeIfPresent(Double.self, forKey: .c) ?? 0)
        else { throw DecodingError.dataCorruptedError(forKey: .a, in: container, debugDescription: "range") }
        entry = (id, parameters)
    }
}
