import AdaptiveTesting
import Assessment
import Competencies
import Organization
import Yams

/// Reads `certifications.yml`.
struct CertificationReader {
    let names: FrameworkNames
    let courseSlugs: Set<String>
    /// The items that exams may draw; nothing when a fault keeps some of them from being read.
    let examItems: [Item]?

    func certifications(_ file: YAMLValue) -> [Certification] {
        guard let keys = file.mapping(of: ["certifications"]),
            let items = keys.required("certifications", like: "[…]")?.items(of: "certifications")
        else { return [] }
        var ids: Set<String> = []
        return items.compactMap { certification($0, ids: &ids) }
    }

    private func certification(_ value: YAMLValue, ids: inout Set<String>) -> Certification? {
        let known = ["id", "name", "summary", "requires", "exam", "validMonths", "retake", "courses"]
        guard let keys = value.mapping(of: known) else { return nil }
        let id = keys.required("id", like: "personal-data")?.uniqueSlug(among: &ids)
        let name = keys.required("name", like: "{az: …, en: …, ru: …}")?.localizedName()
        let summary = keys.required("summary", like: "{az: …, en: …}")?.localizedText()
        let requires = keys.required("requires", like: "[{competency: \"4.2\", level: 2}]").flatMap(requirements)
        let examValue = keys.required("exam", like: "{length: 20, …}")
        let exam = examValue.flatMap { self.exam($0, of: id ?? value.name, requires: requires ?? []) }
        let validMonths = keys.required("validMonths", like: "24")?.whole(in: 1...120)
        let retake = keys.required("retake", like: "{waitDays: 14, mostPerYear: 3}").flatMap(retake)
        let courses = keys.required("courses", like: "[slug]").flatMap(courses)
        guard let id, let name, let summary, let requires, let exam, let validMonths, let retake, let courses
        else { return nil }
        return Certification(
            id: id, name: name, summary: summary, requires: requires, exam: exam, validMonths: validMonths,
            retake: retake, courses: courses)
    }

    private func requirements(_ value: YAMLValue) -> [Certification.Requirement]? {
        guard let items = value.items(1...50, of: "requirements") else { return nil }
        var seen: Set<CompetencyID> = []
        let requirements: [Certification.Requirement] = items.compactMap { item in
            guard let keys = item.mapping(of: ["competency", "level"]) else { return nil }
            let competency = keys.required("competency", like: "\"4.2\"").flatMap(names.competency)
            let level = keys.required("level", like: "2").flatMap(names.level)
            guard let competency, let level else { return nil }
            guard seen.insert(competency).inserted else {
                item.fault("competency \(competency) is required twice", mend: "keep the higher level")
                return nil
            }
            return Certification.Requirement(competency: competency, level: level)
        }
        return requirements.count == items.count ? requirements : nil
    }

    private func exam(
        _ value: YAMLValue, of certification: String, requires: [Certification.Requirement]
    ) -> Certification.Exam? {
        guard let keys = value.mapping(of: ["length", "minimumLength", "minutes", "cut", "blueprint"]) else {
            return nil
        }
        let length = keys.required("length", like: "20")?.whole(in: 1...200)
        let minimumLength = keys.required("minimumLength", like: "12")?.whole(in: 1...(length ?? 200))
        let minutes = keys.required("minutes", like: "40")?.whole(in: 1...480)
        let cutValue = keys.optional("cut")
        let cut = cutValue?.number(in: -6...6)
        let rulesValue = keys.required("blueprint", like: "[{competency: \"4.2\", minimum: 20, maximum: 20}]")
        let rules = rulesValue.flatMap { self.rules($0, length: length ?? 200) }
        guard let length, let minimumLength, let minutes, let rulesValue, let rules, (cut == nil) == (cutValue == nil)
        else { return nil }
        let blueprint = Blueprint(length: length, rules: rules)
        for requirement in requires where !rules.contains(where: { $0.covers(requirement.competency) }) {
            rulesValue.fault(
                "`\(certification)` requires competency \(requirement.competency), but its exam need not ask it",
                mend: "add a rule with a minimum for it")
        }
        // An exam asks nothing but what its blueprint names, so other competencies cannot fill it up.
        let competencies = Set(rules.map(\.competency))
        let bank = examItems?.filter { competencies.contains($0.content.competency) }
        if let shortage = bank.flatMap({ blueprint.shortage(in: $0) }) {
            report(shortage, at: rulesValue, of: certification)
        }
        return Certification.Exam(
            length: length, minimumLength: minimumLength, minutes: minutes, cut: cut, blueprint: blueprint)
    }

