import Documents
import FoundationEssentials

extension CertificateDocument {
    /// A certificate as the demonstration would issue it; a test changes what it is about.
    static var sample: CertificateDocument {
        CertificateDocument(
            holderName: "Aysel Rauf qızı Məmmədova",
            certificationName: "Fərdi məlumatlar və informasiya təhlükəsizliyi",
            levelLines: ["Fərdi məlumatlar və məxfilik: yüksək", "Cihazların qorunması: orta"],
            agencyName: "Dövlət Xidmətləri Agentliyi",
            issuedText: "24 noyabr 2026", validUntilText: "24 noyabr 2028-dək etibarlıdır",
            code: "7QK4-M2XD-9TRB", verifyAddress: "https://bilik.example.az/verify/7QK4-M2XD-9TRB",
            labels: Labels(
                overTitle: "Sertifikat", sentence: "aşağıdakı sertifikatın tələblərini yerinə yetirdiyini təsdiq edir",
                verificationCode: "Yoxlama kodu", signature: "Qurumun rəhbəri",
                qrDescription: "Sertifikatı yoxlamaq üçün QR kod", rulersTitle: "Səriştələr üzrə nəticə",
                rulersExplanation: """
                    Nöqtə səviyyəni, xətt onun hələ dəqiq bilinməyən hissəsini, qırmızı nişan vəzifənin tələbini göstərir.
                    """),
            language: "az")
    }

    static var withBack: CertificateDocument {
        var certificate = sample
        certificate.watermark = "NÜMUNƏ"
        certificate.rulers = ["Məxfilik", "Cihazların qorunması", "Rəqəmsal kimlik"].map { .sample($0) }
        return certificate
    }

    /// A name of 78 letters, a certification of three lines and nine competencies.
    static var overlong: CertificateDocument {
        var certificate = withBack
        certificate.holderName =
            "Мухаммадали Şəfəqülbahar Əbdülrəhimağa qızı İsmayılova-Ğəzənfərzadə-Ağakişiyeva"
        certificate.certificationName = """
            Elektron hökumət xidmətlərinin layihələndirilməsi, keyfiyyətinin ölçülməsi və vətəndaş müraciətlərinin \
            rəqəmsal kanallar üzrə idarə edilməsi
            """
        certificate.agencyName = """
            Azərbaycan Respublikasının Rəqəmsal İnkişaf və Nəqliyyat Nazirliyi yanında Elektron Hökumətin İnkişafı \
            Mərkəzi publik hüquqi şəxs
            """
        certificate.levelLines = (1...9).map { "Səriştə \($0), rəqəmsal mühitdə məlumatın axtarışı: çox yüksək" }
        return certificate
    }

    /// What no one should enter, and someone will.
    static var beyondReason: CertificateDocument {
        var certificate = overlong
        certificate.holderName = String(repeating: "Ğəzənfər", count: 25)
        certificate.levelLines += certificate.levelLines + certificate.levelLines
        certificate.verifyAddress = "https://" + String(repeating: "uzun", count: 20) + ".example.az/verify/7QK4"
        return certificate
    }
}

extension AbilityRulerDrawing {
    static func sample(_ caption: String, at: Double = 0.56) -> AbilityRulerDrawing {
        AbilityRulerDrawing(
            caption: caption, stateText: "Yüksək (orta ilə çox yüksək arasında)",
            levelNames: ["Baza", "Orta", "Yüksək", "Çox yüksək"], cutPositions: [0.31, 0.56, 0.79],
            at: at, low: at - 0.13, high: at + 0.13, need: 0.56)
    }
}

/// A fixed instant: 24 November 2026, 08:00 UTC.
let morning = Date(timeIntervalSince1970: 1_795_507_200)
