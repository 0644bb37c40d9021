import Documents
import Foundation
import Testing

struct CertificateDocumentTests {
    /// Three kinds: as usual, with a back and a watermark, and with everything too long.
    static let kinds: [CertificateDocument] = [.sample, .withBack, .overlong]

    @Test(arguments: kinds) func `is a sound file for qpdf`(certificate: CertificateDocument) throws {
        let said = try Tool.qpdf("--check", "FILE", on: certificate.pdf(created: morning))

        #expect(said.contains("No syntax or stream encoding errors found"))
    }

    @Test(arguments: kinds) func `is A4 landscape, tagged and dated by its argument`(
        certificate: CertificateDocument
    ) throws {
        let said = try Tool.pdfinfo("-isodates", "FILE", on: certificate.pdf(created: morning))

        #expect(said.contains("841.89 x 595.276 pts (A4)"))
        #expect(said.contains(#/Tagged: +yes/#))
        #expect(said.contains(#/CreationDate: +2026-11-24T08:00:00Z/#))
        #expect(said.contains(try Regex("Author: +\(certificate.agencyName)\n")))
        #expect(said.contains("Sertifikat: \(certificate.certificationName)"))
        #expect(said.contains("\(certificate.holderName) · \(certificate.code)"))
    }

    @Test(arguments: [
        "Şəfəq İsmayılova", "Ğəzənfər Ağayev", "Çingiz Öztürk qızı Üzeyirova", "Людмила Ёлкина-Щербакова",
        "Iğdır ıı İİ ƏƏ əfi ffi",
    ])
    func `keeps every letter of a name as text`(name: String) throws {
        var certificate = CertificateDocument.sample
        certificate.holderName = name

        #expect(try text(of: certificate).contains(name))
    }

    @Test func `says all it has to say`() throws {
        let certificate = CertificateDocument.withBack
        let text = try text(of: certificate)

        for part in [
            certificate.agencyName, "SERTİFİKAT", certificate.certificationName, certificate.labels.sentence,
            certificate.issuedText, certificate.validUntilText, "Yoxlama kodu", certificate.code,
            "bilik.example.az/verify/7QK4-M2XD-9TRB", certificate.labels.signature, certificate.labels.rulersTitle,
        ] + certificate.levelLines + certificate.rulers.flatMap({ [$0.caption, $0.stateText] + $0.levelNames }) {
            #expect(text.contains(part))
        }
    }

    @Test(arguments: [("az", "SERTİFİKAT"), ("en", "SERTIFIKAT"), ("ru", "SERTIFIKAT")])
    func `writes capitals by the rules of its language`(language: String, title: String) throws {
        var certificate = CertificateDocument.sample
        certificate.language = language

        #expect(try text(of: certificate).contains(title))
    }

    @Test(arguments: [(0, 1), (1, 2), (12, 2), (13, 3), (40, 5)])
    func `has as many backs as its rulers need`(rulers: Int, pages: Int) throws {
        var certificate = CertificateDocument.sample
        certificate.rulers = (0..<rulers).map { .sample("Səriştə \($0)") }

        let said = try Tool.pdfinfo("FILE", on: certificate.pdf(created: morning))
        #expect(said.contains(try Regex("Pages: +\(pages)\n")))
    }

    @Test(arguments: [CertificateDocument.sample, .overlong, .beyondReason])
    func `keeps every word inside the frame and off the others`(certificate: CertificateDocument) throws {
        var certificate = certificate
        certificate.watermark = nil
        let words = try Word.all(in: certificate.pdf(created: morning))

        #expect(words.contains { $0.text == certificate.code })
        for (index, word) in words.enumerated() {
            #expect(word.left >= 40 && word.right <= 802 && word.top >= 40 && word.bottom <= 556, "\(word)")
            for other in words[(index + 1)...] {
                #expect(!word.overlaps(other), "\(word) and \(other)")
            }
        }
    }

    @Test func `keeps the watermark inside the paper`() throws {
        var certificate = CertificateDocument.sample
        certificate.watermark = "DEMONSTRASİYA ÜÇÜN NÜMUNƏ"
        for word in try Word.all(in: certificate.pdf(created: morning)) {
            #expect(word.left >= 0 && word.right <= 842 && word.top >= 0 && word.bottom <= 596, "\(word)")
        }
    }

