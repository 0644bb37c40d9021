/// Which words may name things of the content, so that they fit into addresses and file names as they are.
enum ContentName {
    /// Lower-case letters, digits and hyphens: slugs and ids.
    static func isSlug(_ name: String) -> Bool {
        name.utf8.count <= 80 && isAlphanumeric(name.utf8.first) && isAlphanumeric(name.utf8.last)
            && name.utf8.allSatisfy { isAlphanumeric($0) || $0 == UInt8(ascii: "-") }
    }

    /// The codes of areas, competencies and statements: `4`, `4.2`, `4.2.b`.
    static func isCode(_ name: String) -> Bool {
        name.utf8.count <= 32 && !name.isEmpty
            && name.split(separator: ".", omittingEmptySubsequences: false).allSatisfy { isSlug(String($0)) }
    }

    /// `04-forged-message`, without the `.md`.
    static func isLesson(_ name: String) -> Bool {
        let number = name.utf8.prefix(2)
        return number.count == 2 && number.allSatisfy(isDigit) && name.dropFirst(2).first == "-" && isSlug(name)
    }

    static func isFigure(_ name: String) -> Bool {
        name.hasSuffix(".svg") && isCode(name.lowercased()) && name == name.lowercased()
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (48...57).contains(byte) }

    private static func isAlphanumeric(_ byte: UInt8?) -> Bool {
        byte.map { isDigit($0) || (97...122).contains($0) } ?? false
    }
}
