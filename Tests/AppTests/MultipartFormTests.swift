import Foundation
import Testing

@testable import LindungApp

/// Forms with files, as browsers send them and as nobody should.
@Suite struct MultipartFormTests {
    private static let type = "multipart/form-data; boundary=batas"

    private func body(_ parts: [(head: String, text: String)], end: String = "--batas--\r\n")
        -> Data
    {
        Data(
            (parts.map { "--batas\r\n\($0.head)\r\n\r\n\($0.text)\r\n" }.joined() + end).utf8)
    }

    private func field(_ name: String) -> String {
        "Content-Disposition: form-data; name=\"\(name)\""
    }

    @Test("Fields and the file come apart, bytes and line ends of the file untouched")
    func apart() throws {
        let content = "daerah;nilai\r\n35.74;--batas\r\n\r\nakhir"
        let form = try #require(
            MultipartForm(
                body([
                    (field("token"), "rahasia"), (field("s"), "dasar"),
                    (
                        field("berkas") + "; filename=\"tabel.csv\"\r\nContent-Type: text/csv",
                        content
                    ),
                ]), type: Self.type))
        #expect(form.fields["token"] == "rahasia")
        #expect(form.fields["s"] == "dasar")
        #expect(form.file?.name == "tabel.csv")
        #expect(form.file?.bytes == Data(content.utf8))
    }

    @Test(
        "A file's name leads nowhere",
        arguments: [
            ("../../etc/passwd", "passwd"), ("C:\\Users\\x\\isian.xlsx", "isian.xlsx"),
            ("/etc/cron.d/x", "x"), ("a/..", nil), ("", nil), ("%22x%22.csv", "'x'.csv"),
        ])
    func names(_ sent: String, _ name: String?) throws {
        let form = try #require(
            MultipartForm(
                body([(field("berkas") + "; filename=\"\(sent)\"", "x")]), type: Self.type))
        #expect(form.file?.name == name)
    }

    @Test("What is cut off or no such form is none")
    func broken() {
        let whole = body([(field("a"), "1")])
        #expect(MultipartForm(whole, type: Self.type) != nil)
        for count in [0, 5, 20, whole.count / 2, whole.count - 6] {
            #expect(MultipartForm(whole.prefix(count), type: Self.type) == nil, "\(count)")
        }
        #expect(MultipartForm(whole, type: "multipart/form-data") == nil)
        #expect(MultipartForm(whole, type: "text/plain; boundary=batas") == nil)
        #expect(MultipartForm(whole, type: "multipart/form-data; boundary=lain") == nil)
        let many = body((0..<100).map { (field("f\($0)"), "x") })
        #expect(MultipartForm(many, type: Self.type) == nil)
    }
}
