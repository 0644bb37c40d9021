import Competencies
import Organization
import Yams

/// Reads `job-roles.yml`.
struct JobRoleReader {
    let names: FrameworkNames

    func jobRoles(_ file: YAMLValue) -> [JobRole] {
        guard let keys = file.mapping(of: ["jobRoles"]),
            let items = keys.required("jobRoles", like: "[…]")?.items(of: "job roles")
        else { return [] }
        var ids: Set<String> = []
        return items.compactMap { item in
            guard let keys = item.mapping(of: ["id", "name", "needs"]) else { return nil }
            let id = keys.required("id", like: "registry-clerk")?.uniqueSlug(among: &ids)
            let name = keys.required("name", like: "{az: …, en: …, ru: …}")?.localizedName()
            let needs = keys.required("needs", like: "{\"4.2\": 2}").flatMap(names.levelByCompetency)
            guard let id, let name, let needs else { return nil }
            return JobRole(id: id, name: name, needs: needs)
        }
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
