package import Organization

/// Who may use a route.
package enum Access: Hashable, Sendable {
    case everyone
    /// Any signed-in person.
    case signedIn
    /// Holders of one of these roles; for all others the page is not there.
    case roles(Set<Role.Kind>)

    func admits(_ viewer: Viewer) -> Bool {
        switch self {
        case .everyone, .signedIn: true
        case .roles(let kinds): kinds.contains { viewer.has($0) }
        }
    }
}
