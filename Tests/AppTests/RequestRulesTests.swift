import Formats
import Testing

@testable import LindungApp

/// Who may ask, and from where.
@Suite struct RequestRulesTests {
    private let rules = RequestRules(host: "127.0.0.1", token: "rahasia")

    private func head(
        _ authority: String?, origin: String? = nil, site: String? = nil
    ) -> RequestRules.Head {
        RequestRules.Head(authority: authority, origin: origin, fetchSite: site)
    }

    @Test(
        "This computer and plain addresses are answered",
        arguments: ["127.0.0.1:8080", "localhost:8080", "[::1]:8080", "192.168.1.4:8080"])
    func ours(_ authority: String) { #expect(rules.refusal(head(authority)) == nil) }

    @Test(
        "A name that another site may have pointed here is not",
        arguments: ["jahat.example:8080", "localhost.jahat.example", "127.0.0.1.jahat.example", ""])
    func strangers(_ authority: String) { #expect(rules.refusal(head(authority)) != nil) }

    @Test("Nor is a request without a name")
    func nameless() { #expect(rules.refusal(head(nil)) != nil) }

    @Test("A change comes from an open page of this server, and knows its token")
    func changes() {
        let own = FormFields([("token", "rahasia")])
        let here = "127.0.0.1:8080"
        func refusal(
            _ fields: FormFields, origin: String? = nil, site: String? = nil
        ) -> Bool {
            rules.refusal(ofChange: head(here, origin: origin, site: site), fields) != nil
        }
        #expect(!refusal(own))
        #expect(!refusal(own, origin: "http://127.0.0.1:8080", site: "same-origin"))
        #expect(refusal(FormFields()))
        #expect(refusal(FormFields([("token", "tebakan")])))
        #expect(refusal(own, origin: "http://jahat.example"))
        #expect(refusal(own, origin: "null"))
        #expect(refusal(own, site: "cross-site"))
    }

    @Test("A cookie opens the door; a wrong password closes it for a second")
    func entrance() throws {
        let entrance = Entrance(password: "empat puluh dua")
        #expect(!entrance.isOpen(nil))
        let cookie = try #require(entrance.open(with: "empat puluh dua"))
        #expect(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"))
        let shown = String(cookie.prefix { $0 != ";" })
        #expect(entrance.isOpen("lain=1; " + shown))
        #expect(!entrance.isOpen("lindung="))
        #expect(!entrance.isOpen(shown + "0"))
        #expect(entrance.open(with: "salah") == nil)
        #expect(entrance.open(with: "empat puluh dua") == nil)
    }

    @Test("Another address needs a password")
    func open() throws {
        #expect(throws: InputFaults.self) {
            try Entrance.asked(host: "0.0.0.0", file: "/tidak/ada", SourceFiles())
        }
        #expect(try Entrance.asked(host: "127.0.0.1", file: nil, SourceFiles()) == nil)
    }
}
