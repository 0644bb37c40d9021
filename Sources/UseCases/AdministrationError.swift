/// Why an act of administration is refused.
package enum AdministrationError: Error, Hashable, Sendable {
    /// There is no such person, agency or unit, or not for whoever asks.
    case notFound
    /// Without this administrator nobody could give the role again.
    case lastAdministrator
    /// Whoever has left can be given nothing.
    case personHasLeft
    /// The role holds for an agency or an e-government unit, and none was named.
    case placeMissing
    case hasAccount
    case hasNoAccount
    case userNameTaken
}
