import Foundation

/// A program of the machine that reads what we wrote, so that no test believes our own word for it.
struct Tool {
    let name: String
    /// Where to get it, for whoever reads the failure.
    let debianPackage: String

    static let qpdf = Tool(name: "qpdf", debianPackage: "qpdf")
    static let pdftotext = Tool(name: "pdftotext", debianPackage: "poppler-utils")
    static let pdfinfo = Tool(name: "pdfinfo", debianPackage: "poppler-utils")
    static let pdftoppm = Tool(name: "pdftoppm", debianPackage: "poppler-utils")
    static let zbarimg = Tool(name: "zbarimg", debianPackage: "zbar-tools")

    struct Missing: Error, CustomStringConvertible {
        let tool: Tool
        var description: String { "\(tool.name) is missing: install the package \(tool.debianPackage)" }
    }

    struct Failed: Error {
        let tool: String
        let exitCode: Int32
        let said: String
    }

    var path: String? {
        ["/usr/bin", "/usr/local/bin", "/bin"].map { "\($0)/\(name)" }.first(
            where: FileManager.default.isExecutableFile)
    }

    /// Runs the tool on a temporary file with these bytes, whose path takes the place of `FILE`.
    func callAsFunction(_ arguments: String..., on bytes: [UInt8]) throws -> String {
        guard let path else { throw Missing(tool: self) }
        let file = FileManager.default.temporaryDirectory.appending(path: "bilik-\(UUID().uuidString).pdf")
        try Data(bytes).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }

        let process = Process()
        process.executableURL = URL(filePath: path)
        process.arguments = arguments.map { $0 == "FILE" ? file.path : $0 }
        let (output, complaints) = (Pipe(), Pipe())
        process.standardOutput = output
        process.standardError = complaints
        try process.run()
        let said = output.fileHandleForReading.readDataToEndOfFile()
        let complained = complaints.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let text = String(decoding: said + complained, as: UTF8.self)
            throw Failed(tool: name, exitCode: process.terminationStatus, said: text)
        }
        return String(decoding: said, as: UTF8.self)
    }
}
