import Competencies
import Yams

/// The names that the framework declares, against which all other files are checked.
///
/// They are known even where a competency has faults of its own: one fault must not make every file that names it faulty.
struct FrameworkNames {
    /// Nothing when `framework.yml` cannot be read at all: then no name can be called unknown.
    let statementsByCompetency: [String: [String]]?
    let levels: ClosedRange<Int>

    static let unknown = FrameworkNames(statementsByCompetency: nil, levels: 1...FrameworkReader.levelCount)

    func competency(_ value: YAMLValue) -> CompetencyID? {
        guard let name = value.text() else { return nil }
        guard let known = statementsByCompetency?.keys, !known.contains(name) else { return CompetencyID(name) }
        value.fault(
            "the competency `\(name)` is not in the framework",
            mend: mend(for: name, among: known, otherwise: "see the ids in courses/framework.yml"))
        return nil
    }

    func level(_ value: YAMLValue) -> Level? {
        value.whole(in: levels).map { Level($0) }
    }

    /// A statement of this competency.
    func statement(_ value: YAMLValue, of competency: CompetencyID) -> String? {
        guard let name = value.text() else { return nil }
        guard let known = statementsByCompetency?[competency.value], !known.contains(name) else { return name }
        value.fault(
            "the statement `\(name)` does not belong to competency \(competency)",
            mend: mend(for: name, among: known, otherwise: "it has \(known.joined(separator: ", "))"))
        return nil
    }

    /// `{"4.1": 1, "4.2": 2}`.
    func levelByCompetency(_ value: YAMLValue) -> [CompetencyID: Level]? {
        guard let pairs = value.pairs() else { return nil }
        guard !pairs.isEmpty else {
            value.fault("\(value.name) names no competency", mend: "write {\"4.2\": 2}")
            return nil
        }
        var levels: [CompetencyID: Level] = [:]
        for pair in pairs {
            let competency = competency(pair.keyValue)
            let level = level(pair.value)
            if let competency, let level { levels[competency] = level }
        }
        return levels.count == pairs.count ? levels : nil
    }
}
