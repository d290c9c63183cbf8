import Analysis
import Quantities

/// What reports say about the budget that contributions stand in.
extension Messages {
    /// Above the fiscal tests.
    static let fiscalTests = Phrase(id: "Uji fiskal", en: "Fiscal tests")

    /// How the figures are to be read.
    static let fiscalNote = Phrase(
        id: """
            menurut anggaran terakhir yang diketahui (kolom source di fiscal.csv), bukan anggaran \
            tahun yang diproyeksikan; iuran tercatat di belanja barang dan jasa (5.1.02), jadi di \
            luar batas belanja pegawai; belanja modal mewakili belanja infrastruktur
            """,
        en: """
            by the latest budget that is known (column source of fiscal.csv), not that of the \
            projected year; contributions are booked as goods and services (5.1.02) and so stand \
            outside the personnel cap; capital spending stands for infrastructure
            """)

    /// What a test asks.
    static func name(_ test: FiscalTest) -> Phrase {
        switch test {
        case .billOfSpending: Phrase(id: "kebutuhan iuran / belanja", en: "bill / spending")
        case .billOfCapacity:
            Phrase(id: "kebutuhan iuran / kapasitas fiskal", en: "bill / fiscal capacity")
        case .personnel: Phrase(id: "belanja pegawai, maks.", en: "personnel, at most")
        case .infrastructure: Phrase(id: "infrastruktur, min.", en: "infrastructure, at least")
        case .tobaccoExcise:
            Phrase(id: "iuran / DBH-CHT, maks.", en: "contributions / DBH-CHT, at most")
        case .palmOil:
            Phrase(id: "iuran / DBH Sawit, maks.", en: "contributions / DBH Sawit, at most")
        case .villageApparatus:
            Phrase(id: "iuran / APBDes, maks.", en: "contributions / APBDes, at most")
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
        return Phrase { language in
            let tests = failed.map { test, count in
                let name = name(test)[language]
                guard regions > 1 else { return name }
                return language == .indonesian
                    ? "\(name) (\(count) daerah)" : "\(name) (\(count) regions)"
            }
            let list = tests.joined(separator: "; ")
            return language == .indonesian
                ? "tidak dipenuhi pada \(year): \(list)" : "not met in \(year): \(list)"
        }
    }

    /// What a test came to.
    static func name(_ verdict: FiscalVerdict) -> Phrase {
        switch verdict {
        case .passes: Phrase(id: "memenuhi", en: "passes")
        case .fails: Phrase(id: "tidak memenuhi", en: "fails")
        case .notYetBinding: Phrase(id: "belum mengikat", en: "not yet binding")
        case .noLimit: Phrase(id: "tanpa batas", en: "no limit")
        case .noData: Phrase(id: "tanpa data", en: "no data")
        }
    }

    /// The verdict of one region, or how many regions came to each: `lolos 3, tidak lolos 35`.
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
}
