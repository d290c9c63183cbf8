import Foundation
import Testing

/// Last bits are not results: whole persons of targets, outcomes that do not move, rules at their
/// very figure, and what `check` says.
@Suite struct LastBitsTests {
    /// One region, one segment, one purse; a person-month costs Rp 16,800.
    private static let base = """
        name: dasar
        title: { id: dasar, en: dasar }
        regions: ["61.11"]
        horizon: { from: 2025-01, until: 2026-12 }
        segments: [petani]
        purses: [apbd-kabkota]
        levers:
          quota.petani: 1000
          purse.ceiling.apbd-kabkota: CEILING
        assumptions:
          workers.petani: 20000
          retention: 0

        """

    /// The base with a ceiling, and more levers.
    private static func folder(
        ceiling: String = "5000000000000", levers: String = ""
    ) throws -> TemporaryFolder {
        let folder = try TemporaryFolder()
        let text = base.replacing("CEILING", with: ceiling + levers)
        try text.write(
            toFile: folder.path("dasar.yaml"), atomically: true, encoding: .utf8)
        return folder
    }

    /// A question of a whole quota: its dial, its outcome and aim, and the persons that answer it.
    struct Whole: Sendable, CustomTestStringConvertible {
        let dial: String
        let aim: [String]
        let persons: Int
        var testDescription: String { "\(dial) \(aim.joined(separator: " "))" }
    }

    private static let months = ["--outcome", "funded_person_months 2026"]
    private static let bill = ["--outcome", "public_bill_rp 2026"]
    static let wholes = [
        Whole(dial: "100 .. 20000", aim: months + ["--at-least", "36000"], persons: 3000),
        Whole(dial: "0 .. 20000", aim: months + ["--at-least", "36000"], persons: 3000),
        Whole(dial: "17 .. 19983", aim: months + ["--at-least", "36000"], persons: 3000),
        Whole(dial: "100 .. 20000", aim: months + ["--at-least", "36001"], persons: 3001),
        Whole(dial: "100 .. 20000", aim: months + ["--at-least", "36012"], persons: 3001),
        Whole(dial: "333 .. 15001", aim: months + ["--at-least", "84000"], persons: 7000),
        Whole(dial: "0 .. 20000", aim: months + ["--equals", "36000"], persons: 3000),
        Whole(dial: "0 .. 20000", aim: months + ["--equals", "48000"], persons: 4000),
        Whole(dial: "7 .. 20000", aim: months + ["--equals", "36005"], persons: 3000),
        Whole(dial: "20000 .. 100", aim: months + ["--at-most", "36000"], persons: 3000),
        Whole(dial: "20000 .. 100", aim: bill + ["--at-most", "604800000"], persons: 3000),
        Whole(dial: "20000 .. 0", aim: bill + ["--at-most", "604799999"], persons: 2999),
        Whole(dial: "19999 .. 1", aim: bill + ["--at-most", "604800001"], persons: 3000),
    ]

    @Test(
        "the smallest whole number that meets the aim, wherever the dial begins", arguments: wholes)
    func wholePersons(_ whole: Whole) throws {
        let folder = try Self.folder()
        let written = folder.path("jawab.yaml")
        let run = try LindungProcess(
            [
                "target", folder.path("dasar.yaml"), "--lever", "quota.petani", "--from", "2026-01",
                "--value", whole.dial, "--write-scenario", written, "--lang", "en",
            ] + whole.aim)
        #expect(run.status == 0, "\(run.errors)")
        let text = try String(contentsOfFile: written, encoding: .utf8)
        #expect(
            text.contains("{ from: 2026-01, value: \(whole.persons), unit: person }"), "\(text)")
    }

    @Test("a ceiling is found to the rupiah")
    func wholeRupiah() throws {
        let folder = try Self.folder(levers: "\n  budget.policy: cap-heads")
        let run = try LindungProcess(
            "target", folder.path("dasar.yaml"), "--lever", "purse.ceiling.apbd-kabkota", "--value",
            "0 .. 5000000000000", "--outcome", "funded_person_months 2026", "--at-least", "12000",
            "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("Rp 201,600,000 "), "\(run.output)")
    }

    @Test(
        "an outcome that differs by last bits is moved by nothing, by every method",
        arguments: [
            ["tornado"], ["morris"], ["sobol"], ["sobol", "--samples", "64"],
        ])
    func constantOutcome(_ method: [String]) throws {
        let folder = try Self.folder(
            ceiling: "150000000", levers: "\n  budget.policy: cap-heads")
        try """
        name: harga
        title: { id: Harga, en: Price }
        scenario: dasar.yaml
        inputs:
          purse.ceiling.apbd-kabkota: { distribution: { uniform: [50000000, 150000000] } }
          refill: [true, false]
        outcomes: [bill_per_funded_person_month_rp]
        """.write(toFile: folder.path("harga.yaml"), atomically: true, encoding: .utf8)
        let run = try LindungProcess(
            ["sense", folder.path("harga.yaml"), "--lang", "en", "--method"] + method)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("- no input changes it"), "\(run.output)")
        #expect(run.output.contains("purse.ceiling.apbd-kabkota, refill"), "\(run.output)")
    }

    @Test("a rule is met at its very figure in every future, and equal policies are equal")
    func ruleAtItsFigure() throws {
        let folder = try Self.folder(
            ceiling: "150000000", levers: "\n  budget.policy: cap-heads")
        try """
        name: aturan
        title: { id: Aturan, en: Rule }
        scenario: dasar.yaml
        policies: { dasar: {}, separuh: { funding.months: 6 } }
        design: { kind: lhs, points: 60, seed: 7 }
        inputs:
          purse.ceiling.apbd-kabkota: { distribution: { uniform: [50000000, 150000000] } }
        outcomes: [bill_per_funded_person_month_rp]
        rules:
          bill_per_funded_person_month_rp: { at_most: 16800 }
        """.write(toFile: folder.path("aturan.yaml"), atomically: true, encoding: .utf8)
        let outcome = ["--outcome", "bill_per_funded_person_month_rp"]
        let run = try LindungProcess(
            ["robust", folder.path("aturan.yaml"), "--best", "low", "--lang", "en"] + outcome)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("dasar = separuh, in 100 % of futures"), "\(run.output)")
        #expect(run.output.contains("all ways choose dasar = separuh"), "\(run.output)")
        for side in ["--above", "--below"] {
            let boxes = try LindungProcess(
                ["discover", folder.path("aturan.yaml"), side, "16800", "--lang", "en"] + outcome)
            #expect(boxes.errors.contains("none of the 120 points is a case"), "\(boxes.errors)")
        }
    }

    @Test("check tells no last bits", arguments: ["id", "en"])
    func checkTellsNoBits(_ language: String) throws {
        let run = try LindungProcess(
            "check", "scenarios/kota-probolinggo/dasar.yaml", "--lang", language)
        #expect(run.status == 0, "\(run.errors)")
        // Those behind them are of expectations.
        let rows = run.output.split(separator: "\n").filter { $0.hasPrefix("dasar ") }.prefix(5)
        #expect(rows.count == 5)
        let small = language == "id" ? "di bawah 0,0000000001" : "below 0.0000000001"
        for row in rows {
            let words = row.split(separator: " ", omittingEmptySubsequences: true)
            #expect(words.last == "0" || row.hasSuffix(small), "\(row)")
        }
    }
}
