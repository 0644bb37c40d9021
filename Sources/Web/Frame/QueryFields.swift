import Hummingbird

extension FormFields {
    /// The fields of an address, as a form with the method GET sends them: a blank as `+`.
    init(query request: Request) throws {
        guard let fields = FormFields(encoded: request.uri.query ?? "") else { throw Refusal.badForm }
        self = fields
    }
}

extension String {
    /// The address with more behind its question mark.
    func appendingQuery(_ query: String) -> String {
        query.isEmpty ? self : self + (contains("?") ? "&" : "?") + query
    }
}
