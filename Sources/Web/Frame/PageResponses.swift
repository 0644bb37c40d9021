import HTTPTypes
import Hummingbird
import NIOCore
import Organization

extension Site {
    /// Answers a request with a page.
    func page(_ page: some Page, for visit: Visit, status: HTTPResponse.Status = .ok) -> Response {
        let frame = frames.fragment(Layout.Kind(of: page, for: visit)) {
            let layout = Layout($0, words: templates.words($0.language), isDemo: settings.isDemo)
            return Frame(templates.render(layout, with: "layout", in: $0.language))
        }
        let main = templates.render(page, with: type(of: page).template, in: visit.language)
        let page = frame.filled { place in
            switch place {
            case .title: HTML.escaped(page.title)
            case .main: main
            case .person: HTML.escaped(visit.viewer.map { "\($0.name.given) \($0.name.family)" } ?? "")
            case .here: QueryText.escaped(visit.location)
            }
        }
        let token = FormToken.masked(visit.formToken)
        return html(HTML.replacing(Self.tokenPlace, with: token, in: page), status: status)
    }

    /// What forms in templates carry in place of the token, which only the answer itself knows.
    private static let tokenPlace = "%form-token%"

    func words(for visit: Visit) -> Words { templates.words(visit.language) }

    private func html(_ text: [UInt8], status: HTTPResponse.Status) -> Response {
        Response(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: text)))
    }
}

extension Response {
    /// Sends the browser on after a form, so that reloading repeats nothing.
    static func seeOther(_ path: String) -> Response { .redirect(to: path, type: .normal) }

    static func file(_ bytes: [UInt8], contentType: String, name: String) -> Response {
        Response(
            status: .ok,
            headers: [
                .contentType: contentType, .cacheControl: "no-store",
                .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: bytes)))
    }

    static func json(_ text: String) -> Response {
        Response(
            status: .ok, headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: ResponseBody(byteBuffer: ByteBuffer(string: text)))
    }
}
