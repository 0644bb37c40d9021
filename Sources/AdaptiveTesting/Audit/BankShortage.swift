/// Why an exam on this bank must not be published as it is.
package enum BankShortage: Hashable, Sendable {
    /// No form can follow the blueprint.
    case content(BlueprintShortage)
    /// Under the cap the items of an area are used up faster than they come back.
    ///
    /// - Parameters:
    ///   - questions: asked of the area in an average test.
    ///   - needed: items that would bear that under the cap.
    case supply(area: String, questions: Double, needed: Int, available: Int)
    /// Simulated tests that could not begin, or ended because the bank ran dry, as a share of all.
    case starvation(share: Double)
    /// The share of right decisions in the simulation.
    case accuracy(found: Double, required: Double)
    /// The standard error at the cut that the best test of the greatest length reaches.
    case precision(found: Double, required: Double)

    /// In plain words, with what would mend it.
    package var words: String {
        switch self {
        case .content(let shortage):
            return shortage.gaps.map(\.words).joined(separator: "; ")
        case .supply(let area, let questions, let needed, let available):
            return
                "area \(area) is asked \(rounded(questions)) questions a test: under the cap that takes \(needed) items, "
                + "it has \(available); write \(needed - available) more or raise the cap"
        case .starvation(let share):
            return
                "\(rounded(share * 100)) % of simulated tests could not begin or ran dry; write more items, raise the "
                + "cap or shorten the test"
        case .accuracy(let found, let required):
            return "\(rounded(found * 100)) % of decisions are right, \(rounded(required * 100)) % are required; write "
                + "items near the cut or allow more questions"
        case .precision(let found, let required):
            return "at the cut the longest test leaves a standard error of \(rounded(found)), \(rounded(required)) is "
                + "required; write items near the cut"
        }
    }
}

extension BlueprintShortage.Gap {
    /// In plain words, with what would mend it.
    package var words: String {
        let place =
            switch part {
            case .form: "in all"
            case .competency(let competency): "of \(competency)"
            case .cell(let content): "of \(content.competency), level \(content.level)"
            }
        return switch cause {
        case .bank: "\(needed) items \(place) are needed, \(available) can be had; write \(needed - available) more"
        case .rules: "the rules ask for \(needed) items \(place) and allow \(available); make them agree"
        }
    }
}

/// Two decimals without the zeros at the end.
private func rounded(_ value: Double) -> String {
    let text = String((value * 100).rounded() / 100)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
}
