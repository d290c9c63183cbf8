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
        "Exponents, as programs and spreadsheets write them, whatever the locale",
        arguments: [
            ("1e5", "100000"), ("1E-04", "0.0001"), ("2.0160000000000000e+008", "201600000"),
            ("1.2000000000000000e+006", "1200000"), ("-2.5e3", "-2500"), ("1.250e+02", "125"),
            ("0e99", "0"), ("Rp 2.016e8", "201600000"), ("5e1 %", "0.5"),
        ])
    func exponents(_ text: String, _ expected: String) throws {
        for locale in [nil, NumberLocale.indonesian, .english] {
            #expect(try parseNumber(text, locale: locale).description == expected)
            #expect(try parseDouble(text, locale: locale) == Double(expected))
        }
    }

    @Test("A decimal comma before an exponent is read, but not where English is declared")
    func exponentsWithCommas() throws {
        #expect(try parseNumber("1,25E+05") == ExactDecimal(125_000))
        #expect(try parseNumber("1,25E+05", locale: .indonesian) == ExactDecimal(125_000))
        #expect(throws: NumberTextFault.notANumber("1,25E+05")) {
            try parseNumber("1,25E+05", locale: .english)
        }
    }

    @Test(
        "Rupiah as price lists and banks write it",
        arguments: [
            ("Rp 316.729,-", "316729"), ("Rp316.729,--", "316729"), ("Rp. 5.000.-", "5000"),
            ("Rp 316.729,\u{2013}", "316729"), ("316.729,-", "316729"), ("5,000.-", "5000"),
            ("Rp 201.600.000,00", "201600000"), ("IDR 201.600.000,00", "201600000"),
            ("IDR 201,600,000.00", "201600000"), ("rp 16.800", "16800"), ("-Rp 5.000,-", "-5000"),
            ("Rp -5.000", "-5000"), ("\u{2212}5", "-5"), ("Rp\u{A0}16.800", "16800"),
        ])
    func amounts(_ text: String, _ expected: String) throws {
        #expect(try parseNumber(text).description == expected)
    }

    @Test("The marks of an amount in the other locale are refused where one is declared")
    func amountsAgainstLocale() {
        for text in ["316.729,-", "Rp 316.729,-"] {
            #expect(throws: NumberTextFault.self) { try parseNumber(text, locale: .english) }
        }
        #expect(throws: NumberTextFault.self) { try parseNumber("5,000.-", locale: .indonesian) }
        #expect(throws: NumberTextFault.self) { try parseNumber("IDR 5.000") }
    }

    @Test("Every finite number that the program writes reads back as the same bits")
    func roundTrip() throws {
        var state: UInt64 = 7
        for _ in 0..<20_000 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let number = Double(bitPattern: state)
            guard number.isFinite, number.magnitude < 9e18, number.magnitude > 1e-300 else {
                continue
            }
            for locale in [nil, NumberLocale.english] where "\(number)".contains("e") {
                #expect(try parseDouble("\(number)", locale: locale) == number)
            }
            #expect(try parseDouble("\(number)", locale: .english) == number)
        }
        for number in [1.851205588743633e-05, 0.00018512055887436331, 202700659.6996035, 1e16] {
            #expect(try parseDouble("\(number)") == number)
        }
    }

    @Test("Numbers that 64 bits cannot hold, and nothing that looks like something")
    func beyondRange() {
        for text in ["1e400", "1e19", "-1e19", "9223372036854775808", "1e-400"] {
            #expect(throws: NumberTextFault.tooLong(text)) { try parseDouble(text) }
        }
        #expect(throws: NumberTextFault.tooLong("0.1234567890123456789")) {
            try parseDouble("0.1234567890123456789")
        }
    }

    @Test("What names rupiah")
    func rupiahNames() {
        for text in ["Rp 5", "-Rp 5", "IDR 5", " rp5", "Rp. 5"] { #expect(namesRupiah(text)) }
        for text in ["5", "-5", "R 5", "5 Rp"] { #expect(!namesRupiah(text)) }
    }

    @Test(
        "What is no number in either locale",
        arguments: [
            "", "abc", "1.2.3", "12,5,6", "1,23.4", "--5", "1e", "e6", "1e6.5", "1e5e5",
            "1.2.3e4", "1,234.5e2", "0x1f", "1 e5", "5 orang", ".5", "5.", "5,-5", ",-", "5--",
            "1.2,-",
            "1.23.-",
        ])
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