    private func rules(_ value: YAMLValue, length: Int) -> [BlueprintRule]? {
        guard let items = value.items(1...400, of: "rules") else { return nil }
        let rules: [BlueprintRule] = items.compactMap { item in
            guard let keys = item.mapping(of: ["competency", "level", "minimum", "maximum"]) else { return nil }
            let competency = keys.required("competency", like: "\"4.2\"").flatMap(names.competency)
            let levelValue = keys.optional("level")
            let level = levelValue.flatMap(names.level)
            let minimum = keys.required("minimum", like: "0")?.whole(in: 0...length)
            let maximum = keys.required("maximum", like: "\(length)")?.whole(in: (minimum ?? 0)...200)
            guard let competency, let minimum, let maximum, (level == nil) == (levelValue == nil) else { return nil }
            return BlueprintRule(
                competency: competency.value, level: level?.rank, minimum: minimum, maximum: maximum)
        }
        return rules.count == items.count ? rules : nil
    }

    private func report(_ shortage: BlueprintShortage, at rules: YAMLValue, of certification: String) {
        for gap in shortage.gaps {
            switch gap.cause {
            case .bank:
                let lacking = gap.needed - gap.available
                rules.fault(
                    "the exam of `\(certification)` needs \(gap.needed) exam questions \(gap.part.words), \(gap.available) can be had",
                    mend: gap.part == .form
                        ? "write \(lacking) more, raise the maximums, or shorten the exam"
                        : "write \(lacking) more, or lower the minimum")
            case .rules:
                rules.fault(
                    "the rules of `\(certification)` ask for \(gap.needed) questions \(gap.part.words) and allow \(gap.available)",
                    mend: "make minimums, maximums and length agree")
            }
        }
    }

    private func retake(_ value: YAMLValue) -> RetakePolicy? {
        guard let keys = value.mapping(of: ["waitDays", "mostPerYear"]) else { return nil }
        let waitDays = keys.required("waitDays", like: "14")?.whole(in: 0...365)
        let mostPerYear = keys.required("mostPerYear", like: "3")?.whole(in: 1...100)
        guard let waitDays, let mostPerYear else { return nil }
        return RetakePolicy(waitDays: waitDays, mostPerYear: mostPerYear)
    }

    private func courses(_ value: YAMLValue) -> [String]? {
        guard let items = value.items(of: "courses") else { return nil }
        let courses = items.compactMap { $0.courseSlug(among: courseSlugs) }
        return courses.count == items.count ? courses : nil
    }
}

extension YAMLValue {
    /// The slug of a course that there is.
    func courseSlug(among slugs: Set<String>) -> String? {
        guard let slug = text() else { return nil }
        guard slugs.contains(slug) else {
            fault(
                "there is no course `\(slug)`",
                mend: mend(for: slug, among: slugs, otherwise: "write the name of a folder of courses/"))
            return nil
        }
        return slug
    }
}

extension BlueprintRule {
    fileprivate func covers(_ competency: CompetencyID) -> Bool { self.competency == competency.value && minimum > 0 }
}

extension BlueprintPart {
    fileprivate var words: String {
        switch self {
        case .form: "in all"
        case .competency(let competency): "of competency \(competency)"
        case .cell(let tag): "of competency \(tag.competency), level \(tag.level)"
        }
    }
}
