import Analysis
import Formats
import Quantities

extension Phrase {
    static func nowPays(_ purse: Phrase, _ segment: Phrase, _ amount: Rupiah) -> Phrase {
        let money = Double(amount.amount)
        return Phrase(
            "\(purse) kini membayar \(segment) (\(money: money))",
            en: "\(purse) now pays for \(segment) (\(money: money))")
    }

    static func pushedOff(
        _ segment: Phrase, _ from: Phrase, _ to: [(name: Phrase, amount: Rupiah)]
    ) -> Phrase {
        let sum = to.reduce(0) { $0 + Double($1.amount.amount) }
        let parts = to.map { part in
            to.count > 1
                ? Phrase(same: "\(part.name) (\(money: Double(part.amount.amount)))") : part.name
        }
        let list = together(parts)
        return Phrase(
            "\(segment) (\(money: sum)) pindah dari \(from) ke \(list)",
            en: "\(segment) (\(money: sum)) moved from \(from) to \(list)")
    }

    static func firstYearAndHorizon(_ years: String) -> Phrase {
        Phrase(
            id: "Tahun pertama yang berbeda, lalu seluruh periode \(years)",
            en: "The first year that differs, then the whole horizon \(years)")
    }

    static func changesNothing(_ name: String, _ reasons: [Phrase]) -> Phrase {
        Phrase(
            "'\(name)' tidak mengubah apa pun: \(joined: reasons, by: "; ").",
            en: "'\(name)' changes nothing: \(joined: reasons, by: "; ").")
    }

    static func beyondHorizon(
        _ key: String, from month: Month, _ horizon: ClosedRange<Month>
    ) -> Phrase {
        let period = "\(horizon.lowerBound) – \(horizon.upperBound)"
        return Phrase(
            id: "'\(key)' baru berlaku \(month), di luar periode \(period)",
            en: "'\(key)' begins in \(month), outside the period \(period)")
    }

    static func beyondHorizon(
        _ key: String, until month: Month, _ horizon: ClosedRange<Month>
    ) -> Phrase {
        let period = "\(horizon.lowerBound) – \(horizon.upperBound)"
        return Phrase(
            id: "'\(key)' berakhir \(month), di luar periode \(period)",
            en: "'\(key)' ends in \(month), outside the period \(period)")
    }

    static func movesNothing(_ key: String) -> Phrase {
        Phrase(
            id: "'\(key)' bernilai lain, tetapi tidak menggerakkan satu angka pun",
            en: "'\(key)' has another value, but moves no figure")
    }

    static func scenarioChange(
        _ name: String, _ baseline: String, year: Int, needs: Double, gap: Double, months: Double,
        waiting: Double, average: (before: Double, after: Double),
        end: (before: Double, after: Double)
    ) -> Phrase {
        let parts: [Phrase?] = [
            abs(needs) < 0.5
                ? Phrase(id: "kebutuhan iuran sama", en: "contributions needed are equal")
                : Phrase(
                    "kebutuhan iuran \(difference: needs)",
                    en: "contributions needed \(difference: needs)"),
            abs(gap) < 0.5
                ? nil
                : Phrase(
                    "kekurangan pagu \(difference: gap)", en: "unfunded gap \(difference: gap)"),
            abs(months) < 0.5
                ? nil
                : Phrase(
                    "\(more: months) orang-bulan terbayar", en: "\(more: months) person-months paid"
                ),
            abs(waiting) < 0.5
                ? nil
                : Phrase(
                    "\(more: waiting) orang-bulan di masa tunggu",
                    en: "\(more: waiting) person-months waiting"),
        ]
        let (said, shares) = (parts.compactMap(\.self), shares(year, average, end))
        return Phrase(
            "'\(name)' berbeda dari '\(baseline)' mulai \(digits: year): \(joined: said, by: ", ");"
                + " \(shares).",
            en: "'\(name)' differs from '\(baseline)' from \(digits: year) on:"
                + " \(joined: said, by: ", "); \(shares).")
    }

    static func shares(
        _ year: Int, _ average: (before: Double, after: Double),
        _ end: (before: Double, after: Double)
    ) -> Phrase {
        let (mean, last) = (average.after, end.after)
        guard [average, end].contains(where: { abs($0.after - $0.before) >= 0.0005 }) else {
            return Phrase(
                "cakupan \(digits: year) tetap, rata-rata \(percent: mean)",
                en: "coverage in \(digits: year) stays at \(percent: mean) on average")
        }
        let (step, lastStep) = (mean - average.before, last - end.before)
        return Phrase(
            "cakupan \(digits: year) rata-rata \(percent: mean) (\(points: step)), akhir tahun"
                + " \(percent: last) (\(points: lastStep))",
            en: "coverage in \(digits: year) \(percent: mean) on average (\(points: step)),"
                + " \(percent: last) at the end (\(points: lastStep))")
    }

