import Organization
import Oversight

/// What the Controller should look at first: each matter in a sentence, with the units where it is worst.
struct AttentionCard: Sendable {
    let matters: [Matter]
    let isEmpty: Bool

    struct Matter: Sendable {
        let tag: StandingTag
        let sentence: String
        let places: [Place]
        /// Where all of them stand.
        let allPath: String
        let hasMore: Bool
    }

    struct Place: Sendable {
        let path: String
        let name: String
        let agency: String
        let figure: String
    }

    private static let most = 3

    init(_ overview: Overview, choice: OverviewChoice, figures: FigureWords) {
        let words = figures.words
        let attention = Attention(overview)
        func matter(
            _ found: [Attention.Place], _ style: String, _ tag: String, _ sentence: String,
            _ order: OverviewChoice.Order, figure: (UnitOverview) -> String
        ) -> Matter? {
            guard !found.isEmpty else { return nil }
            return Matter(
                tag: StandingTag(style: style, text: tag),
                sentence: sentence,
                places: found.prefix(Self.most).map { place in
                    Place(
                        path: "/units/\(place.unit.unit.id)?period=\(overview.period)", name: place.unit.unit.name,
                        agency: place.agency.name, figure: figure(place.unit))
                },
                allPath: choice.sorted(by: order).path + "#units", hasMore: found.count > Self.most)
        }
        matters = [
            matter(
                attention.untrained, "bad", words["attention.untrained"],
                words["attention.untrained.text", ["count": figures.number(attention.untrained.count)]], .coverage
            ) { figures.count($0.figures.coverage) },
            matter(
                attention.expired, "bad", words["attention.expired"],
                words["attention.expired.text", ["count": figures.number(attention.expired.count)]], .expired
            ) { figures.number($0.figures.expired) },
            matter(
                attention.falling, "soon", words["attention.falling"],
                words[
                    "attention.falling.text",
                    [
                        "count": figures.number(attention.falling.count), "points": String(Attention.noticeableFall),
                    ]], .coverage
            ) { "\(figures.percent($0.previous.coverage)) → \(figures.percent($0.figures.coverage))" },
            matter(
                attention.empty, "", words["attention.empty"],
                words["attention.empty.text", ["count": figures.number(attention.empty.count)]], .coverage
            ) { _ in "" },
        ].compactMap { $0 }
        isEmpty = matters.isEmpty
    }
}
