import Analysis
import Formats
import Quantities

extension Phrase {
    static func cutsOf(_ name: String) -> Phrase {
        Phrase(id: "Kuota yang dipotong: '\(name)'", en: "Quotas that were cut: '\(name)'")
    }

    static let inOneOnly = Phrase(id: "hanya di satu", en: "in one only")

    static let orderDiffers = Phrase(id: "urutan", en: "order")

    static func whoPays(_ baseline: String, _ years: String, _ unit: Phrase) -> Phrase {
        Phrase(
            id: "Siapa membayar, \(years): '\(baseline)', lalu selisihnya (\(unit.indonesian))",
            en: "Who pays, \(years): '\(baseline)', then differences (\(unit.english))")
    }

    static let sumOfNeeds = Phrase(id: "kebutuhan iuran", en: "contributions needed")

    static func nowPays(
        _ purse: String, _ segment: String, _ amount: Rupiah, _ language: Language
    ) -> String {
        let money = language.money(Double(amount.amount))
        return language == .indonesian
            ? "\(purse) kini membayar \(segment) (\(money))"
            : "\(purse) now pays for \(segment) (\(money))"
    }

    static func pushedOff(
        _ segment: String, _ from: String, _ to: [(name: String, amount: Rupiah)],
        _ language: Language
    ) -> String {
        let sum = language.money(to.reduce(0) { $0 + Double($1.amount.amount) })
        let parts = to.map { part in
            to.count > 1
                ? "\(part.name) (\(language.money(Double(part.amount.amount))))" : part.name
        }
        let list = together(parts, language)
        return language == .indonesian
            ? "\(segment) (\(sum)) pindah dari \(from) ke \(list)"
            : "\(segment) (\(sum)) moved from \(from) to \(list)"
    }

    static func firstYearAndHorizon(_ years: String) -> Phrase {
        Phrase(
            id: "Tahun pertama yang berbeda, lalu seluruh periode \(years)",
            en: "The first year that differs, then the whole horizon \(years)")
    }

    static let coverageAverage = Phrase(
        id: "Cakupan terbayar rata-rata, seluruh periode",
        en: "Average paid coverage, the whole horizon")

    static let billOverHorizon = Phrase(
        id: "Kebutuhan iuran, seluruh periode",
        en: "Contributions needed, the whole horizon")

    static let whyDifferent = Phrase(
        id: "Asal selisih menurut kunci yang berubah",
        en: "Where differences come from, by changed key")

    static func changesNothing(_ name: String, _ reasons: [Phrase]) -> Phrase {
        Phrase { language in
            let why = reasons.map { $0[language] }.joined(separator: "; ")
            return language == .indonesian
                ? "'\(name)' tidak mengubah apa pun: \(why)."
                : "'\(name)' changes nothing: \(why)."
        }
    }

    static let setsNothing = Phrase(
        id: "berkasnya tidak menetapkan nilai yang lain", en: "its file sets no other value")

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

    static func sameAsParent(_ key: String) -> Phrase {
        Phrase(
            id: "nilai '\(key)' sama dengan nilai skenario acuan",
            en: "'\(key)' has the value that it has in the baseline")
    }

    static func purseOfNobody(_ key: String, _ purse: String) -> Phrase {
        Phrase(
            id: """
                '\(key)' tidak berpengaruh karena sumber dana '\(purse)' tidak membayar segmen \
                mana pun yang punya kuota
                """,
            en: """
                '\(key)' has no effect, because the purse '\(purse)' pays for no segment that has \
                a quota
                """)
    }

    static func purseNotBinding(_ key: String, _ purse: String, _ paid: Rupiah) -> Phrase {
        Phrase { language in
            let money = language.money(Double(paid.amount))
            return language == .indonesian
                ? "'\(key)' tidak berpengaruh karena sumber dana '\(purse)' membayar sama"
                    + " banyaknya (\(money)) dengan nilai lama maupun baru"
                : "'\(key)' has no effect, because the purse '\(purse)' pays as much (\(money))"
                    + " with the old value as with the new one"
        }
    }

