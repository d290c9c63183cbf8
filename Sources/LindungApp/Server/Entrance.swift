import Formats
import Foundation
import Quantities
import Synchronization

/// The door of a server that others in an office reach: a password, then a cookie.
final class Entrance: Sendable {
    private static let cookie = "lindung"
    /// Sessions that are kept; the oldest goes first.
    private static let most = 200

    private struct State {
        var sessions: [String] = []
        /// No password is looked at before; a wrong one moves it on by a second.
        var next = ContinuousClock.now
    }

    private let digest: SHA256
    private let state = Mutex(State())

    init(password: String) { digest = SHA256(Array(password.utf8)) }

    /// The entrance that a server needs; nil on this machine alone.
    ///
    /// - Throws: ``InputFaults`` where another address is asked for without a password.
    static func asked(
        host: String, file: String?, _ files: SourceFiles
    ) throws(InputFaults) -> Entrance? {
        let isLocal = ["127.0.0.1", "localhost", "::1"].contains(host)
        if let file {
            let text = try? String(contentsOfFile: files.absolute(file), encoding: .utf8)
            let password = text?.split(separator: "\n").first.map(String.init) ?? ""
            return Entrance(password: try checked(password, file))
        }
        guard !isLocal else { return nil }
        guard isatty(STDIN_FILENO) == 1,
            let typed = getpass(
                AppProgram.say(Phrase(id: "Kata sandi: ", en: "Password: ")))
        else {
            throw InputFaults(
                option: "--host \(host)",
                Phrase(
                    id: "komputer lain hanya dilayani dengan kata sandi",
                    en: "other computers are served with a password only"),
                hint: Phrase(
                    id: "tulis kata sandi di sebuah berkas: --password-file BERKAS",
                    en: "write a password into a file: --password-file FILE"))
        }
        return Entrance(password: try checked(String(cString: typed), "--host \(host)"))
    }

    private static func checked(
        _ password: String, _ place: String
    ) throws(InputFaults) -> String {
        guard password.count >= 8 else {
            throw InputFaults(
                option: place,
                Phrase(
                    id: "kata sandi kurang dari delapan karakter",
                    en: "the password has fewer than eight characters"))
        }
        return password
    }

    /// Whether a browser showed its cookie.
    func isOpen(_ cookies: String?) -> Bool {
        let named = (cookies ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
        guard let session = named.first(where: { $0.hasPrefix(Self.cookie + "=") }) else {
            return false
        }
        let shown = String(session.dropFirst(Self.cookie.count + 1))
        return state.withLock { state in
            state.sessions.contains { Secret.areEqual($0, shown) }
        }
    }

    /// The cookie for a right password; nil for a wrong one, or one that comes within a second of
    /// another that was wrong.
    func open(with password: String) -> String? {
        let isRight = Secret.areEqual(
            SHA256(Array(password.utf8)).hexadecimal, digest.hexadecimal)
        return state.withLock { state -> String? in
            guard ContinuousClock.now >= state.next else { return nil }
            guard isRight else {
                state.next = ContinuousClock.now + .seconds(1)
                return nil
            }
            let session = Secret.random()
            state.sessions = state.sessions.suffix(Self.most - 1) + [session]
            return "\(Self.cookie)=\(session); HttpOnly; SameSite=Strict; Path=/"
        }
    }

    /// The page that asks for the password.
    static func page(isWrong: Bool, token: String, in language: Language) -> PageResponse {
        let title = Phrase(id: "Masuk", en: "Sign in")
        let reason = Phrase(
            id: "Kata sandi tidak cocok, atau terlalu cepat dicoba lagi.",
            en: "The password is wrong, or was tried again too soon.")
        let wrong: HTML? = isWrong ? "<p role=\"alert\">\(reason[language])</p>" : nil
        var response = Page(
            place: nil, title: title, language: language,
            body: """
                <h1>\(title[language])</h1>\(wrong)
                <form method="post" action="/masuk" class="keep">
                <input type="hidden" name="token" value="\(token)">
                <label>\(Phrase(id: "Kata sandi", en: "Password")[language])
                <input type="password" name="sandi" required \
                autocomplete="current-password"></label>
                <button type="submit">\(title[language])</button></form>
                """
        ).response
        response.status = 401
        return response
    }
}
