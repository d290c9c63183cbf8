import Foundation

/// A file that a form was sent with.
struct SentFile: Sendable {
    /// Its last part as the sender's computer calls it, never a path.
    let name: String
    let bytes: Data
}

/// A form that was sent with a file (RFC 7578).
struct MultipartForm: Sendable {
    private(set) var fields = FormFields()
    /// The first file with a name; nil where none was chosen.
    private(set) var file: SentFile?

    /// Fields of forms are few and short.
    private static let mostParts = 64

    /// Nil for a body that is no such form, or was cut off.
    ///
    /// - Parameter type: the media type with its boundary.
    init?(_ body: Data, type: String) {
        guard let boundary = Self.boundary(type) else { return nil }
        let (mark, gap) = (Data("--\(boundary)".utf8), Data("\r\n\r\n".utf8))
        // A boundary begins a line; the first has none before it.
        let next = Data("\r\n".utf8) + mark
        guard body.starts(with: mark) else { return nil }
        var place = body.startIndex + mark.count
        for _ in 0..<Self.mostParts {
            let rest = body[place...]
            if rest.starts(with: Data("--".utf8)) { return }
            guard rest.starts(with: Data("\r\n".utf8)),
                let head = body.range(of: gap, in: place..<body.endIndex),
                let end = body.range(of: next, in: head.upperBound..<body.endIndex),
                let text = String(validating: body[place..<head.lowerBound], as: UTF8.self)
            else { return nil }
            add(text, body[head.upperBound..<end.lowerBound])
            place = end.upperBound
        }
        return nil
    }

    private static func boundary(_ type: String) -> String? {
        let parts = type.split(separator: ";").map { $0.drop { $0 == " " } }
        guard parts.first?.lowercased() == "multipart/form-data",
            let part = parts.first(where: { $0.lowercased().hasPrefix("boundary=") })
        else { return nil }
        let boundary = part.dropFirst("boundary=".count).filter { $0 != "\"" }
        return (1...70).contains(boundary.utf8.count) ? String(boundary) : nil
    }

    private mutating func add(_ head: String, _ bytes: Data) {
        let lines = head.split(whereSeparator: \.isNewline)
        guard
            let line = lines.first(where: { $0.lowercased().hasPrefix("content-disposition:") }),
            let name = Self.value("name", in: String(line))
        else { return }
        if let sent = Self.value("filename", in: String(line)) {
            let last = sent.split { $0 == "/" || $0 == "\\" }.last.map(String.init) ?? ""
            let plain = last.filter { !$0.isNewline && $0 != "\0" }
            if file == nil, !plain.isEmpty, plain != "..", plain != "." {
                file = SentFile(name: String(plain.prefix(120)), bytes: Data(bytes))
            }
        } else if let text = String(validating: bytes, as: UTF8.self) {
            fields = FormFields(fields.pairs + [(name, text)])
        }
    }

    /// What stands in quotes behind a name; browsers write `%22` for a quote in it.
    private static func value(_ name: String, in line: String) -> String? {
        guard let start = line.range(of: "; \(name)=\"") else { return nil }
        return String(line[start.upperBound...].prefix { $0 != "\"" }).replacing("%22", with: "'")
    }
}
