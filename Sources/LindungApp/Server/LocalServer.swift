import Formats
import Hummingbird
import HummingbirdCore
import Quantities

/// The server: it takes requests apart, refuses what must be refused, and sends what pages answer.
struct LocalServer: Sendable {
    enum Fault: Error {
        case cannotListen(String)
    }

    /// Nobody who reads pages has so many open.
    private static let mostConnections = 512

    let desk: Desk
    let rules: RequestRules
    /// Nil where only this machine is served.
    let entrance: Entrance?
    let language: Language
    private let uploads = UploadGate(most: RequestRules.mostUploads)

    init(desk: Desk, rules: RequestRules, entrance: Entrance?, language: Language) {
        (self.desk, self.rules, self.entrance) = (desk, rules, entrance)
        self.language = language
    }

    /// Serves until the process is told to stop.
    ///
    /// - Parameter onStart: called once the server listens.
    /// - Throws: ``Fault``.
    func run(host: String, port: Int, onStart: @escaping @Sendable () -> Void) async throws {
        let responder = CallbackResponder<BasicRequestContext> { request, _ in
            await self.response(to: request)
        }
        var application = Application(
            responder: responder,
            server: .http1(
                configuration: .init(
                    idleTimeout: .seconds(20),
                    httpDecoderConfiguration: .init(
                        maxHeaderFieldSize: 16 * 1024, maxHeaderListSize: 32 * 1024,
                        maxHeaderFieldCount: 100))),
            configuration: .init(
                address: .hostname(host, port: port),
                availableConnectionsDelegate: MaximumAvailableConnections(Self.mostConnections)),
            onServerRunning: { _ in onStart() })
        application.logger.logLevel = .critical
        do {
            try await application.runService(gracefulShutdownSignals: [])
        } catch {
            throw Fault.cannotListen("\(error)")
        }
    }

    private func response(to request: Request) async -> Response {
        var answer = await answer(request)
        if request.method == .head { answer = answer.withoutBody }
        return HTTPMessage.response(answer)
    }

    private func answer(_ request: Request) async -> PageResponse {
        let head = RequestRules.Head(
            authority: request.head.authority, origin: request.headers[.origin],
            fetchSite: HTTPMessage.fetchSite(request))
        let asked = FormFields(encoded: request.uri.query ?? "")
        let language = asked["lang"].flatMap(Language.init(rawValue:)) ?? language
        if let reason = rules.refusal(head) { return refused(421, reason, language) }
        switch request.method {
        case .get, .head:
            return await answer(
                PageRequest(
                    method: .get, path: request.uri.path, fields: asked, language: language),
                cookies: request.headers[.cookie])
        case .post where request.headers[.contentType]?.hasPrefix("multipart/") == true:
            return await sent(request, head, language)
        case .post: return await posted(request, head, language)
        default:
            return refused(
                405,
                Phrase(
                    id: "Cara meminta ini tidak dikenal.", en: "This way of asking is not known."),
                language)
        }
    }

    /// A form with a file; whoever may not come in is refused before it is read.
    private func sent(
        _ request: Request, _ head: RequestRules.Head, _ language: Language
    ) async -> PageResponse {
        if let reason = rules.refusal(ofUpload: head) { return refused(403, reason, language) }
        let cookies = request.headers[.cookie]
        guard entrance?.isOpen(cookies) ?? true else {
            return Entrance.page(isWrong: false, token: rules.token, in: language)
        }
        guard uploads.begin() else {
            _ = await HTTPMessage.upload(of: request, upTo: 0)
            return refused(
                503,
                Phrase(
                    id: "Berkas lain sedang diterima. Coba lagi sebentar lagi.",
                    en: "Other files are being received. Try again in a moment."), language)
        }
        defer { uploads.end() }
        let most = RequestRules.mostUploadMegabytes
        guard let body = await HTTPMessage.upload(of: request, upTo: most << 20) else {
            return refused(
                413,
                Phrase(
                    id: "Berkas ini lebih besar dari \(most) MB atau terlalu lambat dikirim.",
                    en: "This file is larger than \(most) MB, or was sent too slowly."), language)
        }
        guard let form = MultipartForm(body, type: request.headers[.contentType] ?? "") else {
            return refused(
                400,
                Phrase(
                    id: "Kiriman ini terpotong. Coba kirim lagi.",
                    en: "What was sent was cut off. Try to send it again."), language)
        }
        if let reason = rules.refusal(ofChange: head, form.fields) {
            return refused(403, reason, language)
        }
        let asked = form.fields["lang"].flatMap(Language.init(rawValue:)) ?? language
        return await answer(
            PageRequest(
                method: .post, path: request.uri.path, fields: form.fields, language: asked,
                file: form.file), cookies: cookies)
    }

    private func posted(
        _ request: Request, _ head: RequestRules.Head, _ language: Language
    ) async -> PageResponse {
        guard let text = await HTTPMessage.body(of: request, upTo: RequestRules.mostBytes) else {
            return refused(
                413,
                Phrase(
                    id: "Isian ini terlalu besar atau terlalu lambat dikirim.",
                    en: "This form is too large, or was sent too slowly."), language)
        }
        let fields = FormFields(encoded: text)
        if let reason = rules.refusal(ofChange: head, fields) {
            return refused(403, reason, language)
        }
        let language = fields["lang"].flatMap(Language.init(rawValue:)) ?? language
        return await answer(
            PageRequest(
                method: .post, path: request.uri.path, fields: fields, language: language),
            cookies: request.headers[.cookie])
    }

    /// Lets in who may come in; styles are for everybody, so that the door looks like the house.
    private func answer(_ request: PageRequest, cookies: String?) async -> PageResponse {
        guard let entrance, !entrance.isOpen(cookies),
            !["/app.css", "/app.mjs"].contains(request.path)
        else { return await desk.answer(request) }
        guard request.method == .post, request.path == "/masuk" else {
            return Entrance.page(isWrong: false, token: rules.token, in: request.language)
        }
        guard let cookie = entrance.open(with: request.fields["sandi"] ?? "") else {
            return Entrance.page(isWrong: true, token: rules.token, in: request.language)
        }
        var response = PageResponse.seeOther("/")
        response.cookie = cookie
        return response
    }

    private func refused(_ status: Int, _ reason: Phrase, _ language: Language) -> PageResponse {
        Page.message(status, Phrase(id: "Ditolak", en: "Refused"), reason, in: language)
    }
}
