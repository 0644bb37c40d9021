import Mustache

/// A page value as templates read it, looked at once.
///
/// The template engine walks a value's mirror anew for each tag; here each value is walked once, when the first of its
/// tags is asked for.
final class Reflected: MustacheParent {
    private let value: Any
    private lazy var children: [String: Any] = {
        var children: [String: Any] = [:]
        for child in Mirror(reflecting: value).children {
            guard let label = child.label, let seen = Self.seen(child.value) else { continue }
            children[label] = seen
        }
        return children
    }()

    init(_ value: Any) {
        self.value = value
    }

    func child(named name: String) -> Any? { children[name] }

    /// Plain values as they are, values of ours wrapped, optionals opened; nothing for an empty optional.
    private static func seen(_ value: Any) -> Any? {
        switch value {
        case let text as String: return text
        case let flag as Bool: return flag
        case let number as Int: return number
        case let texts as [String]: return texts
        case let parent as any MustacheParent: return parent
        case let list as [Any]: return list.map { Self.seen($0) ?? "" }
        default:
            let mirror = Mirror(reflecting: value)
            switch mirror.displayStyle {
            case .optional: return mirror.children.first.flatMap { seen($0.value) }
            case .struct, .class, .tuple: return Reflected(value)
            default: return value
            }
        }
    }
}
