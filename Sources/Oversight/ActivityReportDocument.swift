package import Competencies
package import Organization

/// An activity report as other programs read it: JSON with a version, and the same numbers as rows of a table.
///
/// A key keeps its meaning within a version; readers pass over keys that they do not know.
package struct ActivityReportDocument: Hashable, Sendable, Codable {
    package static let currentVersion = 1

    package let version: Int
    package let agency: AgencyPart
    package let unit: UnitPart
    package let current: FiguresPart
    package let previous: FiguresPart
    package let levels: [LevelsPart]

    package struct AgencyPart: Hashable, Sendable, Codable {
        package let code: String
        package let kind: Agency.Kind
        package let name: String
    }

    package struct UnitPart: Hashable, Sendable, Codable {
        package let code: String
        package let name: String
        package let isEGovernment: Bool

        private enum CodingKeys: String, CodingKey {
            case code, name
            case isEGovernment = "is_e_government"
        }
    }

    package struct FiguresPart: Hashable, Sendable, Codable {
        package let period: String
        /// The day that the figures speak of.
        package let asOf: Day
        package let headcount: Int
        package let trained: SharePart
        package let certificates: CertificatesPart
        package let meetingProfile: Withheld<SharePart>

        private enum CodingKeys: String, CodingKey {
            case period, headcount, certificates
            case asOf = "as_of"
            case trained = "trained_in_twelve_months"
            case meetingProfile = "meeting_role_profile"
        }
    }

    package struct SharePart: Hashable, Sendable, Codable {
        package let people: Int
        package let of: Int
        package let percent: Int?
    }

    package struct CertificatesPart: Hashable, Sendable, Codable {
        package let valid: Int
        package let expiring: Int
        package let expired: Int
    }

    /// People at *not yet basic*, then at each level in rising order.
    package struct LevelsPart: Hashable, Sendable, Codable {
        package let competency: CompetencyID
        package let people: Withheld<[Int]>
    }

    package init(_ report: ActivityReport) {
        version = Self.currentVersion
        agency = AgencyPart(code: report.agency.code, kind: report.agency.kind, name: report.agency.name)
        unit = UnitPart(
            code: report.unit.code, name: report.unit.name, isEGovernment: report.unit.isEGovernment)
        let before = report.period.previous
        current = FiguresPart(report.figures, period: report.period, asOf: report.asOf)
        previous = FiguresPart(report.previous, period: before, asOf: before.lastDay)
        levels = report.distributions.map { LevelsPart(competency: $0.competency, people: $0.shown) }
    }
}

extension ActivityReportDocument {
    package static let tableHeader = [
        "agency", "unit", "period", "as_of", "figure", "competency", "level", "value", "previous",
    ]

    /// One figure a row; what is withheld reads `withheld`.
    package var tableRows: [[String]] {
        let figures = zip(current.named, previous.named).map { now, before in
            row(now.name, value: now.value, previous: before.value)
        }
        return figures + levels.flatMap(levelRows)
    }

    private func levelRows(_ part: LevelsPart) -> [[String]] {
        guard case .shown(let counts) = part.people else {
            return [row("people_at_level", competency: part.competency.value, value: withheldWord)]
        }
        return counts.enumerated().map { level, people in
            row("people_at_level", competency: part.competency.value, level: String(level), value: String(people))
        }
    }

    private func row(
        _ figure: String, competency: String = "", level: String = "", value: String, previous: String = ""
    ) -> [String] {
        [agency.code, unit.code, current.period, current.asOf.description, figure, competency, level, value, previous]
    }
}

private let withheldWord = "withheld"

extension ActivityReportDocument.FiguresPart {
    fileprivate init(_ figures: UnitFigures, period: Period, asOf: Day) {
        self.period = period.description
        self.asOf = asOf
        headcount = figures.headcount
        trained = ActivityReportDocument.SharePart(figures.coverage)
        certificates = ActivityReportDocument.CertificatesPart(
            valid: figures.valid, expiring: figures.expiring, expired: figures.expired)
        meetingProfile =
            switch figures.shownProfile {
            case .shown(let share): .shown(ActivityReportDocument.SharePart(share))
            case .tooFew: .tooFew
            }
    }

    fileprivate var named: [(name: String, value: String)] {
        let profile = meetingProfile.shown
        return [
            ("headcount", String(headcount)),
            ("trained_in_twelve_months", String(trained.people)),
            ("trained_percent", trained.percent.map(String.init) ?? ""),
            ("certificates_valid", String(certificates.valid)),
            ("certificates_expiring", String(certificates.expiring)),
            ("certificates_expired", String(certificates.expired)),
            ("meeting_role_profile", profile.map { String($0.people) } ?? withheldWord),
            ("with_role_profile", profile.map { String($0.of) } ?? withheldWord),
            ("meeting_percent", profile.map { $0.percent.map(String.init) ?? "" } ?? withheldWord),
        ]
    }
}

extension ActivityReportDocument.SharePart {
    fileprivate init(_ share: Share) {
        self.init(people: share.part, of: share.whole, percent: share.percent)
    }
}

/// What is withheld is written as `{"withheld": true, "fewest": 5}`, anything else as itself.
extension Withheld: Codable where Figure: Codable {
    private enum CodingKeys: String, CodingKey { case withheld, fewest }

    package init(from decoder: any Decoder) throws {
        if let container = try? decoder.container(keyedBy: CodingKeys.self), container.contains(.withheld) {
            self = .tooFew
        } else {
            self = .shown(try Figure(from: decoder))
        }
    }

    package func encode(to encoder: any Encoder) throws {
        switch self {
        case .shown(let figure): try figure.encode(to: encoder)
        case .tooFew:
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(true, forKey: .withheld)
            try container.encode(Self.fewest, forKey: .fewest)
        }
    }
}
