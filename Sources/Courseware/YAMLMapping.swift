import Yams

/// The keys of one YAML mapping; unknown ones are faults from the start.
struct YAMLMapping {
    let itself: YAMLValue
    private let values: [String: YAMLValue]

    fileprivate init(itself: YAMLValue, values: [String: YAMLValue]) {
        self.itself = itself
        self.values = values
    }

    var place: Place { itself.place }

    /// The value of a key that may be absent; a key without a value is a fault.
    func optional(_ key: String) -> YAMLValue? {
        guard let value = values[key] else { return nil }
        guard !value.isEmpty else {
            value.fault("`\(key)` has no value", mend: "write one or delete the key")
            return nil
        }
        return value
    }

    /// The value of a key that must be there.
    func required(_ key: String, like example: String) -> YAMLValue? {
        guard let value = values[key] else {
            itself.fault("\(itself.name) has no `\(key)`", mend: "add `\(key): \(example)`")
            return nil
        }
        guard !value.isEmpty else {
            value.fault("`\(key)` has no value", mend: "write `\(key): \(example)`")
            return nil
        }
        return value
    }

    func has(_ key: String) -> Bool { values[key] != nil }
}

extension YAMLValue {
    /// The value as a mapping that may hold these keys and no others.
    ///
    /// - Parameter elsewhere: says of a key that is known, but not here, where it belongs.
    func mapping(of keys: [String], elsewhere: (String) -> String? = { _ in nil }) -> YAMLMapping? {
        guard let pairs = pairs() else { return nil }
        var values: [String: YAMLValue] = [:]
        for (key, keyValue, value) in pairs {
            if keys.contains(key) {
                values[key] = value
            } else if value.isEmpty, pairs.contains(where: { $0.key != key && $0.keyValue.place == keyValue.place }) {
                keyValue.fault("\(name) ends at a comma, before `\(key)`", mend: "put the text in \"quotes\"")
            } else {
                let known = "known here: \(keys.joined(separator: ", "))"
                keyValue.fault(
                    "\(name) has the unknown key `\(key)`",
                    mend: elsewhere(key) ?? Courseware.mend(for: key, among: keys, otherwise: known))
            }
        }
        return YAMLMapping(itself: self, values: values)
    }

    /// Keys and values in the author's order.
    func pairs() -> [(key: String, keyValue: YAMLValue, value: YAMLValue)]? {
        guard case .mapping(let mapping) = node else {
            fault("\(name) is not a list of keys", mend: "write `key: value` lines; see docs/content.md")
            return nil
        }
        return mapping.map { key, value in
            let text = key.scalar?.string ?? "?"
            let keyValue = self.value(key, name: "`\(text)`")
            // An empty value stands wherever YAML's reader found out that it is empty: the key is the better place.
            let empty = value.scalar.map { $0.style == .plain && $0.string.isEmpty } ?? false
            let shown = empty ? Node.scalar(.init("", .implicit, .plain, key.mark)) : value
            return (text, keyValue, self.value(shown, name: "`\(text)`"))
        }
    }
}
