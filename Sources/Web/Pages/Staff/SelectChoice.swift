/// One entry of a drop-down list.
struct SelectChoice: Sendable {
    let value: String
    let label: String
    let isChosen: Bool
}
