/// Draws the bytes that secrets are made of.
package enum RandomBytes {
    /// Eight bytes a draw: each draw of the system's generator is a call into the kernel.
    static func draw(_ count: Int, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(count + 7)
        while bytes.count < count {
            withUnsafeBytes(of: generator.next()) { bytes.append(contentsOf: $0) }
        }
        return Array(bytes.prefix(count))
    }

    /// Draws from the system's generator, which the kernel seeds and which never repeats.
    package static func draw(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return draw(count, using: &generator)
    }
}
