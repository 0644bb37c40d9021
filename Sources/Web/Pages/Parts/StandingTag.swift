import Assessment
import Organization

/// A state in words, with the colour that goes with it.
struct StandingTag: Sendable {
    let style: String
    let text: String

    init(style: String, text: String) {
        self.style = style
        self.text = text
    }

    init(_ standing: CertificateStanding, words: Words) {
        switch standing {
        case .valid: self.init(style: "good", text: words["standing.valid"])
        case .expiring(0): self.init(style: "soon", text: words["standing.last-day"])
        case .expiring(let days):
            self.init(style: "soon", text: words["standing.expiring", ["days": String(days)]])
        case .expired: self.init(style: "bad", text: words["standing.expired"])
        }
    }

    static func due(_ day: Day, today: Day, words: Words) -> StandingTag {
        let left = today.days(until: day)
        return switch left {
        case ..<0: StandingTag(style: "bad", text: words["due.late", ["days": String(-left)]])
        case 0: StandingTag(style: "soon", text: words["due.today"])
        case ...14: StandingTag(style: "soon", text: words["due.soon", ["days": String(left)]])
        default: StandingTag(style: "", text: words["due.assigned"])
        }
    }
}
