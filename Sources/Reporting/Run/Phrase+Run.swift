import Analysis
import Costing
import Formats
import Quantities

extension Phrase {
    static func gate(_ gate: RunCheck.Gate) -> Phrase {
        switch gate {
        case .people: Phrase(id: "jumlah orang terjaga", en: "people conserved")
        case .quotas: Phrase(id: "kuota tidak terlampaui", en: "quotas kept")
        case .needs:
            Phrase(
                id: "kebutuhan iuran = terbayar + kekurangan pagu",
                en: "needs = purses + unfunded gap")
        case .sums:
            Phrase(
                id: "jumlah sumber dana = kebutuhan iuran, sampai rupiah",
                en: "purses sum to the bill, to the rupiah")
        case .ceilings: Phrase(id: "pagu tidak terlampaui", en: "ceilings kept")
        }
    }

    static let warned = warning

    /// How far a result was from a law: last bits are told as what they are below.
    ///
    ///     di bawah 0,0000000001     relative, of a law that was kept
    ///     0                         to the rupiah
    static func distance(_ outcome: RunCheck.Outcome) -> Phrase {
        let (worst, limit) = (outcome.worst, outcome.gate.tolerance)
        guard outcome.passed, !outcome.isWarning else {
            return limit > 0
                ? Phrase(same: "\(worst, decimals: 10)") : Phrase(same: "Rp \(worst)")
        }
        guard limit > 0, worst > 0 else { return Phrase(same: "0") }
        return Phrase("di bawah \(limit, decimals: 10)", en: "below \(limit, decimals: 10)")
    }

    static func verdict(_ outcome: RunCheck.Outcome) -> Phrase {
        outcome.isWarning ? warned : outcome.passed ? passed : failed
    }

    /// What was cut over the horizon, in the worst year, and in the cell that lost most.
    ///
    /// - Parameters:
    ///   - worst: the year that lost most, with its persons over all cells that were cut.
    ///   - most: segment, region (nil where there is one) and what became of its quota.
    static func cutAnswer(
        _ personMonths: Double, _ years: String,
        worst: (year: Int, asked: Double, inForce: Double, lost: Double),
        most: (segment: Phrase, region: String?, row: CutRow), bound: Phrase
    ) -> Phrase {
        let people =
            worst.asked - worst.inForce < 0.5
            ? Phrase(
                "\(worst.asked) orang, bulannya dikurangi",
                en: "\(worst.asked) persons for fewer months")
            : Phrase(
                "\(worst.asked) orang diminta, \(worst.inForce) berlaku",
                en: "\(worst.asked) persons asked, \(worst.inForce) in force")
        let cell = Phrase(
            same: "\(most.segment)\(text: most.region.map { ", \($0)" } ?? ""),"
                + " \(digits: most.row.year), \(cutChange(most.row)) (\(bound))")
        return Phrase(
            "\(personMonths) orang-bulan (\(years)), terbanyak pada \(digits: worst.year):"
                + " \(people); terbesar \(cell)",
            en: "\(personMonths) person-months (\(years)), most in \(digits: worst.year):"
                + " \(people);"
                + " the largest \(cell)")
    }

    static func bound(_ purses: [Phrase], _ rule: BudgetCut.Rule) -> Phrase {
        let why = boundRule(rule)
        return Phrase(same: "\(why): \(together(purses))")
    }

    static func cutChange(_ row: CutRow) -> Phrase {
        var parts: [Phrase] = []
        if row.heads.asked - row.heads.inForce >= 0.5 {
            let change = Phrase(same: "\(row.heads.asked) → \(row.heads.inForce)")
            parts.append(Phrase("\(change) orang", en: "\(change) persons"))
        }
        if row.months.asked != row.months.inForce {
            let change = "\(row.months.asked) → \(row.months.inForce)"
            parts.append(Phrase("\(change) bulan", en: "\(change) months"))
        }
        return Phrase(same: "\(joined: parts, by: ", ")")
    }

