import CDeflate
import Synchronization

/// Compression as browsers take it (RFC 1952), with libdeflate.
///
/// Idle compressors wait for their next use: making one takes longer than compressing a page.
final class Gzip: Sendable {
    /// For a page, which is made for one request: a twentieth larger than the best, in a third of its time.
    static let quick = Gzip(level: 1)
    /// For a file, which is compressed once and sent many times.
    static let thorough = Gzip(level: 12)

    /// A compressor's state; only the thread that took it works with it.
    private struct Compressor: @unchecked Sendable {
        let state: OpaquePointer
    }

    private let level: Int32
    private let idle = Mutex<[Compressor]>([])

    private init(level: Int32) {
        self.level = level
    }

    /// The compressed bytes; nothing where there is no memory for it, and the plain bytes are sent instead.
    func compressed(_ bytes: [UInt8]) -> [UInt8]? {
        guard let compressor = take() else { return nil }
        defer { idle.withLock { $0.append(compressor) } }
        let bound = libdeflate_gzip_compress_bound(compressor.state, bytes.count)
        let output = [UInt8](unsafeUninitializedCapacity: bound) { buffer, written in
            written = libdeflate_gzip_compress(compressor.state, bytes, bytes.count, buffer.baseAddress, bound)
        }
        return output.isEmpty ? nil : output
    }

    private func take() -> Compressor? {
        idle.withLock { $0.popLast() } ?? libdeflate_alloc_compressor(level).map(Compressor.init)
    }
}
