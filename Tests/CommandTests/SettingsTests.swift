import Foundation
import Testing

@Suite struct SettingsTests {
    @Test func `a flag counts before the environment, that before the file, that before the default`() async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write("# of the installation\ndata: from-file\n", to: "bilik.yml")
        let file = ["BILIK_CONFIG": "bilik.yml"]

        let standard = try await program.run("migrate")
        let byFile = try await program.run("migrate", environment: file)
        let byVariable = try await program.run(
            "migrate", environment: file.merging(["BILIK_DATA": "from-variable"]) { $1 })
        let byFlag = try await program.run(
            "migrate", "--data", "from-flag", "--config", "bilik.yml", environment: ["BILIK_DATA": "from-variable"])

        #expect(standard.output.hasPrefix("data/bilik.sqlite"))
        #expect(byFile.output.hasPrefix("from-file/bilik.sqlite"))
        #expect(byVariable.output.hasPrefix("from-variable/bilik.sqlite"))
        #expect(byFlag.output.hasPrefix("from-flag/bilik.sqlite"))
    }

    @Test(arguments: [
        (
            "publik-address: https://bilik.az\n",
            "line 1: there is no setting `publik-address`; did you mean `public-address`?"
        ),
        ("port: 8080\nport: 8081\n", "bilik.yml: `port` stands twice; keep one."),
        ("port: [8080]\n", "`port` takes one value"),
        ("port: many\n", "port in bilik.yml: “many” is not understood; give a whole number from 1 to 65535."),
        ("timezone: Asia/Bakuu\n", "name one such as Asia/Baku"),
        ("trusted-proxy: nginx\n", "“nginx” is no address or network"),
        ("public-address: bilik.az\n", "write it like https://"),
        ("log-level: loud\n", "choose one of trace"),
        ("- port\n", "is no list of settings"),
    ])
    func `a wrong settings file is refused with the mend`(text: String, words: String) async throws {
        let program = try Program()
        defer { program.remove() }
        try program.write(text, to: "bilik.yml")

        let run = try await program.run("migrate", "--config", "bilik.yml")

        #expect(run.status == 1)
        #expect(run.errors.contains(words))
        #expect(!FileManager.default.fileExists(atPath: program.path("data")))
    }
}
