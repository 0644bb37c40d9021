import Competencies
import Organization
import Yams

extension YAMLValue {
    /// What is seen at each level of a competency: `1:` to `4:`, each a list of texts in both languages.
    func levelStatements() -> [Level: [LocalizedText]]? {
        let ranks = Array(1...FrameworkReader.levelCount)
        guard let keys = mapping(of: ranks.map(String.init)) else { return nil }
        var statements: [Level: [LocalizedText]] = [:]
        var seen: Set<LocalizedText> = []
        for rank in ranks {
            let value = keys.required(String(rank), like: "[{az: …, en: …}]")?.named("level \(rank)")
            guard let items = value?.items(1...8, of: "statements") else { continue }
            let texts = items.compactMap { item -> LocalizedText? in
                guard let text = item.localizedText() else { return nil }
                guard seen.insert(text).inserted else {
                    item.fault("\(item.name) says what another level says", mend: "say what this level asks beyond it")
                    return nil
                }
                return text
            }
            if texts.count == items.count { statements[Level(rank)] = texts }
        }
        return statements.count == ranks.count ? statements : nil
    }
}
