import Quantities

extension Phrase {
    /// How many are covered in a year, on average and at its end.
    ///
    /// - Parameters:
    ///   - employed: the share of employed persons at the end; NaN where it is not known.
    ///   - funded: persons at the end for whom a purse pays.
    ///   - closed: average and end if the gap were closed; nil where there is no gap.
    static func coverageAnswer(
        _ year: Int, average: Double, end: Double, employed: Double, funded: Double,
        closed: (average: Double, end: Double)?
    ) -> Phrase {
        let isKnown = !employed.isNaN
        let other =
            closed.map {
                Phrase(
                    " Bila kekurangan pagu ditutup: rata-rata \(percent: $0.average), akhir tahun"
                        + " \(percent: $0.end).",
                    en: " If the gap were closed: \(percent: $0.average) on average,"
                        + " \(percent: $0.end) at the end.")
            } ?? Phrase(same: "")
        return Phrase(
            "Pada \(digits: year) iuran \(percent: average) pekerja terbayar sebagai rata-rata"
                + " setahun, dan \(percent: end) pada akhir tahun"
                + "\(", atau \(percent: employed) penduduk bekerja", if: isKnown); \(funded) orang"
                + " di antaranya penerima bantuan iuran.\(other)",
            en: "In \(digits: year) the contributions of \(percent: average) of workers are paid as"
                + " an average of the year, and of \(percent: end) at its end"
                + "\(", or \(percent: employed) of employed persons", if: isKnown); purses pay for"
                + " \(funded) of them.\(other)")
    }

    static func allPaid(
        _ years: String, needs: Double, first: (name: Phrase, amount: Double)
    ) -> Phrase {
        Phrase(
            "Kebutuhan iuran \(years) \(money: needs), seluruhnya dibayar sumber dana; terbanyak"
                + " \(first.name) (\(money: first.amount)).",
            en: "Contributions needed in \(years): \(money: needs), all paid by purses; most by"
                + " \(first.name) (\(money: first.amount))."
        )
    }

    static func drawnRanges(_ draws: Int, coverage: String, needs: String) -> Phrase {
        Phrase(
            "Rentang 90 % dari \(draws) simulasi acak: cakupan akhir \(coverage), kebutuhan iuran"
                + " \(needs).",
            en: "90 % range of \(draws) draws: coverage at the end \(coverage), contributions"
                + " needed \(needs)."
        )
    }

    static func paidSegments(
        _ segments: [(name: Phrase, months: Double)], rest: (count: Int, months: Double)
    ) -> Phrase {
        var parts = segments.map { Phrase(same: "\($0.name) \($0.months)") }
        if rest.count > 0 {
            parts.append(
                Phrase(
                    "\(digits: rest.count) segmen lain \(rest.months)",
                    en: "\(digits: rest.count) other segments \(rest.months)"))
        }
        return Phrase(same: "\(joined: parts, by: "; ")")
    }

    static func protectionLine(
        deaths: Double, accidents: Double, jkm: Double, jkk: Double, ratio: Double
    ) -> Phrase {
        Phrase(
            "\(deaths) peserta meninggal dan \(accidents) kecelakaan kerja diharapkan; manfaat JKM"
                + " \(money: jkm), JKK \(money: jkk); rasio klaim \(percent: ratio)",
            en: "\(deaths) deaths and \(accidents) work accidents of the protected are expected;"
                + " benefits of JKM \(money: jkm), of JKK \(money: jkk); claim ratio"
                + " \(percent: ratio)")
    }
}
