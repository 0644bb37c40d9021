import Hummingbird

/// The cookies of the site; all of them are needed for what the visitor does, none follows anybody.
enum Cookies {
    static let session = "bilik_session"
    static let visit = "bilik_visit"
    static let language = "bilik_language"
    static let text = "bilik_text"

    /// A cookie that scripts cannot read and other sites' forms do not send.
    static func make(_ name: String, _ value: String, maxAge: Int? = nil, isSecure: Bool) -> Cookie {
        Cookie(
            name: name, value: value, maxAge: maxAge, path: "/", secure: isSecure, httpOnly: true, sameSite: .lax)
    }

    static func removal(_ name: String, isSecure: Bool) -> Cookie {
        make(name, "", maxAge: 0, isSecure: isSecure)
    }
}
