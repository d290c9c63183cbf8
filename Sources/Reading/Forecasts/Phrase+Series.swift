import Analysis
import Formats
import Quantities

extension Phrase {
    static func noSuchColumn(_ option: String, _ name: String, _ header: [String]) -> Phrase {
        nearest(name, among: header, else: nameColumn(option, header))
    }

    static func nameColumn(_ option: String, _ header: [String]) -> Phrase {
        let list = list(header)
        return Phrase(
            id: "sebut kolomnya dengan \(option); kolom yang ada: \(list)",
            en: "name the column with \(option); its columns are: \(list)")
    }

    static let noSeries = Phrase(
        id: "tidak ada deret dengan dua pengamatan atau lebih",
        en: "there is no series of two observations or more")

    static func notATime(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan tahun, triwulan, bulan, atau bilangan 1 sampai n",
            en: "'\(text)' is not a year, a quarter, a month, or a number from 1 to n")
    }

    static func timeHint(_ text: String) -> Phrase {
        let forms = Phrase(
            id: "tulis 2026, 2026-Q1, 2026-03, atau 1, 2, 3, …",
            en: "write 2026, 2026-Q1, 2026-03, or 1, 2, 3, …")
        let parts = text.split { "-/. ".contains($0) }.map(String.init)
        guard (2...3).contains(parts.count), parts.allSatisfy({ Int($0) != nil }) else {
            return forms
        }
        let isLast = parts[parts.count - 1].count == 4
        let year = isLast ? parts[parts.count - 1] : parts[0]
        let month = parts.count == 3 || !isLast ? parts[1] : parts[0]
        let meant = year + "-" + (month.count == 1 ? "0" + month : month)
        return SeriesTime(meant) == nil ? forms : didYouMean(meant)
    }

    static func outsideBounds(
        _ name: String, _ time: SeriesTime, _ value: Double, _ bounds: ClosedRange<Double>
    ) -> Phrase {
        Phrase(
            "deret '\(name)', \(time.text): \(plain: value) di luar batas"
                + " \(plain: bounds.lowerBound) sampai \(plain: bounds.upperBound)",
            en: "series '\(name)', \(time.text): \(plain: value) is outside"
                + " \(plain: bounds.lowerBound) to \(plain: bounds.upperBound)")
    }

    static func noLogarithm(_ name: String, _ time: SeriesTime, _ value: Double) -> Phrase {
        Phrase(
            "deret '\(name)', \(time.text): \(plain: value) tidak punya logaritma; skala log hanya"
                + " menerima nilai di atas nol",
            en: "series '\(name)', \(time.text): \(plain: value) has no logarithm; the log scale"
                + " takes values above zero alone")
    }

    static let levelScale = Phrase(
        id: "perbaiki nilainya, atau kosongkan bila tidak diketahui; tanpa --scale log nilai ini"
            + " diterima",
        en: "mend the value, or leave it empty if it is not known; without --scale log it is"
            + " accepted")

    static func boundsHint(_ value: Double, _ bounds: ClosedRange<Double>) -> Phrase {
        bounds == 0...1 && value > 1 && value <= 100
            ? Phrase(
                id: "bila nilainya persen, pakai --bounds 0,100",
                en: "if values are percentages, use --bounds 0,100")
            : Phrase(
                id: "perbaiki nilainya, atau lebarkan --bounds",
                en: "mend the value, or widen --bounds")
    }

    static let addLocale = Phrase(
        id: "tambahkan --locale id-ID (1.234,5) atau --locale en-US (1,234.5) pada perintahnya",
        en: "add --locale id-ID (1.234,5) or --locale en-US (1,234.5) to the command")

    static func sorted(_ name: String, _ time: SeriesTime) -> Phrase {
        Phrase(
            id: "deret '\(name)': \(time.text) ditulis setelah waktu yang lebih baru; barisnya"
                + " diurutkan",
            en: "series '\(name)': \(time.text) stands after a later time; its rows were put in"
                + " order")
    }

    static func tooFewOf(_ name: String, _ count: Int) -> Phrase {
        count == 0
            ? Phrase(
                id: "deret '\(name)' tidak punya nilai; deret ini dilewati",
                en: "series '\(name)' has no value; it was passed over")
            : Phrase(
                id: "deret '\(name)' hanya punya satu pengamatan; deret ini dilewati",
                en: "series '\(name)' has a single observation; it was passed over")
    }

    static func mixedKinds(_ name: String, _ time: SeriesTime, _ first: SeriesTime) -> Phrase {
        Phrase(
            id: "deret '\(name)' mencampur jenis waktu: \(time.text) dan \(first.text)",
            en: "series '\(name)' mixes kinds of time: \(time.text) and \(first.text)")
    }

    static func mixedSteps(
        _ name: String, _ time: SeriesTime, from first: Int, to last: Int
    ) -> Phrase {
        let unit = unit(time.kind)
        return Phrase(
            "deret '\(name)' berganti jarak mulai \(time.text): dari \(first) menjadi \(last)"
                + " \(unit)",
            en: "series '\(name)' changes its distance from \(time.text) on: from \(first) to"
                + " \(last) \(unit)")
    }

    private static func unit(_ kind: SeriesTime.Kind) -> Phrase {
        switch kind {
        case .year: Phrase(id: "tahun", en: "years")
        case .quarter: Phrase(id: "triwulan", en: "quarters")
        case .month: Phrase(id: "bulan", en: "months")
        case .number: Phrase(id: "langkah", en: "steps")
        }
    }

    static let oneFrequency = Phrase(
        id: "satu deret punya satu jarak waktu; pisahkan menjadi dua nama",
        en: "a series has one distance in time; make two names of it")

    static func farAway(_ name: String, _ time: SeriesTime, _ before: SeriesTime) -> Phrase {
        Phrase(
            id: "deret '\(name)' melompat dari \(before.text) ke \(time.text)",
            en: "series '\(name)' leaps from \(before.text) to \(time.text)")
    }

    static let checkTime = Phrase(
        id: "periksa apakah waktunya salah ketik", en: "see whether the time is mistyped")

    static func repeatedRow(_ name: String, _ time: SeriesTime) -> Phrase {
        Phrase(
            id: "deret '\(name)': \(time.text) ditulis dua kali dengan nilai yang sama; dihitung"
                + " sekali",
            en: "series '\(name)': \(time.text) is given twice with the same value; it counts once")
    }

    static func twoValues(_ name: String, _ time: SeriesTime) -> Phrase {
        Phrase(
            id: "deret '\(name)' punya dua nilai untuk \(time.text)",
            en: "series '\(name)' has two values for \(time.text)")
    }

    static func twoSeries(_ name: String, _ count: Int) -> Phrase {
        Phrase(
            id: "dua deret bernama '\(name)': \(count) waktu punya dua nilai",
            en: "two series are called '\(name)': \(count) times have two values")
    }

    static let nameSeries = Phrase(
        id: "sebut kolom nama deret dengan --series, atau beri nama yang berbeda",
        en: "name the column of series with --series, or give them different names")

    /// - Parameter names: of all series that lack the same steps.
    static func gaps(_ names: [String], _ times: [String], of count: Int) -> Phrase {
        let list = list(times)
        let more = names.count > 1 ? andOthers(names.count - 1) : Phrase(same: "")
        return Phrase(
            "deret '\(names[0])'\(more): \(times.count) dari \(count) langkah tanpa nilai"
                + " (\(list)); dibiarkan kosong, untuk metode yang menerima celah",
            en: "series '\(names[0])'\(more): \(times.count) of \(count) steps have no value"
                + " (\(list)); they are left empty, for a method that takes gaps")
    }

    private static func andOthers(_ others: Int) -> Phrase {
        Phrase(" dan \(others) deret lain", en: " and \(others) more series")
    }

    static func constantSeries(_ name: String, _ count: Int, _ value: Double) -> Phrase {
        Phrase(
            "deret '\(name)': semua \(count) pengamatan sama (\(plain: value)); ramalannya hanya"
                + " dapat mengulanginya",
            en:
                "series '\(name)': all \(count) observations are equal (\(plain: value)); a"
                + " forecast can only repeat them")
    }

    static func lastBreaks(_ name: String, _ time: SeriesTime, _ deviation: Double) -> Phrase {
        Phrase(
            "deret '\(name)': pengamatan terakhir (\(time.text)) berjarak"
                + " \(abs(deviation), decimals: 1) galat baku dari tingkat sebelumnya; dipakai apa"
                + " adanya, periksa apakah sudah lengkap",
            en: "series '\(name)': the last observation (\(time.text)) lies"
                + " \(abs(deviation), decimals: 1) standard errors from the level before it; it is"
                + " used as it is, see whether it is complete")
    }

    static func totalAmong(_ name: String) -> Phrase {
        Phrase(
            id: "deret '\(name)' tampaknya jumlah deret lain; diramal sendiri, sehingga tidak sama"
                + " dengan jumlahnya",
            en: "series '\(name)' seems to be the sum of others; it is continued on its own and"
                + " will not equal their sum")
    }

    static let useHierarchy = Phrase(
        id: "agar berjumlah, beri pohonnya dengan --hierarchy",
        en: "to make them add up, give their tree with --hierarchy")
}
