import Formats
import Hummingbird

/// Between the web framework's messages and ours.
enum HTTPMessage {
    /// Nothing but this server's own files, and nobody else's frame.
    private static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; \
        connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """

    static func response(_ answer: PageResponse) -> Response {
        var headers: HTTPFields = [
            .contentType: answer.mediaType, .contentSecurityPolicy: policy,
            .xContentTypeOptions: "nosniff",
            .cacheControl: answer.isLasting ? "private, max-age=86400" : "no-store",
        ]
        headers[HTTPFields.Element.Name("Referrer-Policy") ?? .referer] = "same-origin"
        headers[HTTPFields.Element.Name("Cross-Origin-Resource-Policy") ?? .via] = "same-origin"
        if let location = answer.location { headers[.location] = location }
        if let cookie = answer.cookie { headers[.setCookie] = cookie }
        if let name = answer.fileName {
            headers[.contentDisposition] = "attachment; filename=\"\(name)\""
        }
        return Response(
            status: .init(code: answer.status), headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: answer.bytes)))
    }

    static func fetchSite(_ request: Request) -> String? {
        HTTPFields.Element.Name("Sec-Fetch-Site").flatMap { request.headers[$0] }
    }

    /// The body as text; nil where it is larger, or takes longer than ten seconds to come.
    static func body(of request: Request, upTo most: Int) async -> String? {
        await withTaskGroup(of: String?.self) { group in
            group.addTask {
                (try? await request.body.collect(upTo: most)).map { String(buffer: $0) }
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(10))
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
    }
}
