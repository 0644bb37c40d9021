import Organization
import UseCases

/// Slips to cut apart and hand out, with the code by which each person opens their account; shown this once.
struct ActivationSlipsPage: Page {
    static let template = "activation-slips"
    let title: String
    let intro: String
    let slips: [Slip]
    let leftOut: String?
    let back: String
    var section: Section { .staff }

    /// In the language of the person who gets it.
    struct Slip: Sendable {
        let language: String
        let heading: String
        let name: String
        let numberLabel: String
        let staffNumber: String
        let codeLabel: String
        let code: String
        let steps: [String]
        let warning: String
    }

    init(
        _ codes: [(person: Person, code: ActivationCode)], leftOut: Int, lastDay: Day, address: String, back: String,
        site: Site, words: Words
    ) {
        title = words["slips.title"]
        intro = words["slips.intro", ["count": String(codes.count), "day": DateWords(words: words).long(lastDay)]]
        slips = codes.map { person, code in
            let words = site.templates.words(person.language)
            return Slip(
                language: person.language.rawValue, heading: words["slip.heading"], name: person.name.listed,
                numberLabel: words["activate.staff-number"], staffNumber: person.staffNumber,
                codeLabel: words["activate.code"], code: code.text,
                steps: [
                    words["slip.step.open", ["address": address]], words["slip.step.type"],
                    words["slip.step.password"],
                ],
                warning: words["slip.warning", ["day": DateWords(words: words).long(lastDay)]])
        }
        self.leftOut = leftOut > 0 ? words["slips.left-out", ["count": String(leftOut)]] : nil
        self.back = back
    }
}