    static func segmentUnpaid(_ key: String, _ segment: String) -> Phrase {
        Phrase(
            id: "'\(key)' tidak berpengaruh karena segmen '\(segment)' tidak punya kuota",
            en: "'\(key)' has no effect, because the segment '\(segment)' has no quota")
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
        Phrase { language in
            let isIndonesian = language == .indonesian
            var parts = [
                abs(needs) >= 0.5
                    ? (isIndonesian ? "kebutuhan iuran " : "contributions needed ")
                        + difference(needs, language)
                    : (isIndonesian ? "kebutuhan iuran sama" : "contributions needed are equal")
            ]
            if abs(gap) >= 0.5 {
                parts.append(
                    (isIndonesian ? "kekurangan pagu " : "unfunded gap ")
                        + difference(gap, language))
            }
            if abs(months) >= 0.5 {
                parts.append(
                    count(months, language)
                        + (isIndonesian ? " orang-bulan terbayar" : " person-months paid"))
            }
            if abs(waiting) >= 0.5 {
                parts.append(
                    count(waiting, language)
                        + (isIndonesian ? " orang-bulan di masa tunggu" : " person-months waiting"))
            }
            let head =
                isIndonesian
                ? "'\(name)' berbeda dari '\(baseline)' mulai \(year): "
                : "'\(name)' differs from '\(baseline)' from \(year) on: "
            return head + parts.joined(separator: ", ") + "; "
                + shares(year, average, end, language) + "."
        }
    }

