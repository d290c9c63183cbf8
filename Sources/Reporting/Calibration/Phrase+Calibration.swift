import Analysis
import Coverage
import Policy
import Quantities

extension Phrase {
    /// The head of the written scenario.
    static func calibratedNote(isWhole: Bool) -> [String] {
        let both = Phrase(
            id: "lindung calibrate: laju dari tabel pemantauan, dengan rentang 90 % dan korelasi.",
            en: "lindung calibrate: rates from a monitoring table, with 90 % ranges and"
                + " correlations.")
        let use = Phrase(
            id: "Salin kedua bagian ini ke sebuah skenario di sebelah settings.csv.",
            en: "Copy both sections into a scenario beside settings.csv.")
        return ([both] + (isWhole ? [] : [use])).flatMap { [$0.indonesian, $0.english] }
    }

    /// A rate's key; leaving has none.
    static func rateName(_ key: String) -> Phrase {
        key == "leaving"
            ? Phrase(id: "keluar, semua sebab", en: "leaving, all causes") : Phrase(same: "\(key)")
    }

    static func notTold(_ segment: String, _ keys: [String]) -> Phrase {
        let names = keys.map(rateName)
        return Phrase(
            "\(segment): data tidak dapat menentukan \(joined: names, by: ", "); tidak masuk"
                + " settings.csv",
            en: "\(segment): the counts cannot tell \(joined: names, by: ", "); not in"
                + " settings.csv")
    }

    static func dispersed(_ segment: String, _ dispersion: Double) -> Phrase {
        Phrase(
            "\(segment): jumlah orang menyebar \(dispersion, decimals: 1) kali lebih lebar"
                + " daripada orang yang berpindah sendiri-sendiri; hanya rata-ratanya dipakai, dan"
                + " rentangnya dilebarkan",
            en: "\(segment): counts spread \(dispersion, decimals: 1) times wider than people who"
                + " move one by one; only their means were used, and ranges are wider")
    }

    static func notSettled(_ segment: String) -> Phrase {
        Phrase(
            id: "\(segment): pencarian belum tenang; bacalah lajunya dengan hati-hati",
            en: "\(segment): the search did not come to rest; read its rates with care")
    }

    /// The causes of leaving that counts do not tell apart; nil where rows count each.
    static func leavingIsASum(_ told: [ExitCause]) -> Phrase? {
        let rest = ExitCause.allCases.filter { !told.contains($0) }
        guard !rest.isEmpty else { return nil }
        let keys = rest.map { Phrase(same: "\($0.rate.path)") }
        let words = rest.map(monitored)
        let (id, en) = told.isEmpty ? ("", "") : (" dengan yang lain", " with the others")
        return Phrase(
            "\(joined: keys, by: ", ") hanya diketahui jumlahnya\(id) (keluar, semua sebab), jadi"
                + " tidak masuk settings.csv; baris berstatus \(joined: words, by: ", ")"
                + " membedakannya.",
            en: "\(joined: keys, by: ", ") are known only as a sum\(en) (leaving, all causes), so"
                + " they are not in settings.csv; rows of status \(joined: words, by: ", ") tell"
                + " them apart.")
    }

    /// Causes that rows tell and no scenario takes as they are; nil where there are none.
    static func notTaken(_ told: [ExitCause]) -> Phrase? {
        let keys = told.filter { !$0.isTakenAsItIs }.map { Phrase(same: "\($0.rate.path)") }
        guard !keys.isEmpty else { return nil }
        return Phrase(
            "\(joined: keys, by: ", "): diketahui tetapi tidak masuk settings.csv; kelompok umur"
                + " skenario membawa kematian dan batas umurnya sendiri, dan mortality.load"
                + " mengalikan kematian.",
            en: "\(joined: keys, by: ", "): told but not in settings.csv; the cohorts of a scenario"
                + " bring deaths and ages of their own, and mortality.load multiplies deaths.")
    }

    /// The status of rows that count a cause.
    private static func monitored(_ cause: ExitCause) -> Phrase {
        switch cause {
        case .death: Phrase(id: "'meninggal'", en: "'died'")
        case .ageLimit: Phrase(id: "'batas umur'", en: "'past the age limit'")
        case .outOfLabourForce:
            Phrase(id: "'keluar angkatan kerja'", en: "'out of the labour force'")
        case .movedAway: Phrase(id: "'pindah'", en: "'moved away'")
        }
    }

    static let gapNote = Phrase(
        id: "angka terakhir tiap daerah; harga orang-bulan ada di bawah",
        en: "last figures of each region; prices of a person-month are below")

    /// In what month the law is asked.
    static func priceNote(_ months: [Month]) -> Phrase {
        let names = months.map { Phrase(same: "\($0)") }
        return Phrase(
            "iuran yang ditagih kepada penutup kekurangan menurut hukum pada"
                + " \(joined: names, by: ", "); program, jalur dan dasar menurut sumber",
            en: "what whoever closes the gap is charged under the law of"
                + " \(joined: names, by: ", "); programmes, route and base as the source has them")
    }

