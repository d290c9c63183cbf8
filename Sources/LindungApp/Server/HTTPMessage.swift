import Formats
import Foundation
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

    /// Of a body that is too large so much is read and dropped: browsers show no answer before all
    /// is sent.
    private static let mostDropped = 1 << 30

    /// The body of a form with a file; nil where it is larger, or takes longer than a minute.
    static func upload(of request: Request, upTo most: Int) async -> Data? {
        await withTaskGroup(of: Data?.self) { group in
            group.addTask {
                var kept = Data()
                var count = 0
                do {
                    for try await block in request.body {
                        count += block.readableBytes
                        if count <= most {
                            kept.append(contentsOf: block.readableBytesView)
                        } else {
                            kept = Data()
                        }
                        if count > mostDropped { return nil }
                    }
                } catch {
                    return nil
                }
                return count <= most ? kept : nil
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(60))
                return nil
            }
            defer { group.cancelAll() }
            return await group.next() ?? nil
        }
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