    static func shares(
        _ year: Int, _ average: (before: Double, after: Double),
        _ end: (before: Double, after: Double), _ language: Language
    ) -> String {
        let mean = language.numbers.percent(average.after)
        let last = language.numbers.percent(end.after)
        let isSame = [average, end].allSatisfy { abs($0.after - $0.before) < 0.0005 }
        switch language {
        case .indonesian:
            return isSame
                ? "cakupan \(year) tetap, rata-rata \(mean)"
                : "cakupan \(year) rata-rata \(mean) (\(step(average, language))), akhir tahun"
                    + " \(last) (\(step(end, language)))"
        case .english:
            return isSame
                ? "coverage in \(year) stays at \(mean) on average"
                : "coverage in \(year) \(mean) on average (\(step(average, language))), \(last) at"
                    + " the end (\(step(end, language)))"
        }
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
        Phrase { language in
            let numbers = language.numbers
            let people = spans.map { span in
                "\(span.name[language]): " + self.spans(span.first, span.second, language)
            }.joined(separator: "; ")
            let detail = people.isEmpty ? "" : " (\(people))"
            let wait = numbers.format(abs(waiting))
            let shares = [average.0, average.1, end.0, end.1].map { numbers.percent($0) }
            let money = abs(added) >= 0.5 ? difference(added, language) : nil
            let how = choice(spans)
            /// Two shares side by side, or one where both read the same.
            func both(_ place: Int, _ language: Language) -> String {
                let (first, second) = (shares[place], shares[place + 1])
                return language == .indonesian
                    ? (first == second ? "\(first) di keduanya" : "\(first) dibanding \(second)")
                    : (first == second ? "\(first) in both" : "\(first) against \(second)")
            }
            let waits = abs(waiting) >= 0.5
            let more = waiting > 0 ? names.0 : names.1
            switch language {
            case .indonesian:
                return "Uang sama" + (money.map { " (\($0) terhadap '\(baseline)')" } ?? "")
                    + ": '\(names.0)' \(how.indonesian) '\(names.1)'\(detail)"
                    + (waits
                        ? (waiting > 0
                            ? ", dan \(wait) orang-bulan lebih banyak di masa tunggu"
                            : ", dan di '\(more)' \(wait) orang-bulan lebih banyak di masa tunggu")
                        : "")
                    + "; cakupan \(year) rata-rata \(both(0, language)), akhir tahun"
                    + " \(both(2, language))."
            case .english:
                return "Same money" + (money.map { " (\($0) against '\(baseline)')" } ?? "")
                    + ": '\(names.0)' \(how.english) '\(names.1)'\(detail)"
                    + (waits
                        ? (waiting > 0
                            ? ", and \(wait) more person-months wait"
                            : ", and in '\(more)' \(wait) more person-months wait")
                        : "")
                    + "; coverage in \(year) is \(both(0, language)) on average and"
                    + " \(both(2, language)) at the end of the year."
            }
        }
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

    static func spans(
        _ first: PaidSpan, _ second: PaidSpan, _ language: Language
    ) -> String {
        let numbers = language.numbers
        let people = [first, second].map { numbers.format($0.persons) }
        let months = [first, second].map {
            language.significant(($0.months * 10).rounded() / 10)
        }
        return language == .indonesian
            ? "\(people[0]) orang × \(months[0]) bulan, bukan \(people[1]) × \(months[1])"
            : "\(people[0]) persons × \(months[0]) months, not \(people[1]) × \(months[1])"
    }

    static func widest(
        _ name: String, _ baseline: String, _ years: String, coverage: Double, difference: Double,
        bill: Double
    ) -> Phrase {
        Phrase { language in
            let share = language.numbers.percent(coverage)
            let (change, money) = (points(difference, language), self.difference(bill, language))
            return language == .indonesian
                ? "Cakupan terbayar rata-rata \(years) tertinggi di '\(name)': \(share), \(change)"
                    + " terhadap '\(baseline)', dengan kebutuhan iuran \(money)."
                : "Average paid coverage of \(years) is highest in '\(name)': \(share), \(change)"
                    + " against '\(baseline)', with contributions needed \(money)."
        }
    }

    static func cheapest(
        _ name: String, _ baseline: String, bill: Double, difference: Double
    ) -> Phrase {
        Phrase { language in
            let (money, change) = (
                self.difference(bill, language), points(difference, language)
            )
            return language == .indonesian
                ? "Kebutuhan iuran terkecil di '\(name)': \(money) terhadap '\(baseline)', cakupan"
                    + " rata-rata \(change)."
                : "Contributions needed are least in '\(name)': \(money) against '\(baseline)',"
                    + " average coverage \(change)."
        }
    }

    static func shortest(_ name: String, gap: Double, closed: Double) -> Phrase {
        Phrase { language in
            let (short, share) = (language.money(gap), language.numbers.percent(closed))
            return language == .indonesian
                ? "Kekurangan pagu terbesar di '\(name)': \(short); bila ditutup, cakupan"
                    + " rata-ratanya \(share)."
                : "The unfunded gap is largest in '\(name)': \(short); if it were closed, average"
                    + " coverage would be \(share)."
        }
    }

    static func drawnChange(
        _ name: String, _ draws: Int, coverage: String, coverageUp: Double, bill: String,
        billUp: Double
    ) -> Phrase {
        Phrase { language in
            let count = language.numbers.format(Int64(draws))
            let shares = [coverageUp, billUp].map { language.numbers.percent($0, decimals: 0) }
            return language == .indonesian
                ? "Dari \(count) simulasi acak '\(name)' mengubah cakupan rata-rata \(coverage) dan"
                    + " kebutuhan iuran \(bill); naik di \(shares[0]) dan \(shares[1]) simulasi."
                : "In \(count) draws '\(name)' changes average coverage by \(coverage) and"
                    + " contributions needed by \(bill); they rise in \(shares[0]) and \(shares[1])"
                    + " of draws."
        }
    }

    static func step(
        _ pair: (before: Double, after: Double), _ language: Language
    ) -> String {
        points(pair.after - pair.before, language)
    }

    static func count(_ number: Double, _ language: Language) -> String {
        let text = language.numbers.format(number)
        return number >= 0.5 ? "+" + text : text
    }
}
