import Organization
import Storage
import TestSupport
import Testing
import UseCases

@testable import Web

/// A staff file, from the dry run to the word to store it.
@Suite struct StaffImportTests {
    private static let header = "Tabel nömrəsi;Soyad;Ad;Ata adı;Vəzifə;Bölmə kodu;Vəziyyət"
    private static let file = """
        \(header)
        VX-0100;Cəfərova;Günay;Vaqif qızı;registry-clerk;VX-EX;
        VX-0001;Məmmədova-Əliyeva;Aysel;Elçin qızı;e-services-specialist;VX-KD;
        VX-0005;İsmayılova;Leyla;;e-services-specialist;VX-EX;çıxıb
        VX-0003;Quliyeva;Nigar;;e-services-specialist;VX-EX;işləyir
        """

    @Test func `a dry run shows everything and stores nothing; applied twice it changes nothing`() async throws {
        let site = try await TestSite()
        let bytes = [UInt8](Self.file.utf8)

        try await site.visit(as: "hr") { browser in
            let trial = try await browser.upload(bytes, to: "/staff/import")
            #expect(trial.status == 200)
            for text in [
                "Cəfərova Günay Vaqif qızı", "Məmmədova Aysel Elçin qızı → Məmmədova-Əliyeva Aysel Elçin qızı",
                "Elektron xidmətlər şöbəsi (VX-EX) → Kadrlar şöbəsi (VX-KD)", "İşləyir → İşdən çıxıb",
                "Fayl hazırdır",
            ] {
                #expect(trial.text.contains(text), "\(text)")
            }
            #expect(try await site.world.database.read { try $0.person(staffNumber: "VX-0100") } == nil)

            let draft = try #require(trial.field("draft"))
            let done = try await browser.post("/staff/import/apply", [("draft", draft)])
            #expect(done.location == "/staff/import?done=imported&new=1&changed=1&left=1")
            #expect(try await browser.get(try #require(done.location)).text.contains("Yeni: 1, dəyişən: 1"))
            let again = try await browser.post("/staff/import/apply", [("draft", draft)])
            #expect(again.status == 422 && again.text.contains("artıq yadda deyil"))
            let second = try await browser.upload(bytes, to: "/staff/import")
            #expect(second.text.contains("heç nəyi dəyişmir") && second.field("draft") == nil)
        }

        let people = try await site.world.database.read { connection in
            try ["VX-0100", "VX-0001", "VX-0005"].map { try connection.person(staffNumber: $0) }
        }
        #expect(people[0]?.name.family == "Cəfərova" && people[1]?.posting.unit == site.world.personnel.id)
        #expect(people[2]?.status == .left)
        let entry = try await site.entries().last { $0.action == AuditAction.peopleImported.rawValue }
        #expect(entry?.detail == "new=1 changed=1 left=1 unchanged=1 passed-over=0")
    }

    @Test func `one wrong line stops the file, and every one is named with its mend`() async throws {
        let site = try await TestSite()
        let file = """
            \(Self.header);Otaq
            VX-0100;Cəf?rova;Günay;;registry-clark;VX-EKS;;1
            SB-0001;Qurbanlı;Orxan;;registry-clerk;VX-EX;;1
            VX-0100;Cəfərova;;;registry-clerk;SB-AP;bəlkə;1
            VX-0102;Cəfərova;Günay;;registry-clerk;VX-EX;;1
            """

        let trial = try await site.visit(as: "hr") {
            try await $0.upload([UInt8](file.utf8), to: "/staff/import")
        }

        #expect(trial.status == 422 && trial.field("draft") == nil)
        for text in [
            "Hərflər itib", "başqa qurumun işçisinindir", "Bu nömrə 2-ci sətirdə də var", "Boşdur",
            "«işləyir» və ya «çıxıb» yazın", "tanınmadı və oxunmadı: Otaq",
        ] {
            #expect(trial.text.contains(text), "\(text)")
        }
        #expect(!trial.text.contains("Şəki bələdiyyəsi"))
    }

    @Test func `a unit of another agency does not exist for HR; for the administrator it does`() async throws {
        let site = try await TestSite()
        let bytes = [UInt8]("\(Self.header)\nSB-0002;Cəfərova;Günay;;municipal-officer;SB-AP;".utf8)

        let hr = try await site.visit(as: "hr") { try await $0.upload(bytes, to: "/staff/import") }
        #expect(hr.status == 422 && hr.text.contains("Bu kodla struktur bölmə yoxdur"))
        let administrator = try await site.visit(as: "admin") { try await $0.upload(bytes, to: "/staff/import") }
        #expect(administrator.status == 200 && administrator.field("draft") != nil)
    }

    @Test func `a file is kept for its person alone and for a quarter of an hour`() async throws {
        let site = try await TestSite()
        let bytes = [UInt8](Self.file.utf8)

        try await site.visit { client in
            let (officer, administrator) = (Browser(client), Browser(client))
            try await officer.signIn("hr")
            try await administrator.signIn("admin")
            let draft = try #require(try await officer.upload(bytes, to: "/staff/import").field("draft"))
            #expect(try await administrator.post("/staff/import/apply", [("draft", draft)]).status == 422)
            site.world.clock.advance(minutes: 16)
            #expect(try await officer.post("/staff/import/apply", [("draft", draft)]).status == 422)
        }
        #expect(try await site.world.database.read { try $0.person(staffNumber: "VX-0100") } == nil)
    }

    @Test(arguments: [
        ([UInt8](), "Fayl seçilməyib"), ([0x50, 0x4B, 3, 4, 0, 0], "Excel kitabıdır"),
        ([0xFF, 0x61, 0x80, 0xC7], "hərfləri oxunmur"), ([UInt8]("a;b\n\"x;y".utf8), "dırnaq işarəsi açılıb"),
    ])
    func `a file that is none says how to save it`(bytes: [UInt8], said: String) async throws {
        let site = try await TestSite()

        let answer = try await site.visit(as: "hr") { try await $0.upload(bytes, to: "/staff/import") }

        #expect(answer.status == 422 && answer.text.contains(said))
    }

    @Test(arguments: Language.allCases)
    func `the template with the present staff comes back unchanged`(language: Language) async throws {
        let site = try await TestSite()

        try await site.visit(as: "hr") { browser in
            browser.cookies["bilik_language"] = language.rawValue
            let empty = try StaffFile(bytes: try await browser.get("/staff/import/template.csv").bytes)
            #expect(empty.isFaultless && empty.ignoredColumns.isEmpty && empty.records.isEmpty)
            let filled = try await browser.get("/staff/import/template.csv?with=staff").bytes
            let file = try StaffFile(bytes: filled)
            #expect(file.isFaultless && file.ignoredColumns.isEmpty && file.records.count == 5)
            let trial = try await browser.upload(filled, to: "/staff/import")
            #expect(trial.status == 200 && trial.field("draft") == nil)
        }
        #expect(try await site.entries().last?.subjects.count == 5)
    }
}
