/// Reads an undamaged QR code of version 1 to 3, level M, after ISO/IEC 18004: the test's own eyes.
///
/// These versions keep their data in one block, so that nothing has to be unravelled; nothing is corrected either.
struct QRReader {
    struct Unreadable: Error {
        let why: String
    }

    private let modules: [[Bool]]
    private let size: Int

    init(_ modules: [[Bool]]) throws {
        guard [21, 25, 29].contains(modules.count) else { throw Unreadable(why: "\(modules.count) squares a side") }
        self.modules = modules
        size = modules.count
    }

    func text() throws -> String {
        var bits = try data()[...]
        var bytes: [UInt8] = []
        while bits.count >= 4 {
            switch bits.take(4) {
            case 0: return try decoded(bytes)
            case 1: bytes += digits(count: bits.take(10), from: &bits)
            case 2: bytes += capitals(count: bits.take(9), from: &bits)
            case 4: bytes += (0..<bits.take(8)).map { _ in UInt8(bits.take(8)) }
            case let mode: throw Unreadable(why: "mode \(mode)")
            }
        }
        return try decoded(bytes)
    }

    private func decoded(_ bytes: [UInt8]) throws -> String {
        guard let text = String(validating: bytes, as: UTF8.self) else { throw Unreadable(why: "not UTF-8") }
        return text
    }

    /// Level and mask stand beside the upper left finder, 5 bits behind a fixed pattern; level M is 00.
    private func mask() throws -> Int {
        let places = (0..<6).map { (8, $0) } + [(8, 7), (8, 8), (7, 8)] + (0..<6).reversed().map { ($0, 8) }
        let format = places.reduce(0) { $0 << 1 | (modules[$1.0][$1.1] ? 1 : 0) } ^ 0b101_0100_0001_0010
        guard format >> 13 == 0 else { throw Unreadable(why: "level \(format >> 13)") }
        return format >> 10 & 7
    }

    /// Two columns at a time from the right, up and down in turn, past everything that is not data.
    private func data() throws -> [Bool] {
        let mask = try mask()
        var bits: [Bool] = []
        var isUpward = true
        for right in [Int](stride(from: size - 1, to: 6, by: -2)) + [5, 3, 1] {
            for step in 0..<size {
                let row = isUpward ? size - 1 - step : step
                for column in [right, right - 1] where !isFunction(row, column) {
                    bits.append(modules[row][column] != isFlipped(row, column, by: mask))
                }
            }
            isUpward.toggle()
        }
        let dataCodewords = [21: 16, 25: 28, 29: 44][size] ?? 0
        return Array(bits.prefix(dataCodewords * 8))
    }

    private func isFunction(_ row: Int, _ column: Int) -> Bool {
        let isFinder = row < 9 && column < 9 || row < 9 && column >= size - 8 || row >= size - 8 && column < 9
        let isAlignment = size > 21 && abs(row - (size - 7)) <= 2 && abs(column - (size - 7)) <= 2
        return isFinder || isAlignment || row == 6 || column == 6
    }

    private func isFlipped(_ i: Int, _ j: Int, by mask: Int) -> Bool {
        switch mask {
        case 0: (i + j) % 2 == 0
        case 1: i % 2 == 0
        case 2: j % 3 == 0
        case 3: (i + j) % 3 == 0
        case 4: (i / 2 + j / 3) % 2 == 0
        case 5: i * j % 2 + i * j % 3 == 0
        case 6: (i * j % 2 + i * j % 3) % 2 == 0
        default: ((i + j) % 2 + i * j % 3) % 2 == 0
        }
    }

    private func digits(count: Int, from bits: inout ArraySlice<Bool>) -> [UInt8] {
        stride(from: count, to: 0, by: -3).flatMap { left -> [UInt8] in
            let group = min(left, 3)
            let number = String(bits.take([4, 7, 10][group - 1]))
            return Array((String(repeating: "0", count: group - number.count) + number).utf8)
        }
    }

    private func capitals(count: Int, from bits: inout ArraySlice<Bool>) -> [UInt8] {
        let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:".utf8)
        return stride(from: count, to: 0, by: -2).flatMap { left -> [UInt8] in
            guard left > 1 else { return [alphabet[bits.take(6)]] }
            let pair = bits.take(11)
            return [alphabet[pair / 45], alphabet[pair % 45]]
        }
    }
}

extension ArraySlice<Bool> {
    /// The next bits as a number, the first bit the highest.
    fileprivate mutating func take(_ count: Int) -> Int {
        defer { removeFirst(Swift.min(count, self.count)) }
        return prefix(count).reduce(0) { $0 << 1 | ($1 ? 1 : 0) }
    }
}
