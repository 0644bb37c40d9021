import Foundation
import FoundationNetworking

/// A server of the built program, and a visitor who keeps cookies.
struct RunningServer {
    struct NotReady: Error, CustomStringConvertible {
        let description: String
    }

    struct Answer {
        let status: Int
        let text: String
    }

    let program: RunningProgram
    private let port: Int
    private let visitor = URLSession(configuration: .ephemeral)

    init(program: RunningProgram, port: Int) {
        self.program = program
        self.port = port
    }

    func waitUntilReady() async throws {
        for _ in 0..<600 {
            guard program.isRunning else { throw NotReady(description: program.errorText) }
            if let answer = try? await get("/readyz"), answer.status == 200 { return }
            try await Task.sleep(for: .milliseconds(100))
        }
        program.terminate()
        throw NotReady(description: "not ready after a minute: \(program.errorText)")
    }

    func get(_ path: String) async throws -> Answer {
        try await answer(to: URLRequest(url: try address(path)))
    }

    func post(_ path: String, _ fields: [String: String]) async throws -> Answer {
        var request = URLRequest(url: try address(path))
        request.httpMethod = "POST"
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
        request.httpBody = Data(fields.map { "\($0.key)=\($0.value)" }.joined(separator: "&").utf8)
        return try await answer(to: request)
    }

    func stop() async throws -> Program.Run {
        program.terminate()
        return try await program.ended()
    }

    private func answer(to request: URLRequest) async throws -> Answer {
        let (data, response) = try await visitor.data(for: request)
        return Answer(
            status: (response as? HTTPURLResponse)?.statusCode ?? 0, text: String(decoding: data, as: UTF8.self))
    }

    private func address(_ path: String) throws -> URL {
        guard let url = URL(string: "http://127.0.0.1:\(port)\(path)") else {
            throw NotReady(description: "\(path) is no path")
        }
        return url
    }
}

/// A port that nobody listens on.
enum FreePort {
    static func find() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound else { throw RunningServer.NotReady(description: "no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}
