/// Which stretch of a list is shown, and the ways to the ones before and after it.
struct PageLinks: Sendable {
    /// The first and the last number shown; 0 of an empty list.
    let first: String
    let last: String
    let previousPath: String?
    let nextPath: String?
    let text: String
    let hasSeveral: Bool

    init(page: Int, rowsPerPage: Int, total: Int, path: (Int) -> String, words: Words) {
        let pages = max(1, (total + rowsPerPage - 1) / rowsPerPage)
        first = String(min(total, (page - 1) * rowsPerPage + 1))
        last = String(min(total, page * rowsPerPage))
        previousPath = page > 1 ? path(min(page - 1, pages)) : nil
        nextPath = page < pages ? path(page + 1) : nil
        text = words["pages.text", ["page": String(page), "pages": String(pages)]]
        hasSeveral = pages > 1
    }
}
