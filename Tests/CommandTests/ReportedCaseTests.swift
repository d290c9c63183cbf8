import Foundation
import Testing

/// Inputs made after public bug reports of programs of this kind, with the right value of each.
///
/// The values come from closed forms and hand counts, which stand beside them.
@Suite struct ReportedCaseTests {
    private static func path(_ name: String) -> String { "Tests/CommandTests/Reported/" + name }

    /// The cells of the first row of a CSV by column.
    private static func row(_ arguments: [String]) throws -> [String: String] {
        let run = try LindungProcess(arguments + ["--format", "csv"])
        #expect(run.status == 0, "\(run.errors)")
        let rows = run.rows
        guard rows.count > 1 else { return [:] }
        return Dictionary(zip(rows[0], rows[1]), uniquingKeysWith: { first, _ in first })
    }

    /// The values of `poverty state` by quantity.
    private static func poverty(_ arguments: [String]) throws -> [String: Double] {
        let run = try LindungProcess(["poverty", "state"] + arguments + ["--format", "csv"])
        #expect(run.status == 0, "\(run.errors)")
        return Dictionary(
            run.rows.dropFirst().map { ($0[0], Double($0[1]) ?? .nan) },
            uniquingKeysWith: { first, _ in first })
    }

    private func expect(_ value: Double?, near right: Double, within error: Double = 1e-9) {
        #expect(value.map { abs($0 - right) <= error * abs(right) } == true, "\(value ?? .nan)")
    }

    @Test("Large ceilings fund the whole quota; a rupiah short of a person funds nobody")
    func largeCeilings() throws {
        let large = try LindungProcess(
            "allocate", Self.path("big-ceilings/alokasi.yaml"), "--lang", "en")
        #expect(large.output.contains("240,000 person-months"))
        // 201,599 < 12 x 16,800
        let small = try Self.row(["run", Self.path("big-ceilings/kecil.yaml"), "-q"])
        #expect(small["funded_person_months"].flatMap(Double.init).map { $0 < 12 } == true)
    }

    @Test("The first month costs a whole month: 1000 (1 - exp(-1.2)) / (1 - exp(-0.1)) months")
    func firstMonth() throws {
        let row = try Self.row(["run", Self.path("first-month-cost/vaksin.yaml"), "-q"])
        let months: Double = 1000 * (1 - exp(-1.2)) / (1 - exp(-0.1))
        expect(row["funded_person_months"].flatMap(Double.init), near: months)
        #expect(row["public_bill_rp"] == "\(Int((months * 16_800).rounded()))")
    }

