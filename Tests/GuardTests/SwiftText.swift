/// Swift source with what guards must not read blanked out, so that every line keeps its number.
struct SwiftText {
    /// Without comments; texts in quotation marks stay.
    let code: String
    /// Without comments and without what stands between quotation marks, interpolations included.
    let bare: String

    init(_ source: String) {
        var scan = Scan(bytes: Array(source.utf8))
        scan.run()
        code = String(decoding: scan.code, as: UTF8.self)
        bare = String(decoding: scan.bare, as: UTF8.self)
    }

    private struct Scan {
        let bytes: [UInt8]
        var code: [UInt8] = []
        var bare: [UInt8] = []
        private var index = 0

        init(bytes: [UInt8]) {
            self.bytes = bytes
            code.reserveCapacity(bytes.count)
            bare.reserveCapacity(bytes.count)
        }

        mutating func run() {
            while index < bytes.count {
                if starts(with: "//") {
                    while index < bytes.count, bytes[index] != Self.newline { put(1, inCode: false, inBare: false) }
                } else if starts(with: "/*") {
                    while index < bytes.count, !starts(with: "*/") { put(1, inCode: false, inBare: false) }
                    put(2, inCode: false, inBare: false)
                } else if bytes[index] == Self.quote {
                    quoted(by: starts(with: "\"\"\"") ? "\"\"\"" : "\"")
                } else {
                    put(1, inCode: true, inBare: true)
                }
            }
        }

        private mutating func quoted(by mark: StaticString) {
            put(mark.utf8CodeUnitCount, inCode: true, inBare: true)
            var depth = 0
            while index < bytes.count, depth > 0 || !starts(with: mark) {
                var count = 1
                if bytes[index] == Self.backslash {
                    count = 2
                    if starts(with: "\\(") { depth += 1 }
                } else if depth > 0, bytes[index] == UInt8(ascii: "(") {
                    depth += 1
                } else if depth > 0, bytes[index] == UInt8(ascii: ")") {
                    depth -= 1
                }
                put(count, inCode: true, inBare: false)
            }
            put(mark.utf8CodeUnitCount, inCode: true, inBare: true)
        }

        private func starts(with text: StaticString) -> Bool {
            let count = text.utf8CodeUnitCount
            guard index + count <= bytes.count else { return false }
            return (0..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
        }

        private mutating func put(_ count: Int, inCode: Bool, inBare: Bool) {
            for _ in 0..<count where index < bytes.count {
                let byte = bytes[index]
                let blank = byte == Self.newline ? byte : UInt8(ascii: " ")
                code.append(inCode ? byte : blank)
                bare.append(inBare ? byte : blank)
                index += 1
            }
        }

        private static let newline = UInt8(ascii: "\n")
        private static let quote = UInt8(ascii: "\"")
        private static let backslash = UInt8(ascii: "\\")
    }
}
