import Competencies
import Organization
import Training
import Yams

/// Reads `job-roles.yml`.
struct JobRoleReader {
    let names: FrameworkNames
    let courseSlugs: Set<String>
    /// Those without faults.
    let courses: [Course]

    func jobRoles(_ file: YAMLValue) -> [JobRole] {
        guard let keys = file.mapping(of: ["jobRoles"]),
            let items = keys.required("jobRoles", like: "[…]")?.items(of: "job roles")
        else { return [] }
        var ids: Set<String> = []
        return items.compactMap { item in
            guard let keys = item.mapping(of: ["id", "name", "needs", "path"]) else { return nil }
            let id = keys.required("id", like: "registry-clerk")?.uniqueSlug(among: &ids)
            let name = keys.required("name", like: "{az: …, en: …, ru: …}")?.localizedName()
            let needs = keys.required("needs", like: "{\"4.2\": 2}").flatMap(names.levelByCompetency)
            let pathValue = keys.optional("path")
            let steps = pathValue.flatMap(steps)
            guard let id, let name, let needs, (steps == nil) == (pathValue == nil) else { return nil }
            if let pathValue, let steps {
                LearningPathCheck(needs: needs, courses: courses).examine(steps, of: pathValue)
            }
            return JobRole(id: id, name: name, needs: needs, path: steps?.map(\.slug) ?? [])
        }
    }

    private func steps(_ value: YAMLValue) -> [LearningPathCheck.Step]? {
        guard let items = value.items(1...30, of: "courses") else { return nil }
        var seen: Set<String> = []
        let steps = items.compactMap { item -> LearningPathCheck.Step? in
            guard let slug = item.courseSlug(among: courseSlugs) else { return nil }
            guard seen.insert(slug).inserted else {
                item.fault("the course `\(slug)` stands twice in the path", mend: "keep it where it is needed first")
                return nil
            }
            return LearningPathCheck.Step(slug: slug, value: item)
        }
        return steps.count == items.count ? steps : nil
    }
}

extension YAMLValue {
    /// An id of small letters, digits and hyphens that no other entry has.
    func uniqueSlug(among ids: inout Set<String>) -> String? {
        guard let text = text() else { return nil }
        guard ContentName.isSlug(text) else {
            fault("`\(text)` is no id", mend: "write small letters, digits and hyphens")
            return nil
        }
        guard ids.insert(text).inserted else {
            fault("the id `\(text)` stands twice", mend: "give each entry an id of its own")
            return nil
        }
        return text
    }
}