    /// What was noticed, and what was done.
    static func finding(_ finding: CalibrationFinding, _ result: CalibrationResult) -> Phrase {
        switch finding {
        case .missing(let place, let months):
            Phrase(
                "\(result.name(place)): tanpa data lengkap pada \(listed(months)); pasangan bulan"
                    + " dengannya tidak dipakai",
                en: "\(result.name(place)): no complete counts in \(listed(months)); pairs of"
                    + " months with them were left out")
        case .revised(let place, let cells):
            Phrase(
                "\(result.name(place)): angka diperbaiki baris yang lebih bawah, pada"
                    + " \(listed(cells.keys.sorted())) (\(cells.values.reduce(0, +)) angka); yang"
                    + " terakhir dipakai",
                en: "\(result.name(place)): later rows revise counts of"
                    + " \(listed(cells.keys.sorted())) (cells: \(cells.values.reduce(0, +))); the"
                    + " last ones were used")
        case .nowhere(let place, let month, let persons):
            Phrase(
                "\(result.name(place)), \(month): \(persons.rounded()) orang muncul entah dari"
                    + " mana; bulan ini tidak dipakai",
                en: "\(result.name(place)), \(month): \(persons.rounded()) persons appear from"
                    + " nowhere; this month was left out")
        case .leap(let place, let month, let status, let deviation):
            Phrase(
                "\(result.name(place)), \(month): \(statusName(status))"
                    + " \(abs(deviation), decimals: 0) simpangan baku \(way(deviation).indonesian);"
                    + " bulan ini tidak dipakai",
                en: "\(result.name(place)), \(month): \(statusName(status))"
                    + " \(abs(deviation), decimals: 0) standard deviations"
                    + " \(way(deviation).english); this month was left out")
        case .yearEnd(let segment, let month, let places):
            Phrase(
                "\(segment), \(month): lonjakan pergantian tahun di \(places) daerah; tidak"
                    + " dipakai",
                en: "\(segment), \(month): a leap at the turn of the year in \(places) regions;"
                    + " left out")
        case .redrawn, .entrantsUnknown, .flowsUnknown: wholeFinding(finding)
        }
    }

    private static func way(_ deviation: Double) -> Phrase {
        deviation > 0
            ? Phrase(id: "di atas yang diperkirakan", en: "above what is expected")
            : Phrase(id: "di bawah yang diperkirakan", en: "below what is expected")
    }

    /// What concerns regions as such, or the whole table.
    private static func wholeFinding(_ finding: CalibrationFinding) -> Phrase {
        switch finding {
        case .redrawn(let change): redrawn(change)
        case .entrantsUnknown:
            Phrase(
                id: "Tabel tidak menghitung pekerja baru: jumlah yang belum terlindungi tidak"
                    + " dipakai.",
                en: "The table does not count entrants: the number of the unprotected was not used."
            )
        case .flowsUnknown:
            Phrase(
                id: "Tabel tidak menghitung yang didaftarkan dan dilepas: banyaknya yang dibiayai"
                    + " dianggap keputusan.",
                en: "The table does not count enrolments and releases: the number funded was taken"
                    + " as decided.")
        case .missing, .revised, .nowhere, .leap, .yearEnd: Phrase(id: "", en: "")
        }
    }

    private static func redrawn(_ change: RegionChange) -> Phrase {
        let (from, into) = (codes(change.from), codes(change.into))
        let people: Phrase = Phrase(
            "(\(change.before.rounded()) lalu \(change.after.rounded()) orang)",
            en: "(\(change.before.rounded()) persons before, \(change.after.rounded()) after)")
        let (id, en) =
            change.from.count == 1
            ? ("dipecah menjadi", "was split into")
            : change.into.count == 1
                ? ("digabung menjadi", "were merged into") : ("disusun ulang menjadi", "became")
        return Phrase(
            "\(change.month): \(from) \(id) \(into) \(people.indonesian); perubahan itu tidak"
                + " dipakai, dan masing-masing dihitung sebagai daerah sendiri",
            en: "\(change.month): \(from) \(en) \(into) \(people.english); the change was left out,"
                + " and each is taken as a region of its own")
    }

    private static func codes(_ regions: [RegionCode]) -> String {
        regions.map(\.code).joined(separator: ", ")
    }

    /// Up to three months, or the first and the last and how many.
    private static func listed(_ months: [Month]) -> Phrase {
        guard months.count > 3 else {
            return Phrase(same: "\(joined: months.map { Phrase(same: "\($0)") }, by: ", ")")
        }
        let (first, last) = (months[0], months[months.count - 1])
        return Phrase(
            "\(months.count) bulan antara \(first) dan \(last)",
            en: "\(months.count) months between \(first) and \(last)")
    }

    private static func statusName(_ status: MonitoredStatus) -> Phrase {
        switch status {
        case .unprotected: Phrase(id: "yang belum terlindungi", en: "the unprotected")
        case .funded: Phrase(id: "yang dibiayai", en: "the funded")
        case .selfPaying: Phrase(id: "yang mandiri", en: "those who pay themselves")
        case .employer: Phrase(id: "yang lewat pemberi kerja", en: "those with an employer")
        case .lapsed: Phrase(id: "yang putus", en: "the lapsed")
        }
    }
}
