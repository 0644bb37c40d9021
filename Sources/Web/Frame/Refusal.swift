/// Why a request gets no page of its own.
enum Refusal: Error, Hashable, Sendable {
    /// There is no such page, or not for this viewer: the two look the same.
    case notFound
    case signInFirst(back: String)
    /// The session waits for its second factor.
    case secondFactorFirst
    case acknowledgePrivacyFirst(back: String)
    /// The form is older than the session, or not ours.
    case formExpired
    case badForm
    case tooLarge
    case wrongMethod(allowed: [String])
}
