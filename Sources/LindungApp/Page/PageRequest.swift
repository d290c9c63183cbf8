import Formats
import Quantities

/// What a browser asks for, free of how it was sent.
struct PageRequest: Sendable {
    enum Method: Sendable { case get, post }

    let method: Method
    /// Without the query: `/coba`.
    let path: String
    /// Of the address, and of a form that was sent.
    let fields: FormFields
    let language: Language
    /// What a form was sent with.
    var file: SentFile?
}

/// Names and values of a form in the order in which they were sent; a name may stand twice.
struct FormFields: Sendable, Equatable {
    private(set) var pairs: [(name: String, value: String)] = []

    init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

    /// Reads `a=1&b=x+y%21`; what is no UTF-8 is left out.
    init(encoded text: some StringProtocol) {
        for part in text.split(separator: "&") {
            let halves = part.split(
                separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = Self.decoded(halves[0]),
                let value = Self.decoded(halves.count > 1 ? halves[1] : "")
            else { continue }
            pairs.append((name, value))
        }
    }

    subscript(name: String) -> String? { pairs.first { $0.name == name }?.value }

    func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

    /// The same with one field set anew, or taken out.
    func with(_ name: String, _ value: String?) -> FormFields {
        FormFields(pairs.filter { $0.name != name } + (value.map { [(name, $0)] } ?? []))
    }

    /// The same with `folder` and `s` in place of a choice among the scenarios of all folders,
    /// which a list sends in one field.
    var withChoice: FormFields {
        let chosen = self["pilihan"]?.split(separator: "|").map(String.init) ?? []
        return chosen.count == 2
            ? with("pilihan", nil).with("folder", chosen[0]).with("s", chosen[1]) : self
    }

    /// As they stand in an address.
    var encoded: String {
        pairs.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
    }

    static func == (left: FormFields, right: FormFields) -> Bool { left.encoded == right.encoded }

    private static func encoded(_ text: String) -> String {
        var encoded = ""
        for byte in text.utf8 {
            switch byte {
            case 48...57, 65...90, 97...122, 45, 46, 95: encoded.append(Character(.init(byte)))
            default:
                encoded += "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            }
        }
        return encoded
    }

    private static func decoded(_ text: some StringProtocol) -> String? {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "+") {
                bytes.append(UInt8(ascii: " "))
            } else if byte == UInt8(ascii: "%"), rest.count >= 2,
                let code = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(validating: bytes, as: UTF8.self)
    }
}

/// What a browser gets.
struct PageResponse: Sendable {
    enum Kind: Sendable {
        case page, styles, script
        /// Offered as files of that name.
        case csv(String)
        case file(String, type: String)
    }

    var status = 200
    let kind: Kind
    let bytes: [UInt8]
    /// Where the browser is to go on; nil for this answer.
    var location: String?
    /// What the browser is to show again.
    var cookie: String?
    /// Whether it stays as it is while the program runs.
    var isLasting = false

    init(_ kind: Kind, _ bytes: [UInt8]) { (self.kind, self.bytes) = (kind, bytes) }

    /// The same without what stands in it, as it is asked for by `HEAD`.
    var withoutBody: PageResponse {
        var response = PageResponse(kind, [])
        (response.status, response.location) = (status, location)
        return response
    }

    /// A piece that a script puts into a page.
    static func fragment(_ html: HTML, status: Int = 200) -> PageResponse {
        var response = PageResponse(.page, Array(html.text.utf8))
        response.status = status
        return response
    }

    /// Sends the browser to another address of this server.
    static func seeOther(_ location: String) -> PageResponse {
        var response = PageResponse(.page, [])
        response.status = 303
        response.location = location
        return response
    }

    var mediaType: String {
        switch kind {
        case .page: "text/html; charset=utf-8"
        case .styles: "text/css; charset=utf-8"
        case .script: "text/javascript; charset=utf-8"
        case .csv: "text/csv; charset=utf-8"
        case .file(_, let type): type
        }
    }

    /// The name of a file that is offered; nil for what is shown.
    var fileName: String? {
        switch kind {
        case .csv(let name), .file(let name, _): name
        case .page, .styles, .script: nil
        }
    }
}
