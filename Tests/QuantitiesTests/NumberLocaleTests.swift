import Quantities
import Testing

/// Numbers as planners write them.
@Suite struct NumberLocaleTests {
    @Test("G26: 1.355,90 declared id-ID is 1355.90")
    func declaredIndonesian() throws {
        let number = try parseNumber("1.355,90", locale: .indonesian)
        #expect(number == ExactDecimal(coefficient: 135_590, scale: 2))
    }

    @Test("G26: Rp 16.800 is 16800")
    func rupiah() throws {
        #expect(try parseNumber("Rp 16.800") == ExactDecimal(16_800))
        #expect(try parseNumber("Rp16.800") == ExactDecimal(16_800))
        #expect(try parseNumber("Rp. 16.800") == ExactDecimal(16_800))
    }

    @Test("G26: 9,99 is 9.99")
    func decimalComma() throws {
        #expect(try parseNumber("9,99") == ExactDecimal(coefficient: 999, scale: 2))
    }

    @Test("G26: 1.234 with no declared locale is an error that says why")
    func ambiguous() {
        #expect(
            throws: NumberTextFault.ambiguous("1.234", asIndonesian: "1234", asEnglish: "1.234")
        ) { try parseNumber("1.234") }
        #expect(
            throws: NumberTextFault.ambiguous("-1,234", asIndonesian: "-1.234", asEnglish: "-1234")
        ) { try parseNumber("-1,234") }
    }

    @Test("A declared locale settles it")
    func settled() throws {
        #expect(try parseNumber("1.234", locale: .indonesian) == ExactDecimal(1234))
        let english = ExactDecimal(coefficient: 1234, scale: 3)
        #expect(try parseNumber("1.234", locale: .english) == english)
    }

    @Test(
        "Texts with one meaning need no locale",
        arguments: [
            ("16800", "16800"), ("0.025", "0.025"), ("0,025", "0.025"), ("-5", "-5"),
            ("1.234.567", "1234567"), ("1,234,567", "1234567"), ("1.234,5", "1234.5"),
            ("1,234.5", "1234.5"), ("12,5 %", "0.125"), ("40%", "0.4"), (" 7 ", "7"),
            ("1234.567", "1234.567"),
        ])
    func plain(_ text: String, _ expected: String) throws {
        #expect(try parseNumber(text).description == expected)
    }

    @Test(
        "What is no number in either locale",
        arguments: ["", "abc", "1.2.3", "12,5,6", "1,23.4", "--5", "1e6", "5 orang", ".5", "5."])
    func notNumbers(_ text: String) {
        #expect(throws: NumberTextFault.self) { try parseNumber(text) }
    }

    @Test("NaN and infinity are named as such", arguments: [".nan", "NaN", ".inf", "-.inf"])
    func notFinite(_ text: String) {
        #expect(throws: NumberTextFault.notFinite(text)) { try parseNumber(text) }
    }

    @Test("Too many digits are refused, not rounded")
    func tooLong() {
        let text = "12345678901234567890"
        #expect(throws: NumberTextFault.tooLong(text)) { try parseNumber(text) }
        #expect(throws: NumberTextFault.tooLong("0.12345678901234567 %")) {
            try parseNumber("0.12345678901234567 %")
        }
    }

    @Test("The other locale's marks are refused where one is declared")
    func otherMarks() {
        #expect(throws: NumberTextFault.notANumber("9,99")) {
            try parseNumber("9,99", locale: .english)
        }
        #expect(throws: NumberTextFault.notANumber("9.99")) {
            try parseNumber("9.99", locale: .indonesian)
        }
    }
}
