import Assessment
import Competencies
import Courseware
import Documents
import Organization

struct CertificateListPage: Page {
    static let template = "certificates"
    let title: String
    let certificates: [Line]
    let hasCertificates: Bool
    let exams: [Exam]
    var section: Section { .certificates }

    struct Line: Sendable {
        let path: String
        let name: String
        let tag: StandingTag
        let issued: String
        let validThrough: String
        let code: String
    }

    struct Exam: Sendable {
        let path: String
        let name: String
        let summary: String
        let summaryLanguage: String
        let detail: String
        let isOpen: Bool
    }

    init(certificates: [Certificate], open: [Attempt], today: Day, content: Content, visit: Visit, words: Words) {
        let language = visit.language
        let dates = DateWords(words: words)
        title = words["certificates.title"]
        self.certificates = certificates.map {
            Line(
                path: "/me/certificates/\($0.code)", name: $0.certification.name[language],
                tag: StandingTag($0.standing(on: today), words: words), issued: dates.long($0.issued),
                validThrough: dates.long($0.validThrough), code: $0.code)
        }
        hasCertificates = !certificates.isEmpty
        exams = content.certifications.map { certification in
            Exam(
                path: "/certifications/\(certification.id)", name: certification.name[language],
                summary: certification.summary[visit.text], summaryLanguage: visit.text.rawValue,
                detail: words[
                    "exam.detail",
                    [
                        "length": String(certification.exam.length),
                        "minutes": String(certification.exam.minutes),
                    ]],
                isOpen: open.contains { $0.certification == certification.id })
        }
    }
}

struct CertificatePage: Page {
    static let template = "certificate"
    let title: String
    let holder: String
    let levels: [String]
    let agency: String
    let issued: String
    let validThrough: String
    let code: String
    let verifyAddress: String
    let qr: String
    let pdfPath: String
    let tag: StandingTag
    var section: Section { .certificates }

    init(
        _ certificate: Certificate, standing: CertificateStanding, framework: Framework, verifyAddress: String,
        language: Language, words: Words
    ) {
        let texts = CertificateWords(framework: framework, language: language, words: words)
        title = certificate.certification.name[language]
        holder = certificate.holder
        levels = texts.levelLines(certificate)
        agency = certificate.agencyName
        issued = words["certificate.issued", ["day": texts.issued(certificate)]]
        validThrough = texts.validThrough(certificate)
        code = certificate.code
        self.verifyAddress = verifyAddress
        qr = (try? QRCode(verifyAddress))?.svg(moduleSize: 3, label: words["certificate.qr"]) ?? ""
        pdfPath = "/me/certificates/\(certificate.code)/pdf"
        tag = StandingTag(standing, words: words)
    }
}

struct VerifyFormPage: Page {
    static let template = "verify-form"
    let title: String
    let typed: String
    let isWrong: Bool
    var isColumn: Bool { true }

    init(typed: String, isWrong: Bool, words: Words) {
        title = words["verify.title"]
        self.typed = typed
        self.isWrong = isWrong
    }
}

/// What the public reads about a code: who holds what, since when and how long; nothing else about the person.
struct VerifyPage: Page {
    static let template = "verify"
    let title: String
    let code: String
    let found: Found?
    var isColumn: Bool { true }

    struct Found: Sendable {
        let tag: StandingTag
        let isValid: Bool
        let holder: String
        let name: String
        let levels: [String]
        let agency: String
        let issued: String
        let validThrough: String
    }

    init(code: String, certificate: Certificate?, today: Day, framework: Framework, language: Language, words: Words) {
        title = words["verify.title"]
        self.code = code
        let texts = CertificateWords(framework: framework, language: language, words: words)
        let dates = DateWords(words: words)
        found = certificate.map { certificate in
            let standing = certificate.standing(on: today)
            return Found(
                tag: StandingTag(standing, words: words), isValid: standing.isValid, holder: certificate.holder,
                name: certificate.certification.name[language], levels: texts.levelLines(certificate),
                agency: certificate.agencyName, issued: dates.long(certificate.issued),
                validThrough: dates.long(certificate.validThrough))
        }
    }
}