    static func name(_ test: FiscalTest) -> Phrase {
        switch test {
        case .billOfSpending: Phrase(id: "kebutuhan iuran / belanja", en: "bill / spending")
        case .billOfCapacity:
            Phrase(id: "kebutuhan iuran / kapasitas fiskal", en: "bill / fiscal capacity")
        case .personnel: Phrase(id: "belanja pegawai, maks.", en: "personnel, at most")
        case .infrastructure: Phrase(id: "infrastruktur, min.", en: "infrastructure, at least")
        case .purse(_, let limit): limit.name
        }
    }

    /// Which tests are not met in a year, in one sentence.
    ///
    /// - Parameter regions: of the scenario; with one, the tests stand without a count.
    static func fiscalLine(
        _ failed: [(test: FiscalTest, regions: Int)], of regions: Int, year: Int
    ) -> Phrase {
        guard !failed.isEmpty else {
            return Phrase(
                id: "semua batas dipenuhi pada \(year)", en: "all limits are met in \(year)")
        }
        let tests = failed.map { test, count in
            regions > 1
                ? Phrase(
                    "\(name(test)) (\(digits: count) daerah)",
                    en: "\(name(test)) (\(digits: count) regions)") : name(test)
        }
        return Phrase(
            "tidak dipenuhi pada \(digits: year): \(joined: tests, by: "; ")",
            en: "not met in \(digits: year): \(joined: tests, by: "; ")")
    }

    static func name(_ verdict: FiscalVerdict) -> Phrase {
        switch verdict {
        case .passes: Phrase(id: "memenuhi", en: "passes")
        case .fails: Phrase(id: "tidak memenuhi", en: "fails")
        case .notYetBinding: Phrase(id: "belum mengikat", en: "not yet binding")
        case .noLimit: Phrase(id: "tanpa batas", en: "no limit")
        case .noData: Phrase(id: "tanpa data", en: "no data")
        }
    }

    static func verdicts(
        _ counts: [(verdict: FiscalVerdict, regions: Int)], isSingle: Bool
    ) -> Phrase {
        Phrase { language in
            counts.map { count in
                let word = name(count.verdict)[language]
                return isSingle ? word : "\(word) \(count.regions)"
            }.joined(separator: ", ")
        }
    }

    static let whatProtectionBuys = Phrase(
        id: "Apa yang dibeli perlindungan", en: "What protection buys")

    static let expectedBenefits = Phrase(
        id: """
            nilai harapan untuk semua peserta terlindungi, siapa pun pembayarnya; di masa tunggu \
            santunan JKM Rp 10 juta, sesudahnya Rp 42 juta; rasio klaim = manfaat JKK dan JKM \
            termasuk beasiswa / iuran keduanya
            """,
        en: """
            expected for all who are protected, whoever pays; JKM pays Rp 10 million in the \
            waiting months and Rp 42 million after; claim ratio = benefits of JKK and JKM with \
            scholarships / contributions to both
            """)

    static let familiesAsInterval = Phrase(
        id: """
            keluarga: kematian pencari nafkah yang santunannya menahan konsumsi di atas garis \
            kemiskinan; selang menurut rentang turunnya konsumsi (event.consumption_fall), yang \
            untuk Indonesia belum ada angkanya
            """,
        en: """
            families: deaths of breadwinners after which the benefit holds consumption above the \
            poverty line; the interval follows the range of the fall (event.consumption_fall), for \
            which Indonesia has no settled figure
            """)

    static func gapPrice(_ payers: [Phrase]) -> Phrase {
        Phrase(
            "Kekurangan pagu dihitung dengan iuran yang harus dibayar \(joined: payers, by: ", ")"
                + " (gap.payer).",
            en: "The gap is counted at what \(joined: payers, by: ", ") would have to pay"
                + " (gap.payer)."
        )
    }

    static let byYear = Phrase(id: "Menurut tahun", en: "By year")

    static let balance = Phrase(
        id: "Siapa membayar: kebutuhan iuran dan sumber dana",
        en: "Who pays: contributions needed and purses")

    static let overlap = Phrase(
        id: "Pembayaran ganda bila daftar penerima tidak dicocokkan",
        en: "Paid twice if lists of workers are not matched")

    static let wholeHorizon = Phrase(
        id: "seluruh periode; cakupan akhir dan orang pada akhir periode",
        en: "the whole horizon; end coverage and persons at its end")
}
