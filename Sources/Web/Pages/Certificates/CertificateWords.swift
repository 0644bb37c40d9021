import Assessment
import Competencies
import Documents
import Organization

/// A certificate's fixed words in one language.
struct CertificateWords {
    let framework: Framework
    let language: Language
    let words: Words

    func levelLines(_ certificate: Certificate) -> [String] {
        let levels = LevelWords(framework: framework, language: language, words: words)
        return certificate.certification.requires.map {
            "\(levels.competency($0.competency)): \(language.lowercased(levels.name($0.level)))"
        }
    }

    func issued(_ certificate: Certificate) -> String { DateWords(words: words).long(certificate.issued) }

    func validThrough(_ certificate: Certificate) -> String {
        words["certificate.valid-through", ["day": DateWords(words: words).long(certificate.validThrough)]]
    }

    func document(_ certificate: Certificate, verifyAddress: String, isDemo: Bool) -> CertificateDocument {
        CertificateDocument(
            holderName: certificate.holder, certificationName: certificate.certification.name[language],
            levelLines: levelLines(certificate), agencyName: certificate.agencyName,
            issuedText: words["certificate.issued", ["day": issued(certificate)]],
            validUntilText: validThrough(certificate), code: certificate.code, verifyAddress: verifyAddress,
            labels: CertificateDocument.Labels(
                overTitle: words["certificate.over"], sentence: words["certificate.sentence"],
                verificationCode: words["certificate.code"], signature: words["certificate.signature"],
                qrDescription: words["certificate.qr"], rulersTitle: words["certificate.rulers"],
                rulersExplanation: words["certificate.rulers.explanation"]),
            language: language.rawValue, watermark: isDemo ? words["certificate.demo"] : nil)
    }
}
