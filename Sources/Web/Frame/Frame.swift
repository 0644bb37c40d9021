/// A rendered layout, cut at the places that each answer fills.
struct Frame: Sendable {
    /// What an answer puts into a frame; the layout's template holds each as `%name%`.
    enum Place: String, CaseIterable, Sendable {
        case title
        case main
        case person
        /// The address of the page itself, for links that come back to it.
        case here

        var mark: String { "%\(rawValue)%" }
    }

    private let start: [UInt8]
    private let rest: [(place: Place, text: [UInt8])]

    init(_ layout: String) {
        var pieces = [(place: Place?.none, text: layout)]
        for place in Place.allCases {
            pieces = pieces.flatMap { piece in
                let texts = piece.text.split(separator: place.mark, omittingEmptySubsequences: false)
                return texts.enumerated().map { ($0.offset == 0 ? piece.place : place, String($0.element)) }
            }
        }
        start = Array((pieces.first?.text ?? "").utf8)
        rest = pieces.compactMap { piece in piece.place.map { ($0, Array(piece.text.utf8)) } }
    }

    /// The page: each place with its HTML.
    func filled(_ html: (Place) -> String) -> [UInt8] {
        var page = start
        page.reserveCapacity(32_768)
        for (place, text) in rest {
            page += html(place).utf8
            page += text
        }
        return page
    }
}