    @Test("Three thirds of a bill and what is left add up to the rupiah")
    func thirds() throws {
        let folder = try TemporaryFolder()
        let out = folder.path("hasil")
        let run = try LindungProcess(
            "run", Self.path("rupiah-split/dasar.yaml"), "-q", "--out", out)
        #expect(run.status == 0, "\(run.errors)")
        let balance = try String(contentsOfFile: out + "/balance.csv", encoding: .utf8)
        // Needs as a whole; 0.3333 of 201,801,600 by two purses, then what is eligible of the rest.
        #expect(
            balance.contains(
                "2026,61.11,petani,176578922,67260473,67260473,42037796,20180"))
    }

    @Test("Who is at the line is not poor: 2 of 10 persons, 25 below a line of 125")
    func atTheLine() throws {
        let found = try Self.poverty(
            ["--households", Self.path("zero-weight/tie.csv"), "--line", "125"])
        expect(found["poverty_p0"], near: 0.2)
        expect(found["poverty_p1"], near: 0.2 * 0.2)
        expect(found["poverty_p2"], near: 0.2 * 0.04)
    }

    @Test("Consumption of nothing counts whole in P1 and P2 and has no Watts index")
    func nothingConsumed() throws {
        let found = try Self.poverty(
            ["--households", Self.path("zero-consumption/bra2003-head.csv"), "--line", "250"])
        expect(found["poverty_p0"], near: 0.1903494, within: 1e-6)
        expect(found["poverty_p1"], near: 0.1903218, within: 1e-6)
        expect(found["poverty_p2"], near: 0.1902942, within: 1e-6)
        expect(found["gini"], near: 0.3210286, within: 1e-6)
        #expect(found["watts"]?.isNaN == true)
    }

    @Test("Above everybody's income all are poor: P1 is 1 less the mean over the line")
    func lineAboveAll() throws {
        let row = try Self.row([
            "poverty", "state", "--grouped", "scenarios/kemiskinan/india-1983.csv", "--mean",
            "109.9", "--line", "1000",
        ])
        expect(row["poverty_p0_share"].flatMap(Double.init), near: 1)
        expect(row["poverty_p1_share"].flatMap(Double.init), near: 1 - 109.9 / 1000)
    }

    @Test(
        "Futures in which nobody is protected have no price of a month, and are said to be left out"
    )
    func nobodyProtected() throws {
        let run = try LindungProcess(
            "robust", Self.path("nan-outcome/sapuan.yaml"), "--outcome",
            "bill_per_protected_person_month_rp", "--best", "low", "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        // A quota of 0 in a quarter of 60 futures.
        #expect(run.output.contains("45 futures") && run.output.contains("15 left"))
    }

    /// A command that is refused, and the words that matter in both languages.
    private struct Refusal: Sendable {
        let arguments: [String]
        let id: String
        let en: String

        init(_ arguments: [String], _ id: String, _ en: String) {
            (self.arguments, self.id, self.en) = (arguments, id, en)
        }
    }

    /// What is refused, with its place.
    private static let refused: [Refusal] = [
        Refusal(
            [
                "poverty", "state", "--grouped", path("lorenz-order/kumulatif.csv"), "--mean",
                "1500000",
                "--line", "600000",
            ],
            "kumulatif.csv:1:1: galat: jumlah bagian penduduk 5,5",
            "kumulatif.csv:1:1: error: shares of people add to 5.5"
        ),
        Refusal(
            [
                "poverty", "state", "--grouped", path("lorenz-order/terbalik.csv"), "--mean",
                "1500000",
                "--line", "600000",
            ],
            "terbalik.csv:3:1: galat: per orang, kelompok ini punya kurang dari",
            "terbalik.csv:3:1: error: per head, this group has less than"
        ),
        Refusal(
            [
                "poverty", "state", "--grouped", path("germany-2004/incomes.csv"), "--mean",
                "30055.33",
                "--line", "5000",
            ],
            "tidak satu pun bentuk menjadi kurva Lorenz", "neither form is a Lorenz curve"
        ),
        Refusal(
            ["poverty", "state", "--households", path("lonely-psu/lonely.csv"), "--line", "125"],
            "lonely.csv:6:8: galat: strata 'desa' hanya punya satu PSU",
            "lonely.csv:6:8: error: stratum 'desa' has a single PSU"
        ),
        Refusal(
            ["stage", path("negative-correction/koreksi.yaml")],
            "koreksi.csv:3:27: galat: 'amount_rp' tidak boleh negatif",
            "koreksi.csv:3:27: error: 'amount_rp' must not be negative"
        ),
        Refusal(
            ["stage", path("negative-correction/kurung.yaml")],
            "kurung.csv:2:27: galat: '(16.800.000)' bukan angka",
            "kurung.csv:2:27: error: '(16.800.000)' is not a number"
        ),
        Refusal(
            ["check", path("cohort-rounded/kohort.yaml")],
            "kohort.yaml:14:1: galat: kolom 'stock_share' berjumlah 1,002, seharusnya 1",
            "column 'stock_share' adds to 1.002, not to 1"
        ),
        Refusal(
            ["check", path("budget-and-revision/apbd.yaml")],
            "galat: dua baris untuk 35.74 pada bulan yang sama",
            "two rows for 35.74 in the same month"
        ),
    ]

    @Test("What cannot be right is refused at its place", arguments: refused.indices)
    func refusals(_ number: Int) throws {
        let given = Self.refused[number]
        for (language, words) in [("id", given.id), ("en", given.en)] {
            let run = try LindungProcess(given.arguments + ["--lang", language])
            #expect(run.status == 2)
            #expect(run.errors.contains(words), "\(run.errors)")
        }
    }

    @Test("A corrected realisation is read: what was paid, less what came back")
    func correction() throws {
        let run = try LindungProcess(
            "stage", Self.path("negative-correction/bersih.yaml"), "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output.contains("184,800,000") || run.output.contains("184.8 million"))
    }

    @Test("Ranks that two levels can take are as asked, within what ties leave")
    func ranks() throws {
        let folder = try TemporaryFolder()
        let out = folder.path("hasil")
        let run = try LindungProcess(
            "sweep", Self.path("rank-obtained/lhs.yaml"), "--out", out, "-q", "--lang", "en")
        #expect(run.status == 0, "\(run.errors)")
        let table = try String(contentsOfFile: out + "/results.csv", encoding: .utf8)
        let rows = table.split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        func column(_ name: String) throws -> [Double] {
            let place = try #require(rows[0].firstIndex(of: name), "\(rows[0])")
            return rows.dropFirst().compactMap { Double($0[place]) }
        }
        let (retention, lapse) = (try column("retention"), try column("rate.lapse"))
        #expect(retention.count == 512)
        expect(Self.rankCorrelation(retention, lapse), near: -0.6, within: 0.03)
    }

    /// Spearman's, of values without ties.
    private static func rankCorrelation(_ a: [Double], _ b: [Double]) -> Double {
        func ranks(_ values: [Double]) -> [Double] {
            var ranks = Array(repeating: 0.0, count: values.count)
            let order = values.indices.sorted { values[$0] < values[$1] }
            for (rank, place) in order.enumerated() { ranks[place] = Double(rank) }
            return ranks
        }
        let n = Double(a.count)
        let squares = zip(ranks(a), ranks(b)).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
        return 1 - 6 * squares / (n * (n * n - 1))
    }
}
