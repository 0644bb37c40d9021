import AdaptiveTesting
import ArgumentParser
import Foundation

/// What a command needs to calibrate: answers, a model, and known items if there are any.
struct CalibrationInput: ParsableArguments {
    @Option(help: "The file of answers.")
    var responses: String

    @Option(help: "Which set of answers, where the file holds several.")
    var set: String?
}

/// The model and what is known beforehand.
struct CalibrationOptions: ParsableArguments {
    @Option(help: "1pl, 2pl or 3pl.")
    var model = CalibrationModel.twoParameter

    @Option(help: "A file of items whose parameters are known and stay; they fix the scale.")
    var anchors: String?

    /// Calibrates, with all cores and a line on the terminal when it takes long.
    func calibrate(_ answers: CalibrationAnswers) async throws -> Calibration {
        var calibration = ItemCalibration(model: model)
        calibration.parallelism = ProcessInfo.processInfo.activeProcessorCount
        if model == .threeParameter {
            calibration.priors = Array(repeating: .guessingAroundOneFifth, count: answers.ids.count)
        }
        if let anchors { calibration.anchors = try Self.anchors(anchors, among: answers.ids) }
        let settled = calibration
        do {
            return try await ProgressLine.whileRunning("Calibrating") { try await settled.calibrate(answers.matrix) }
        } catch let error as CalibrationError {
            switch error {
            case .noAnswers: throw CommandFailure("There are no answers: write at least one row.")
            case .nothingToEstimate, .priorsForOtherItems:
                throw CommandFailure(
                    "No item can be calibrated: each needs answers both right and wrong, and no anchor.")
            }
        }
    }

    private static func anchors(_ path: String, among ids: [FileID]) throws -> [Int: ItemParameters] {
        let bank = try MeasuredBank(path: path)
        var anchors: [Int: ItemParameters] = [:]
        for (place, id) in ids.enumerated() {
            guard let known = bank.place(of: id) else { continue }
            guard case .rightOrWrong(let parameters) = bank.models[known], parameters.ceiling == 1 else {
                throw CommandFailure("\(path): anchor \(id) must have a, b and c only: leave it out.")
            }
            anchors[place] = parameters
        }
        guard !anchors.isEmpty else {
            throw CommandFailure("\(path) holds none of the items that were answered: check the ids.")
        }
        return anchors
    }
}

extension CalibrationModel: ExpressibleByArgument {}
