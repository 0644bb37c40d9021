package import FoundationEssentials

/// A certificate to print and sign: A4 landscape, with the abilities on its back where they are given.
///
/// All words come translated and all days written out: this type knows neither language nor calendar. The same values and
/// the same `created` give the same bytes on a machine with the same fonts.
package struct CertificateDocument: Sendable, Hashable {
    package var holderName: String
    package var certificationName: String
    /// What was certified, a line a competency: "Fərdi məlumatlar və məxfilik: orta".
    package var levelLines: [String]
    package var agencyName: String
    package var issuedText: String
    package var validUntilText: String
    package var code: String
    /// The address that the QR code carries; printed without its scheme.
    package var verifyAddress: String
    package var labels: Labels
    /// A BCP 47 tag: picks the letter forms, the capitals (i, İ) and what a screen reader speaks.
    package var language: String
    /// A word across the page, such as "NÜMUNƏ" on what the demonstration issues.
    package var watermark: String?
    package var rulers: [AbilityRulerDrawing]

    package init(
        holderName: String, certificationName: String, levelLines: [String], agencyName: String,
        issuedText: String, validUntilText: String, code: String, verifyAddress: String,
        labels: Labels, language: String, watermark: String? = nil, rulers: [AbilityRulerDrawing] = []
    ) {
        self.holderName = holderName
        self.certificationName = certificationName
        self.levelLines = levelLines
        self.agencyName = agencyName
        self.issuedText = issuedText
        self.validUntilText = validUntilText
        self.code = code
        self.verifyAddress = verifyAddress
        self.labels = labels
        self.language = language
        self.watermark = watermark
        self.rulers = rulers
    }

    /// The fixed words of the form.
    package struct Labels: Sendable, Hashable {
        /// "Sertifikat"; printed in capitals.
        package var overTitle: String
        /// What stands between the name and the certification: "… tələblərini yerinə yetirdiyini təsdiq edir".
        package var sentence: String
        /// "Yoxlama kodu".
        package var verificationCode: String
        /// Who signs: "Qurumun rəhbəri".
        package var signature: String
        /// What the QR code is, for those who cannot see it.
        package var qrDescription: String
        /// The title of the back.
        package var rulersTitle: String
        /// The sentence that explains dot, whisker and notch.
        package var rulersExplanation: String

        package init(
            overTitle: String, sentence: String, verificationCode: String, signature: String,
            qrDescription: String, rulersTitle: String, rulersExplanation: String
        ) {
            self.overTitle = overTitle
            self.sentence = sentence
            self.verificationCode = verificationCode
            self.signature = signature
            self.qrDescription = qrDescription
            self.rulersTitle = rulersTitle
            self.rulersExplanation = rulersExplanation
        }
    }

    /// The whole document, made in memory.
    package func pdf(created: Date) throws(CertificateDocumentError) -> [UInt8] {
        let qrCode: QRCode
        do { qrCode = try QRCode(verifyAddress) } catch { throw .verifyAddressUnfit(error) }

        let drawn = try Typesetting.withFonts { fonts throws(CertificateDocumentError) in
            let canvas = PDFCanvas(size: .a4Landscape, language: language, fonts: fonts)
            canvas.describe(
                title: "\(labels.overTitle): \(certificationName)", author: agencyName,
                subject: "\(holderName) · \(code)", created: created)
            canvas.tagged(.document) {
                CertificateFront(document: self, qrCode: qrCode).draw(on: canvas)
                CertificateBack(document: self).draw(on: canvas)
            }
            return (bytes: try canvas.finish(), descriptions: canvas.figureDescriptions)
        }
        return PDFAccessibility(language: language, figureDescriptions: drawn.descriptions).added(to: drawn.bytes)
    }
}
