package import Organization

package typealias CertificateID = ID<Certificate>

/// What one person holds after passing an exam.
package struct Certificate: Hashable, Sendable {
    package let id: CertificateID
    /// Unguessable, printed on the certificate: `7QK4-M2XD-9TRB`.
    package let code: String
    package let person: PersonID
    package let certificationID: String
    /// The certification as it was on the day of the exam.
    package let certification: Certification
    /// The holder's full name and agency as they were on that day.
    package let holder: String
    package let agencyName: String
    package let issued: Day
    /// Valid through this day.
    package let validThrough: Day

    package init(
        id: CertificateID, code: String, person: PersonID, certificationID: String, certification: Certification,
        holder: String, agencyName: String, issued: Day, validThrough: Day
    ) {
        self.id = id
        self.code = code
        self.person = person
        self.certificationID = certificationID
        self.certification = certification
        self.holder = holder
        self.agencyName = agencyName
        self.issued = issued
        self.validThrough = validThrough
    }

    package func standing(on day: Day) -> CertificateStanding {
        CertificateStanding(validThrough: validThrough, on: day)
    }
}

/// How a certificate stands on a day.
package enum CertificateStanding: Hashable, Sendable {
    case valid(daysLeft: Int)
    /// Valid, but not for long.
    case expiring(daysLeft: Int)
    case expired(daysAgo: Int)

    /// Days before the end from which on a certificate counts as expiring.
    package static let expiringDays = 90

    package init(validThrough: Day, on day: Day) {
        let left = day.days(until: validThrough)
        self =
            switch left {
            case ..<0: .expired(daysAgo: -left)
            case ...Self.expiringDays: .expiring(daysLeft: left)
            default: .valid(daysLeft: left)
            }
    }

    package var isValid: Bool {
        if case .expired = self { return false }
        return true
    }
}
