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
        Phrase { language in
            let percent = { (share: Double) in language.numbers.percent(share) }
            let people = language.numbers.format(funded)
            let other = closed.map { (percent($0.average), percent($0.end)) }
            switch language {
            case .indonesian:
                let share = employed.isNaN ? "" : ", atau \(percent(employed)) penduduk bekerja"
                return "Pada \(year) iuran \(percent(average)) pekerja terbayar sebagai rata-rata"
                    + " setahun, dan \(percent(end)) pada akhir tahun\(share); \(people) orang di"
                    + " antaranya penerima bantuan iuran."
                    + (other.map {
                        " Bila kekurangan pagu ditutup: rata-rata \($0.0), akhir tahun \($0.1)."
                    } ?? "")
            case .english:
                let share = employed.isNaN ? "" : ", or \(percent(employed)) of employed persons"
                return "In \(year) the contributions of \(percent(average)) of workers are paid as"
                    + " an average of the year, and of \(percent(end)) at its end\(share); purses"
                    + " pay for \(people) of them."
                    + (other.map {
                        " If the gap were closed: \($0.0) on average, \($0.1) at the end."
                    } ?? "")
            }
        }
    }

    static let nothingToPay = Phrase(
        id: "Tidak ada iuran yang diminta dari dana publik.",
        en: "No contribution is asked of public money.")

    static func allPaid(
        _ years: String, needs: Double, first: (name: Phrase, amount: Double)
    ) -> Phrase {
        Phrase { language in
            let (bill, most) = (language.money(needs), language.money(first.amount))
            return language == .indonesian
                ? "Kebutuhan iuran \(years) \(bill), seluruhnya dibayar sumber dana; terbanyak"
                    + " \(first.name[language]) (\(most))."
                : "Contributions needed in \(years): \(bill), all paid by purses; most by"
                    + " \(first.name[language]) (\(most))."
        }
    }

    static func partPaid(
        _ years: String, needs: Double, paid: Double, gap: Double, months: Double, since: Int
    ) -> Phrase {
        Phrase { language in
            let (bill, part, rest) = (
                language.money(needs), language.money(paid), language.money(gap)
            )
            let unpaid = language.numbers.format(months)
            return language == .indonesian
                ? "Kebutuhan iuran \(years) \(bill): \(part) dibayar sumber dana, \(rest)"
                    + " kekurangan pagu, mulai \(since); \(unpaid) orang-bulan tidak terbayar."
                : "Contributions needed in \(years): \(bill), of which purses pay \(part);"
                    + " \(rest) is a gap, from \(since) on, and \(unpaid) person-months are not"
                    + " paid."
        }
    }

    static func drawnRanges(_ draws: Int, coverage: String, needs: String) -> Phrase {
        Phrase { language in
            let count = language.numbers.format(Int64(draws))
            return language == .indonesian
                ? "Rentang 90 % dari \(count) simulasi acak: cakupan akhir \(coverage), kebutuhan"
                    + " iuran \(needs)."
                : "90 % range of \(count) draws: coverage at the end \(coverage), contributions"
                    + " needed \(needs)."
        }
    }

    static func paidSegments(
        _ segments: [(name: Phrase, months: Double)], rest: (count: Int, months: Double)
    ) -> Phrase {
        Phrase { language in
            var parts = segments.map {
                "\($0.name[language]) \(language.numbers.format($0.months))"
            }
            if rest.count > 0 {
                let months = language.numbers.format(rest.months)
                parts.append(
                    language == .indonesian
                        ? "\(rest.count) segmen lain \(months)"
                        : "\(rest.count) other segments \(months)")
            }
            return parts.joined(separator: "; ")
        }
    }

    static func protectionLine(
        deaths: Double, accidents: Double, jkm: Double, jkk: Double, ratio: Double
    ) -> Phrase {
        Phrase { language in
            let (dead, hurt) = (
                language.numbers.format(deaths), language.numbers.format(accidents)
            )
            let benefits = (language.money(jkm), language.money(jkk))
            let share = language.numbers.percent(ratio)
            return language == .indonesian
                ? "\(dead) peserta meninggal dan \(hurt) kecelakaan kerja diharapkan; manfaat JKM"
                    + " \(benefits.0), JKK \(benefits.1); rasio klaim \(share)"
                : "\(dead) deaths and \(hurt) work accidents of the protected are expected;"
                    + " benefits of JKM \(benefits.0), of JKK \(benefits.1); claim ratio \(share)"
        }
    }

    static let lineSegments = Phrase(
        id: "Orang-bulan terbayar", en: "Paid person-months")

    static let lineProtection = Phrase(id: "Manfaat", en: "Benefits")

    static let lineFiscal = Phrase(id: "Uji fiskal", en: "Fiscal tests")

    static let lineData = Phrase(id: "Data", en: "Data")

    static let inShort = Phrase(id: "Ringkasnya", en: "In short")
}
