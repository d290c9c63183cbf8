import Foundation
import Quantities

/// Who may ask: the name by which this server was asked for, and where a change comes from.
struct RequestRules: Sendable {
    /// The most bytes of a form; pages send a few thousand.
    static let mostBytes = 256 * 1024

    /// The most bytes of a form with a file, in millions; a region's workbook has a tenth of one.
    static let mostUploadMegabytes = 16
    /// So many files are received and read at a time, so that memory stays bounded.
    static let mostUploads = 2

    /// Where the server listens.
    let host: String
    /// What only pages of this server know.
    let token: String

    /// The head of a request, as far as it matters here.
    struct Head: Sendable {
        /// With its port: `127.0.0.1:8080`.
        let authority: String?
        let origin: String?
        /// What browsers say of where a request comes from.
        let fetchSite: String?
    }

    /// Why a request is refused; nil where it is not.
    ///
    /// A name that is no address and not this computer's may have been pointed here by another
    /// site (DNS rebinding), so that its scripts would read the pages of this one.
    func refusal(_ head: Head) -> Phrase? {
        guard let authority = head.authority, isOurs(authority) else {
            return Phrase(
                id: "Alamat ini bukan milik server ini. Pakai alamat yang tertulis di terminal.",
                en: "This address is not this server's. Use the one that stands on the terminal.")
        }
        return nil
    }

    /// Why a request to change something is refused.
    func refusal(ofChange head: Head, _ fields: FormFields) -> Phrase? {
        isFromHere(head) && Secret.areEqual(fields["token"] ?? "", token) ? nil : Self.elsewhere
    }

    /// Why a file is refused before any of it is read.
    func refusal(ofUpload head: Head) -> Phrase? { isFromHere(head) ? nil : Self.elsewhere }

    private static let elsewhere = Phrase(
        id: "Permintaan ini tidak berasal dari halaman yang terbuka. Muat ulang halaman, lalu coba"
            + " lagi.",
        en: "This does not come from the open page. Load the page again, then try again.")

    /// Whether nothing in the head says that another site asks.
    private func isFromHere(_ head: Head) -> Bool {
        (head.fetchSite.map { $0 == "same-origin" } ?? true)
            && (head.origin.map { $0 == "http://" + (head.authority ?? "") } ?? true)
    }

    private func isOurs(_ authority: String) -> Bool {
        let name = Self.name(authority).lowercased()
        return name == host.lowercased() || name == "localhost" || Self.isAddress(name)
            || name == ProcessInfo.processInfo.hostName.lowercased()
    }

    /// Without the port: `[::1]:8080` gives `::1`.
    private static func name(_ authority: String) -> String {
        if authority.hasPrefix("[") {
            return String(authority.dropFirst().prefix { $0 != "]" })
        }
        return String(authority.prefix { $0 != ":" })
    }

    private static func isAddress(_ name: String) -> Bool {
        var four = in_addr()
        var six = in6_addr()
        return inet_pton(AF_INET, name, &four) == 1 || inet_pton(AF_INET6, name, &six) == 1
    }
}

/// What others must not guess.
enum Secret {
    /// 256 bits in 64 hexadecimal digits, from the system's source of random numbers.
    static func random() -> String {
        var source = SystemRandomNumberGenerator()
        return (0..<32).map { _ in
            let byte = UInt8.random(in: .min ... .max, using: &source)
            return (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }

    /// Compares in a time that does not tell how much is right.
    static func areEqual(_ left: String, _ right: String) -> Bool {
        let (a, b) = (Array(left.utf8), Array(right.utf8))
        guard a.count == b.count else { return false }
        return zip(a, b).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }
}