    /// Two scenarios that cost the same: who is paid for, for how long, and who waits.
    ///
    /// - Parameters:
    ///   - spans: of the segments that differ most, in both.
    ///   - waiting: person-months by which the first waits more.
    static func tradeOff(
        _ names: (String, String), year: Int, added: Double, baseline: String,
        spans: [(name: Phrase, first: PaidSpan, second: PaidSpan)], waiting: Double,
        average: (Double, Double), end: (Double, Double)
    ) -> Phrase {
        let people = spans.map {
            Phrase(same: "\($0.name): \(self.spans($0.first, $0.second))")
        }
        let detail = Phrase(same: "\(" (\(joined: people, by: "; "))", if: !people.isEmpty)")
        let (how, isDear, waits) = (choice(spans), abs(added) >= 0.5, abs(waiting) >= 0.5)
        let wait = Phrase(same: "\(abs(waiting))")
        let longer =
            waiting > 0
            ? Phrase(
                ", dan \(wait) orang-bulan lebih banyak di masa tunggu",
                en: ", and \(wait) more person-months wait")
            : Phrase(
                ", dan di '\(names.1)' \(wait) orang-bulan lebih banyak di masa tunggu",
                en: ", and in '\(names.1)' \(wait) more person-months wait")
        let (mean, last) = (both(average), both(end))
        return Phrase(
            "Uang sama\(" (\(difference: added) terhadap '\(baseline)')", if: isDear):"
                + " '\(names.0)' \(how) '\(names.1)'\(detail)\("\(longer)", if: waits); cakupan"
                + " \(digits: year) rata-rata \(mean), akhir tahun \(last).",
            en: "Same money\(" (\(difference: added) against '\(baseline)')", if: isDear):"
                + " '\(names.0)' \(how) '\(names.1)'\(detail)\("\(longer)", if: waits); coverage in"
                + " \(digits: year) is \(mean) on average and \(last) at the end of the year.")
    }

    /// Two shares side by side, or one where both read the same.
    private static func both(_ shares: (Double, Double)) -> Phrase {
        let first = Phrase(same: "\(percent: shares.0)")
        let second = Phrase(same: "\(percent: shares.1)")
        return first == second
            ? Phrase("\(first) di keduanya", en: "\(first) in both")
            : Phrase("\(first) dibanding \(second)", en: "\(first) against \(second)")
    }

    static func choice(
        _ spans: [(name: Phrase, first: PaidSpan, second: PaidSpan)]
    ) -> Phrase {
        let persons = spans.reduce(0) { $0 + $1.first.persons - $1.second.persons }
        let months = spans.reduce(0) { $0 + $1.first.months - $1.second.months }
        if persons > 0.5, months < -0.05 {
            return Phrase(
                id: "melindungi lebih banyak orang untuk waktu lebih pendek daripada",
                en: "protects more people for a shorter time than")
        }
        if persons > 0.5 {
            return Phrase(
                id: "melindungi lebih banyak orang daripada", en: "protects more people than")
        }
        if months < -0.05 {
            return Phrase(
                id: "melindungi untuk waktu lebih pendek daripada",
                en: "protects for a shorter time than")
        }
        return Phrase(
            id: "membayar orang dan bulan yang sama banyaknya dengan",
            en: "pays for as many people and months as")
    }

    static func spans(_ first: PaidSpan, _ second: PaidSpan) -> Phrase {
        let months = [first, second].map { ($0.months * 10).rounded() / 10 }
        let other = Phrase(same: "\(second.persons) × \(significant: months[1])")
        return Phrase(
            "\(first.persons) orang × \(significant: months[0]) bulan, bukan \(other)",
            en: "\(first.persons) persons × \(significant: months[0]) months, not \(other)")
    }

    static func widest(
        _ name: String, _ baseline: String, _ years: String, coverage: Double, difference: Double,
        bill: Double
    ) -> Phrase {
        Phrase(
            "Cakupan terbayar rata-rata \(years) tertinggi di '\(name)': \(percent: coverage),"
                + " \(points: difference) terhadap '\(baseline)', dengan kebutuhan iuran"
                + " \(difference: bill).",
            en: "Average paid coverage of \(years) is highest in '\(name)': \(percent: coverage),"
                + " \(points: difference) against '\(baseline)', with contributions needed"
                + " \(difference: bill)."
        )
    }

    static func cheapest(
        _ name: String, _ baseline: String, bill: Double, difference: Double
    ) -> Phrase {
        Phrase(
            "Kebutuhan iuran terkecil di '\(name)': \(difference: bill) terhadap '\(baseline)',"
                + " cakupan rata-rata \(points: difference).",
            en: "Contributions needed are least in '\(name)': \(difference: bill) against"
                + " '\(baseline)', average coverage \(points: difference)."
        )
    }

    static func shortest(_ name: String, gap: Double, closed: Double) -> Phrase {
        Phrase(
            "Kekurangan pagu terbesar di '\(name)': \(money: gap); bila ditutup, cakupan"
                + " rata-ratanya \(percent: closed).",
            en: "The unfunded gap is largest in '\(name)': \(money: gap); if it were closed,"
                + " average coverage would be \(percent: closed)."
        )
    }

    static func drawnChange(
        _ name: String, _ draws: Int, coverage: String, coverageUp: Double, bill: String,
        billUp: Double
    ) -> Phrase {
        Phrase(
            "Dari \(draws) simulasi acak '\(name)' mengubah cakupan rata-rata \(coverage) dan"
                + " kebutuhan iuran \(bill); naik di \(percent: coverageUp, decimals: 0) dan"
                + " \(percent: billUp, decimals: 0) simulasi.",
            en: "In \(draws) draws '\(name)' changes average coverage by \(coverage) and"
                + " contributions needed by \(bill); they rise in"
                + " \(percent: coverageUp, decimals: 0) and \(percent: billUp, decimals: 0) of"
                + " draws."
        )
    }
}

extension Phrase.Text.StringInterpolation {
    /// How much more: `+1.200`.
    fileprivate mutating func appendInterpolation(more number: Double) {
        appendInterpolation("\("+", if: number >= 0.5)\(number)", if: true)
    }
}
