import Organization

/// The state of the demo: bodies of all four kinds, from a strong committee to a municipality that lags behind.
///
/// The names are plausible; no figure of the demo says anything about a real body. Municipalities govern themselves, so
/// none stands below an executive authority.
extension DemoAgency {
    static let all: [DemoAgency] = [
        DemoAgency(
            code: "IXN", kind: .ministry, name: "İqtisadi Xidmətlər Nazirliyi", domain: "ixn.example", share: 300,
            ability: 0.35, diligence: 0.74, campaigns: [26: 3, 8: 6, 1: 1],
            units: [
                DemoUnit(code: "IXN-01", name: "Nazirliyin Aparatı", work: .office, weight: 8),
                DemoUnit(
                    code: "IXN-02", name: "Elektron Xidmətlər Departamenti", work: .eServices, isEGovernment: true,
                    weight: 6),
                DemoUnit(
                    code: "IXN-03", name: "Elektron Xidmətlərin İstismarı Şöbəsi", work: .eServices, parent: "IXN-02",
                    isEGovernment: true, weight: 10),
                DemoUnit(
                    code: "IXN-04", name: "Xidmətlərin Layihələndirilməsi Şöbəsi", work: .eServices, parent: "IXN-02",
                    isEGovernment: true, weight: 7),
                DemoUnit(
                    code: "IXN-05", name: "İnformasiya Texnologiyaları Departamenti", work: .systems,
                    isEGovernment: true, weight: 8),
                DemoUnit(
                    code: "IXN-06", name: "İnformasiya Təhlükəsizliyi Şöbəsi", work: .systems, parent: "IXN-05",
                    isEGovernment: true, weight: 5),
                DemoUnit(code: "IXN-07", name: "İnsan Resursları Departamenti", work: .personnel, weight: 6),
                DemoUnit(code: "IXN-08", name: "Müraciətlər və Vətəndaş Qəbulu Şöbəsi", work: .reception, weight: 10),
                DemoUnit(code: "IXN-09", name: "Reyestrlər Departamenti", work: .registry, weight: 12),
            ]),
        DemoAgency(
            code: "SXN", kind: .ministry, name: "Sosial Xidmətlər Nazirliyi", domain: "sxn.example", share: 260,
            ability: 0.2, diligence: 0.64, campaigns: [24: 3, 7: 7],
            units: [
                DemoUnit(code: "SXN-01", name: "Nazirliyin Aparatı", work: .office, weight: 8),
                DemoUnit(
                    code: "SXN-02", name: "Elektron Xidmətlər Şöbəsi", work: .eServices, isEGovernment: true, weight: 8),
                DemoUnit(
                    code: "SXN-03", name: "Rəqəmsal Reyestrlər Departamenti", work: .registry, isEGovernment: true,
                    weight: 12),
                DemoUnit(
                    code: "SXN-04", name: "Reyestr Məlumatlarının Keyfiyyəti Şöbəsi", work: .registry,
                    parent: "SXN-03", isEGovernment: true, weight: 6),
                DemoUnit(code: "SXN-05", name: "Ünvanlı Yardım Departamenti", work: .registry, weight: 14),
                DemoUnit(
                    code: "SXN-06", name: "Vətəndaş Qəbulu Şöbəsi", work: .reception, parent: "SXN-05", weight: 12),
                DemoUnit(code: "SXN-07", name: "İnsan Resursları və Hüquq Şöbəsi", work: .personnel, weight: 5),
            ]),
        DemoAgency(
            code: "RIK", kind: .stateCommittee, name: "Rəqəmsal İnkişaf Komitəsi", domain: "rik.example", share: 150,
            ability: 0.95, diligence: 0.92, campaigns: [27: 3, 9: 7],
            units: [
                DemoUnit(code: "RIK-01", name: "Komitənin Aparatı", work: .office, weight: 6),
                DemoUnit(
                    code: "RIK-02", name: "Elektron Hökumət Departamenti", work: .eServices, isEGovernment: true,
                    weight: 8),
                DemoUnit(
                    code: "RIK-03", name: "Elektron Hökumətə Nəzarət Şöbəsi", work: .eServices, parent: "RIK-02",
                    isEGovernment: true, weight: 5),
                DemoUnit(
                    code: "RIK-04", name: "Elektron Hökumət Portalı Şöbəsi", work: .eServices, parent: "RIK-02",
                    isEGovernment: true, weight: 10),
                DemoUnit(code: "RIK-05", name: "Rəqəmsal Bacarıqlar Mərkəzi", work: .office, weight: 6),
                DemoUnit(
                    code: "RIK-06", name: "İnformasiya Sistemləri Departamenti", work: .systems, isEGovernment: true,
                    weight: 10),
            ]),
        DemoAgency(
            code: "KSK", kind: .stateCommittee, name: "Kiçik Sahibkarlıq Dövlət Komitəsi", parent: "IXN",
            domain: "ksk.example", share: 110, ability: 0.3, diligence: 0.7, campaigns: [15: 3, 4: 7],
            units: [
                DemoUnit(code: "KSK-01", name: "Komitənin Aparatı", work: .office, weight: 10),
                DemoUnit(
                    code: "KSK-02", name: "Sahibkarlara Elektron Xidmətlər Şöbəsi", work: .eServices,
                    isEGovernment: true, weight: 14),
                DemoUnit(code: "KSK-03", name: "Müraciətlər və Qəbul Şöbəsi", work: .reception, weight: 12),
                // Founded this month: nobody has been posted to it yet.
                DemoUnit(
                    code: "KSK-04", name: "Süni İntellekt Layihələri Şöbəsi", work: .systems, isEGovernment: true,
                    most: 0),
            ]),
        DemoAgency(
            code: "LIH", kind: .localExecutive, name: "Lənkəran Rayon İcra Hakimiyyəti", domain: "lih.example",
            share: 140, ability: -0.15, diligence: 0.5, campaigns: [12: 5, 3: 5],
            units: [
                DemoUnit(code: "LIH-01", name: "İcra Hakimiyyətinin Aparatı", work: .office, weight: 14),
                DemoUnit(
                    code: "LIH-02", name: "Elektron Xidmətlər və İnformasiya Şöbəsi", work: .eServices,
                    isEGovernment: true, weight: 8),
                DemoUnit(code: "LIH-03", name: "Vətəndaş Qəbulu Şöbəsi", work: .reception, weight: 14),
                DemoUnit(
                    code: "LIH-04", name: "Elektron Sənəd Dövriyyəsi Sektoru", work: .registry, parent: "LIH-02",
                    isEGovernment: true, weight: 6),
                DemoUnit(code: "LIH-05", name: "Kadrlar Sektoru", work: .personnel, parent: "LIH-01", weight: 4),
            ]),
        DemoAgency(
            code: "SIH", kind: .localExecutive, name: "Şəki Rayon İcra Hakimiyyəti", domain: "sih.example", share: 110,
            ability: -0.3, diligence: 0.42, campaigns: [10: 6, 1: 4],
            units: [
                DemoUnit(code: "SIH-01", name: "İcra Hakimiyyətinin Aparatı", work: .office, weight: 14),
                DemoUnit(
                    code: "SIH-02", name: "Elektron Xidmətlər Sektoru", work: .eServices, parent: "SIH-01",
                    isEGovernment: true, weight: 6),
                DemoUnit(code: "SIH-03", name: "Müraciətlər və Qəbul Şöbəsi", work: .reception, weight: 12),
                DemoUnit(
                    code: "SIH-04", name: "Rəqəmsal Arxiv Sektoru", work: .registry, parent: "SIH-01",
                    isEGovernment: true, weight: 6),
            ]),
        DemoAgency(
            code: "SEB", kind: .municipality, name: "Şəki Bələdiyyəsi", domain: "seb.example", share: 75,
            ability: -0.85, diligence: 0.27, campaigns: [6: 1],
            units: [
                DemoUnit(code: "SEB-01", name: "Bələdiyyə Aparatı", work: .municipality, weight: 10),
                DemoUnit(code: "SEB-02", name: "Bələdiyyə Xidmətləri Şöbəsi", work: .municipality, weight: 16),
                DemoUnit(
                    code: "SEB-03", name: "Elektron Bələdiyyə Sektoru", work: .municipality, parent: "SEB-01",
                    isEGovernment: true, weight: 6),
            ]),
        DemoAgency(
            code: "LIB", kind: .municipality, name: "Liman Bələdiyyəsi", domain: "lib.example",
            share: 55,
            ability: -0.75, diligence: 0.22, campaigns: [3: 1],
            units: [
                DemoUnit(code: "LIB-01", name: "Bələdiyyə Aparatı", work: .municipality, weight: 20),
                // Too few people for anything inferred from ability to be shown.
                DemoUnit(
                    code: "LIB-02", name: "Elektron Xidmətlər Qrupu", work: .municipality, parent: "LIB-01",
                    isEGovernment: true, most: 3),
            ]),
    ]
}
