import HTTPTypes

extension Browser {
    /// Sends one file with the form that was read last.
    func upload(_ bytes: [UInt8], named name: String = "staff.csv", to path: String) async throws -> Answer {
        if formToken == nil { _ = try await get(path) }
        let boundary = "----bilik-test"
        let head =
            "--\(boundary)\r\nContent-Disposition: form-data; name=\"form_token\"\r\n\r\n\(formToken ?? "")\r\n"
            + "--\(boundary)\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\(name)\"\r\n"
            + "Content-Type: text/csv\r\n\r\n"
        let body = [UInt8](head.utf8) + bytes + [UInt8]("\r\n--\(boundary)--\r\n".utf8)
        return try await send(.post, path, body: body, contentType: "multipart/form-data; boundary=\(boundary)")
    }
}
