import Formats
import Testing

@testable import LindungApp

/// What browsers send, and what goes back to them as markup.
@Suite struct FormFieldsTests {
    @Test("Names may stand twice, and what was encoded comes back as it was")
    func fields() {
        let fields = FormFields(encoded: "s=dasar&s=ucj+2029&folder=a%2Fb&kosong=&lepas&x=%zz")
        #expect(fields.all("s") == ["dasar", "ucj 2029"])
        #expect(fields["folder"] == "a/b")
        #expect(fields["kosong"] == "")
        #expect(fields["lepas"] == "")
        #expect(fields["x"] == "%zz")
        #expect(fields["tidak"] == nil)
        #expect(FormFields(encoded: fields.encoded) == fields)
    }

    @Test("A field is set anew, or taken out")
    func changed() {
        let fields = FormFields([("a", "1"), ("b", "2"), ("a", "3")])
        #expect(fields.with("a", "ä&=").encoded == "b=2&a=%C3%A4%26%3D")
        #expect(fields.with("a", nil).encoded == "b=2")
    }

    @Test("Bytes that are no text are left out")
    func bytes() { #expect(FormFields(encoded: "a=%FF&b=1").encoded == "b=1") }

    @Test("Texts in markup begin no mark, no entity and no attribute")
    func markup() {
        let text = "<b class=\"x\">&'"
        let html: HTML = "<p title=\"\(text)\">\(text)</p>"
        let escaped = "&lt;b class=&quot;x&quot;&gt;&amp;&#39;"
        #expect(html.text == "<p title=\"\(escaped)\">\(escaped)</p>")
        #expect(
            HTML.data(Array("{\"a\": \"</script>\"}".utf8), id: "d").text.hasSuffix(
                ">{\"a\": \"\\u003c/script>\"}</script>"))
        let box: HTML = "<input\("checked", if: true)\("selected", if: false)>"
        #expect(box.text == "<input checked>")
    }
}
