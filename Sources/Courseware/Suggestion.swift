/// The word among `known` that a misspelt one was probably meant to be.
func suggestion(for word: String, among known: some Sequence<String>) -> String? {
    guard word.utf8.count <= 64 else { return nil }
    return NearestWord(among: Array(known)).word(for: word)
}

/// The mend for a name that nothing has: the probable meaning, otherwise what there is.
func mend(for word: String, among known: some Sequence<String>, otherwise: String) -> String {
    suggestion(for: word, among: known).map { "did you mean `\($0)`?" } ?? otherwise
}
