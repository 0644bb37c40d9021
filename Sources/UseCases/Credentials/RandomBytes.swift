/// Draws the bytes that secrets are made of.
enum RandomBytes {
    static func draw(_ count: Int, using generator: inout some RandomNumberGenerator) -> [UInt8] {
        (0..<count).map { _ in UInt8.random(in: .min ... .max, using: &generator) }
    }

    /// Draws from the system's generator, which the kernel seeds and which never repeats.
    static func draw(_ count: Int) -> [UInt8] {
        var generator = SystemRandomNumberGenerator()
        return draw(count, using: &generator)
    }
}
