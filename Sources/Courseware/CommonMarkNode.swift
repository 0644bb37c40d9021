import CCMark

/// A document as libcmark reads it; the nodes live as long as it does.
final class CommonMarkDocument {
    let root: CommonMarkNode

    init?(_ source: String) {
        var source = source
        let parsed = source.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                cmark_parse_document(text.baseAddress, text.count, CMARK_OPT_DEFAULT | CMARK_OPT_VALIDATE_UTF8)
            }
        }
        guard let parsed else { return nil }
        root = CommonMarkNode(pointer: parsed)
    }

    deinit { cmark_node_free(root.pointer) }

    enum Step { case enter, exit }

    /// Visits the nodes in reading order without recursion, as deep nesting must not use up the stack.
    ///
    /// - Parameter visit: answers whether to go on.
    func walk(_ visit: (CommonMarkNode, Step) -> Bool) {
        let iterator = cmark_iter_new(root.pointer)
        defer { cmark_iter_free(iterator) }
        while true {
            let event = cmark_iter_next(iterator)
            guard event == CMARK_EVENT_ENTER || event == CMARK_EVENT_EXIT, let node = cmark_iter_get_node(iterator)
            else { return }
            guard visit(CommonMarkNode(pointer: node), event == CMARK_EVENT_ENTER ? .enter : .exit) else { return }
        }
    }
}

extension CommonMarkDocument {
    /// What is read aloud of the text: no marks, no addresses.
    var words: String {
        var words = ""
        walk { node, _ in
            words += node.isBreak ? " " : node.literal
            return true
        }
        return words
    }
}

struct CommonMarkNode: Equatable {
    fileprivate let pointer: OpaquePointer

    fileprivate init(pointer: OpaquePointer) {
        self.pointer = pointer
    }

    var kind: cmark_node_type { cmark_node_get_type(pointer) }
    var literal: String { cmark_node_get_literal(pointer).map { String(cString: $0) } ?? "" }
    var info: String { cmark_node_get_fence_info(pointer).map { String(cString: $0) } ?? "" }
    var url: String { cmark_node_get_url(pointer).map { String(cString: $0) } ?? "" }
    var title: String { cmark_node_get_title(pointer).map { String(cString: $0) } ?? "" }
    var headingLevel: Int { Int(cmark_node_get_heading_level(pointer)) }
    var isOrdered: Bool { cmark_node_get_list_type(pointer) == CMARK_ORDERED_LIST }
    var listStart: Int { Int(cmark_node_get_list_start(pointer)) }
    var isTight: Bool { cmark_node_get_list_tight(pointer) != 0 }
    var line: Int { Int(cmark_node_get_start_line(pointer)) }
    var parent: CommonMarkNode? { cmark_node_parent(pointer).map(CommonMarkNode.init) }
    var next: CommonMarkNode? { cmark_node_next(pointer).map(CommonMarkNode.init) }
    var previous: CommonMarkNode? { cmark_node_previous(pointer).map(CommonMarkNode.init) }
    var firstChild: CommonMarkNode? { cmark_node_first_child(pointer).map(CommonMarkNode.init) }

    var isOnlyChild: Bool { next == nil && previous == nil }
    var isBreak: Bool { kind == CMARK_NODE_SOFTBREAK || kind == CMARK_NODE_LINEBREAK }
    var isBlock: Bool { kind.rawValue <= CMARK_NODE_LAST_BLOCK.rawValue }

    /// Whether a walk leaves the node as well as entering it.
    var hasExit: Bool {
        switch kind {
        case CMARK_NODE_HTML_BLOCK, CMARK_NODE_THEMATIC_BREAK, CMARK_NODE_CODE_BLOCK, CMARK_NODE_TEXT,
            CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK, CMARK_NODE_CODE, CMARK_NODE_HTML_INLINE:
            false
        default: true
        }
    }
}
