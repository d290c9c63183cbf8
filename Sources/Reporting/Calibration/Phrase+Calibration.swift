import Analysis
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

    static let leavingIsASum = Phrase(
        id: "Keluar adalah jumlah semua sebab (meninggal, batas umur, keluar angkatan kerja,"
            + " pindah); jumlah orang tidak membedakannya, jadi tidak masuk settings.csv.",
        en: "Leaving is the sum of all causes (death, age limit, out of the labour force, moved"
            + " away); counts do not tell them apart, so it is not in settings.csv.")

    static func gapPrice(_ price: Double) -> Phrase {
        Phrase(
            "angka terakhir tiap daerah; rupiah menurut iuran JKK dan JKM bukan penerima upah"
                + " terendah, \(money: price) per orang-bulan",
            en: "last figures of each region; rupiah at the lowest contribution of those who are no"
                + " wage earners (JKK and JKM), \(money: price) per person-month")
    }

    /// What was noticed, and what was done.
    static func finding(_ finding: CalibrationFinding, _ result: CalibrationResult) -> Phrase {
        switch finding {
        case .missing(let place, let months):
            Phrase(
                "\(result.name(place)): \(months.count) bulan tanpa data lengkap, mulai"
                    + " \(months[0]); bulan itu dan sesudahnya tidak dipakai",
                en: "\(result.name(place)): \(months.count) months without complete counts, from"
                    + " \(months[0]); they and the months after were left out")
        case .revised(let place, let cells):
            Phrase(
                "\(result.name(place)): \(cells) angka diperbaiki baris yang lebih bawah; yang"
                    + " terakhir dipakai",
                en: "\(result.name(place)): \(cells) counts were revised by later rows; the last"
                    + " ones were used")
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
        case .split, .entrantsUnknown, .flowsUnknown: wholeFinding(finding)
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
        case .split(let region, let heirs, let month, let persons, let after):
            split(region, heirs.map(\.code).joined(separator: ", "), month, persons, after)
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

    private static func split(
        _ region: RegionCode, _ heirs: String, _ month: Month, _ persons: Double, _ after: Double
    ) -> Phrase {
        Phrase(
            "\(region): berakhir sebelum \(month), saat \(heirs) mulai (\(persons.rounded()) lalu"
                + " \(after.rounded()) orang); dihitung sebagai daerah sendiri-sendiri",
            en: "\(region): ends before \(month), when \(heirs) begin (\(persons.rounded()) then"
                + " \(after.rounded()) persons); taken as regions of their own")
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
