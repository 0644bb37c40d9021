/// A standard structure type of PDF (ISO 32000-1, 14.8.4).
enum StructureTag {
    case document
    case heading
    case subheading
    case paragraph
    /// A picture and what it says to those who cannot see it.
    case figure(String)

    var name: String {
        switch self {
        case .document: "Document"
        case .heading: "H1"
        case .subheading: "H2"
        case .paragraph: "P"
        case .figure: "Figure"
        }
    }
}