    @Test func `tells a screen reader its language and what its pictures show`() throws {
        let bytes = try CertificateDocument.withBack.pdf(created: morning)
        let structure = try Tool.pdfinfo("-struct", "FILE", on: bytes)
        let objects = try Tool.qpdf("--json", "FILE", on: bytes)

        #expect(structure.matches(of: #/\n  Figure/#).count == 1 + CertificateDocument.withBack.rulers.count)
        #expect(objects.contains(#""/Lang": "u:az""#) || objects.contains(#""/Lang": "az""#))
        for description in ["Sertifikatı yoxlamaq üçün QR kod", "Rəqəmsal kimlik: Yüksək"] {
            #expect(objects.contains(description))
        }
    }

    @Test func `gives the same bytes for the same values`() throws {
        let first = try CertificateDocument.withBack.pdf(created: morning)
        let second = try CertificateDocument.withBack.pdf(created: morning)

        #expect(first == second)
    }

    @Test func `eight at once come out as one by one`() async throws {
        let certificates = (0..<8).map { number in
            var certificate = Self.kinds[number % 3]
            certificate.code = "AAAA-AAAA-AAA\(number)"
            return certificate
        }
        let oneByOne = try certificates.map { try $0.pdf(created: morning) }

        let atOnce = try await withThrowingTaskGroup(of: (Int, [UInt8]).self) { group in
            for (number, certificate) in certificates.enumerated() {
                group.addTask { (number, try certificate.pdf(created: morning)) }
            }
            return try await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        #expect((0..<8).allSatisfy { atOnce[$0] == oneByOne[$0] })
    }

    @Test func `refuses an address that no QR code holds`() {
        var certificate = CertificateDocument.sample
        certificate.verifyAddress = String(repeating: "ə", count: 2000)

        #expect(throws: CertificateDocumentError.verifyAddressUnfit(.textTooLong(bytes: 4000))) {
            try certificate.pdf(created: morning)
        }
    }

    @Test(.enabled(if: Tool.zbarimg.path != nil, "zbar-tools is not installed"))
    func `its QR code is read from the printed page`() throws {
        let bytes = try CertificateDocument.overlong.pdf(created: morning)
        let picture = FileManager.default.temporaryDirectory.appending(path: "bilik-\(UUID().uuidString)")
        _ = try Tool.pdftoppm("-r", "150", "-l", "1", "-singlefile", "-png", "FILE", picture.path, on: bytes)
        let png = picture.appendingPathExtension("png")
        defer { try? FileManager.default.removeItem(at: png) }

        let said = try Tool.zbarimg("-q", "--raw", "-Sdisable", "-Sqrcode.enable", png.path, on: [])
        #expect(said == "https://bilik.example.az/verify/7QK4-M2XD-9TRB\n")
    }
}

private func text(of certificate: CertificateDocument) throws -> String {
    try Tool.pdftotext("-layout", "FILE", "-", on: certificate.pdf(created: morning))
        .split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
}

/// A word and where it stands, as `pdftotext -bbox` tells it.
private struct Word {
    let text: String
    let left: Double
    let top: Double
    let right: Double
    let bottom: Double

    /// The words of the first page.
    static func all(in bytes: [UInt8]) throws -> [Word] {
        let line = #/<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)<\/word>/#
        return try Tool.pdftotext("-bbox", "-l", "1", "FILE", "-", on: bytes).matches(of: line).map { match in
            Word(
                text: String(match.5), left: try #require(Double(match.1)), top: try #require(Double(match.2)),
                right: try #require(Double(match.3)), bottom: try #require(Double(match.4)))
        }
    }

    /// Boxes reach from ascent to descent, more than letters do: a few points of neighbouring lines may meet.
    func overlaps(_ other: Word) -> Bool {
        let across = min(right, other.right) - max(left, other.left)
        let down = min(bottom, other.bottom) - max(top, other.top)
        return across > 0.5 && down > 0.35 * min(bottom - top, other.bottom - other.top)
    }
}
