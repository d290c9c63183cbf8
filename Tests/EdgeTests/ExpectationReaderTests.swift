import Analysis
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// Statements in words of both languages, and what each comes to. Faults stand in `Broken`.
@Suite struct ExpectationReaderTests {
    /// Testing has a type of the same name.
    typealias Expectation = Policy.Expectation

    private static func reading(_ statement: String, _ more: String = "") throws
        -> Reading<Scenario>
    {
        try FixtureFolder.reading(
            """
            name: x
            title: x
            extends: \(FixtureFolder.root)/Broken/parts/dasar.yaml
            \(more)
            expect:
              - that: \(statement)
                because: uji
            """)
    }

    private static func expectation(_ statement: String, _ more: String = "") throws -> Expectation
    {
        let reading = try reading(statement, more)
        return try #require(
            reading.value?.expectations.first, "\(statement): \(reading.diagnostics.rendered())")
    }

    /// Statements about the scenario as it stands: the figure as outcomes are named, and its ends.
    static let bounds: [(statement: String, figure: String, range: ClosedRange<Double>)] = [
        (
            "public_bill_rp 2027 paling banyak Rp 5.000.000.000", "public_bill_rp 2027",
            -Double.infinity...5e9
        ),
        (
            "public_bill_rp 2027 at most Rp 5.000.000.000", "public_bill_rp 2027",
            -Double.infinity...5e9
        ),
        ("gap_rp at most 0", "gap_rp", -Double.infinity...0),
        ("gap_rp maksimal Rp 1,2 miliar", "gap_rp", -Double.infinity...1.2e9),
        ("gap_rp is at most Rp 250 million", "gap_rp", -Double.infinity...2.5e8),
        (
            "coverage of nelayan 2026 at least 80 %",
            "coverage_protected_end_of_workers_share.nelayan 2026", 0.8...Double.infinity
        ),
        (
            "cakupan untuk nelayan tahun 2026 paling sedikit 80 persen",
            "coverage_protected_end_of_workers_share.nelayan 2026", 0.8...Double.infinity
        ),
        (
            "coverage of employed in Kota Probolinggo in 2026 at least 0.8",
            "coverage_protected_end_of_employed_share@35.74 2026", 0.8...Double.infinity
        ),
        (
            "Kekurangan pagu untuk petani di 35.05 2026 antara Rp 1 juta dan Rp 2 juta",
            "gap_rp.petani@35.05 2026", 1e6...2e6
        ),
        (
            "unfunded gap of petani 2026 between Rp 1 million and Rp 2 million",
            "gap_rp.petani 2026", 1e6...2e6
        ),
        (
            "protected_end_persons.petani@35.74 2027 sama dengan 1200 orang",
            "protected_end_persons.petani@35.74 2027", 1200...1200
        ),
        ("protected, end 2027 is 1200 persons", "protected_end_persons 2027", 1200...1200),
        (
            "funded_person_months 2027 paling sedikit 12000 orang-bulan",
            "funded_person_months 2027", 12000...Double.infinity
        ),
        (
            "bill_per_family_kept_rp at most Rp 1 billion per family", "bill_per_family_kept_rp",
            -Double.infinity...1e9
        ),
        ("claim ratio at most 1.5", "claim_ratio_share", -Double.infinity...1.5),
    ]

    @Test("Bounds in both languages", arguments: bounds)
    func bound(_ statement: String, _ figure: String, _ range: ClosedRange<Double>) throws {
        let found = try Self.expectation(statement)
        #expect(found.statement == statement)
        #expect(found.reason == Phrase(id: "uji", en: "uji"))
        #expect(found.condition == nil)
        #expect(found.claim == .within(range))
        #expect(found.figure.name == figure)
    }

    /// Conditions: the entry of a scenario that says the same.
    static let conditions: [(statement: String, entry: String)] = [
        ("jika quota.petani dibagi dua maka gap_rp turun", "quota.petani: { scale: 0.5 }"),
        ("If quota.petani is halved, then gap_rp falls", "quota.petani: { scale: 0.5 }"),
        ("bila quota digandakan maka gap_rp naik", "quota: { scale: 2 }"),
        (
            "if quota.petani@35.74 is doubled from 2026-01 then gap_rp rises",
            "quota.petani@35.74: { from: 2026-01, scale: 2 }"
        ),
        (
            "jika quota.petani menjadi 1200 orang sejak 2026-07 maka gap_rp naik",
            "quota.petani: { from: 2026-07, value: 1200 }"
        ),
        (
            "if quota.petani is 40 % then gap_rp rises",
            "quota.petani: { unit: share, value: 40 % }"
        ),
        (
            "jika purse.ceiling.dbh-cht menjadi Rp 1,5 miliar maka gap_rp turun",
            "purse.ceiling.dbh-cht: { value: 1500000000 }"
        ),
        (
            "if purse.ceiling.dbh-cht falls by 30 % then gap_rp rises",
            "purse.ceiling.dbh-cht: { scale: 0.7 }"
        ),
        (
            "jika purse.ceiling.dbh-cht turun 90 % maka gap_rp naik",
            "purse.ceiling.dbh-cht: { scale: 0.1 }"
        ),
        (
            "if purse.ceiling.dbh-cht rises by Rp 500 million then gap_rp falls",
            "purse.ceiling.dbh-cht: { add: 500000000 }"
        ),
        (
            "jika quota.petani turun 100 orang maka gap_rp turun",
            "quota.petani: { add: -100 }"
        ),
        ("jika route.petani menjadi pu maka gap_rp turun", "route.petani: { value: pu }"),
        ("if refill is false then gap_rp falls", "refill: { value: false }"),
    ]

    @Test("Conditions are read as entries of a scenario are", arguments: conditions)
    func condition(_ statement: String, _ entry: String) throws {
        let found = try #require(try Self.expectation(statement).condition)
        let written = try Self.reading("gap_rp at most 0", "levers:\n  \(entry)").value?
            .layers.last?.settings.last
        let same = try #require(written)
        #expect(found.address == same.address)
        #expect(found.verb == same.verb)
        #expect(found.points == same.points)
    }

    @Test(
        "What a condition does to a figure",
        arguments: [
            ("naik", Expectation.Movement.rises), ("rises", .rises), ("turun", .falls),
            ("falls", .falls), ("tetap", .stays), ("stays", .stays),
            ("tidak berubah", .stays), ("does not change", .stays),
            ("tidak naik", .doesNotRise), ("does not rise", .doesNotRise),
            ("tidak turun", .doesNotFall), ("does not fall", .doesNotFall),
        ])
    func movement(_ words: String, _ movement: Expectation.Movement) throws {
        let id = try Self.expectation("jika quota.petani dibagi dua maka gap_rp 2026 \(words)")
        let en = try Self.expectation("if quota.petani is halved then gap_rp 2026 \(words)")
        #expect(id.claim == .moves(movement) && en.claim == .moves(movement))
        #expect(id.figure == en.figure && id.figure.name == "gap_rp 2026")
    }

    @Test("A bound may follow a condition")
    func boundUnderCondition() throws {
        let found = try Self.expectation(
            "jika quota.petani dibagi dua maka gap_rp 2026 paling banyak Rp 1 juta")
        #expect(found.claim == .within(-Double.infinity...1e6) && found.condition != nil)
    }

    @Test("The law may be a condition")
    func law() throws {
        let found = try Self.expectation(
            "if law.bpu.jkm.amount rises by 10 % from 2026-01 then public_bill_rp rises")
        #expect(found.condition?.address.subject == .law("bpu.jkm.amount"))
        #expect(found.condition?.points == [.init(from: Month(2026, 1), value: .number(1.1))])
    }

    @Test("Numbers are written as the file declares")
    func locale() throws {
        let indonesian = try Self.expectation(
            "protected_end_persons paling banyak 1.200 orang", "locale: id-ID")
        let english = try Self.expectation(
            "protected_end_persons at most 1,200 persons", "locale: en-US")
        #expect(indonesian.claim == .within(-Double.infinity...1200))
        #expect(english.claim == indonesian.claim)
    }

    @Test("A child does not inherit what its parent expects of itself")
    func inheritance() throws {
        let parent = """
            name: induk
            title: x
            extends: \(FixtureFolder.root)/Broken/parts/dasar.yaml
            expect: [{ that: gap_rp at most 0, because: uji }]
            """
        let child = "name: anak\ntitle: x\nextends: induk.yaml\n"
        let scenario = try FixtureFolder.inFolder(["induk.yaml": parent, "anak.yaml": child]) {
            (
                try FixtureFolder.scenario($0 + "/induk.yaml"),
                try FixtureFolder.scenario($0 + "/anak.yaml")
            )
        }
        #expect(scenario.0.expectations.count == 1)
        #expect(scenario.1.expectations.isEmpty)
    }

    @Test("Other layers, as sweeps and trials lay them, keep what is expected")
    func layers() throws {
        let reading = try Self.reading("gap_rp at most 0")
        let scenario = try #require(reading.value)
        #expect(scenario.with(layers: []).expectations == scenario.expectations)
        #expect(scenario.with(correlations: []).expectations == scenario.expectations)
    }

    @Test("A word of a statement is found on its line; of a folded one the statement is")
    func places() throws {
        let plain = try #require(
            try Self.reading("\"gap_rp 2026  paling bnyak 0\"").diagnostics.first)
        #expect(plain.position.line == 6 && plain.position.column == 25)
        let folded = try #require(
            try Self.reading(">-\n        gap_rp 2026\n        paling bnyak 0").diagnostics.first)
        #expect(folded.position.line == 6)
    }

    @Test("No two quantities are called alike")
    func names() {
        let names = Quantity.all.flatMap { quantity in
            Set(
                [quantity.name, quantity.heading.indonesian, quantity.heading.english].map {
                    $0.lowercased()
                })
        }
        let short = StatementWords.shortNames.flatMap(\.texts)
        #expect(Set(names).count == names.count)
        #expect(Set(names).isDisjoint(with: short))
    }
}

extension Policy.Expectation.Figure {
    /// As outcomes are named.
    fileprivate var name: String {
        quantity + (segment.map { "." + $0.name } ?? "") + (region.map { "@" + $0.code } ?? "")
            + (year.map { " \($0)" } ?? "")
    }
}
