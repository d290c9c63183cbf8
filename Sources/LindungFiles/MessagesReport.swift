import Policy
import Quantities

/// Headings and notes of reports.
extension Messages {
    /// Above what has to be known to read the numbers rightly.
    static let caveats = Phrase(id: "Catatan", en: "Notes")

    /// At whose price the gap is counted.
    static func gapPrice(_ payers: [Phrase]) -> Phrase {
        Phrase { language in
            let names = payers.map { $0[language] }.joined(separator: ", ")
            return language == .indonesian
                ? "Kekurangan pagu dihitung dengan iuran yang harus dibayar \(names) (gap.payer)."
                : "The gap is counted at what \(names) would have to pay (gap.payer)."
        }
    }
    /// The help of `--full`.
    public static let helpFull = Phrase(
        id: "Tampilkan laporan seluruhnya, bukan satu layar.",
        en: "Show the whole report, not one screen.")
    /// Below a first screen.
    static let fullReport = Phrase(
        id: "Selengkapnya: --full; tabel, gambar dan report.md: --out <folder>.",
        en: "The rest: --full; tables, pictures and report.md: --out <folder>.")

    /// The last line of a report: the command that made it.
    static func madeBy(_ command: String) -> Phrase {
        Phrase(id: "Perintah: \(command)", en: "Command: \(command)")
    }

    /// Below a title: months, regions and segments.
    static func about(_ scenario: Scenario) -> Phrase {
        let period = "\(scenario.horizon.lowerBound) – \(scenario.horizon.upperBound)"
        let (regions, segments) = (scenario.regions.count, scenario.segments.count)
        return Phrase(
            id: "\(period), \(regions) kabupaten/kota, \(segments) segmen",
            en: "\(period), \(regions) kabupaten/kota, \(segments) segments")
    }

    /// Above the years of one scenario.
    static let byYear = Phrase(id: "Menurut tahun", en: "By year")
    /// Above the segments of one scenario.
    static let bySegment = Phrase(id: "Menurut segmen", en: "By segment")
    /// Above what purses pay.
    static let byPurse = Phrase(id: "Menurut sumber dana", en: "By purse")
    /// Above needs, what purses pay of them, and the gap.
    static let balance = Phrase(
        id: "Siapa membayar: kebutuhan iuran dan sumber dana",
        en: "Who pays: contributions needed and purses")
    /// Above what purses pay, where their sums stand in another table.
    static let whoPaysShort = Phrase(
        id: "Siapa membayar kebutuhan iuran", en: "Who pays the contributions needed")
    /// How the rows of the balance add up, and where its details stand.
    static let balanceNote = Phrase(
        id: """
            kebutuhan iuran = terbayar oleh sumber dana + kekurangan pagu; per daerah dan segmen \
            di balance.csv
            """,
        en: """
            contributions needed = paid by purses + unfunded gap; by region and segment in \
            balance.csv
            """)
    /// Above what lists of workers that were not matched would pay twice.
    static let overlap = Phrase(
        id: "Pembayaran ganda bila daftar penerima tidak dicocokkan",
        en: "Paid twice if lists of workers are not matched")
    /// What the rows are, and where details stand.
    static let overlapNote = Phrase(
        id: """
            segmen yang dibayar dua sumber dana atau lebih; perhitungan di atas membayar tiap \
            pekerja sekali (dicocokkan); acak: tiap daftar disusun sendiri; bersarang: semua \
            daftar mulai dari orang yang sama; rincian di overlap.csv
            """,
        en: """
            segments that two or more purses pay for; the figures above pay for each worker once \
            (matched); random: each list is drawn alone; nested: all lists begin with the same \
            people; details in overlap.csv
            """)
    /// What figures of a whole horizon mean: sums for money and months, the end for people.
    static let wholeHorizon = Phrase(
        id: "seluruh periode; cakupan akhir dan orang pada akhir periode",
        en: "the whole horizon; end coverage and persons at its end")
    /// Above scenarios side by side in the year in which they first differ, and over all years.
    static func firstYearAndHorizon(_ years: String) -> Phrase {
        Phrase(
            id: "Tahun pertama yang berbeda, lalu seluruh periode \(years)",
            en: "The first year that differs, then the whole horizon \(years)")
    }
    /// Numerator and denominator of the coverage that is shown; publications use others.
    static let coverageDefinition = Phrase(
        id: """
            Cakupan: pekerja yang iurannya terbayar (dana publik, sendiri, pemberi kerja) dibagi \
            pekerja yang dimodelkan; akhir: Desember saja. Masa tunggu: orang-bulan terbayar \
            sebelum santunan kematian penuh.
            """,
        en: """
            Coverage: workers whose contribution is paid (public money, themselves, employers) of \
            modelled workers; end: December alone. Waiting: paid person-months before the full \
            death benefit.
            """)
    /// Above the bars of several scenarios.
    static let coverageAverage = Phrase(
        id: "Cakupan terbayar rata-rata, seluruh periode",
        en: "Average paid coverage, the whole horizon")
    /// Above the bars of several scenarios' bills.
    static let billOverHorizon = Phrase(
        id: "Kebutuhan iuran, seluruh periode",
        en: "Contributions needed, the whole horizon")
    /// Above the parts of differences.
    static let whyDifferent = Phrase(
        id: "Asal selisih menurut kunci yang berubah",
        en: "Where differences come from, by changed key")
    /// The row for what no purse pays.
    static let unfunded = Phrase(id: "kekurangan pagu", en: "unfunded gap")

    /// The title of a comparison.
    static func comparedWith(_ baseline: String) -> Phrase {
        Phrase(
            id: "Perbandingan skenario, acuan: \(baseline)",
            en: "Scenarios compared, baseline: \(baseline)")
    }
}
