import Courseware
import Organization
import Training

/// One term, light enough for the phone of somebody who is in the middle of a lesson.
struct TermPage: Page {
    static let template = "term"
    let title: String
    let others: [TermName]
    let also: [String]
    let hasAlso: Bool
    let explanation: String
    let textLanguage: String
    let isForeign: Bool
    let textSwitch: String
    var isColumn: Bool { true }

    init(_ term: Glossary.Term, visit: Visit, words: Words) {
        title = term.name[visit.language]
        others = TermName.others(of: term, than: visit.language)
        also = term.also[visit.text, default: []]
        hasAlso = !also.isEmpty
        explanation = term.explanation[visit.text]
        textLanguage = visit.text.rawValue
        isForeign = visit.text.interface != visit.language
        textSwitch = TextSwitch.path(visit)
    }
}
