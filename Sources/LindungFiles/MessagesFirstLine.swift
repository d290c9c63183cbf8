import Analysis
import Policy
import Quantities

/// The first lines of commands whose tables do not answer by themselves.
extension Messages {
    /// Whether scenarios passed, and how much there is to look at.
    public static func checkAnswer(_ scenarios: Int, failed: [String], warnings: Int) -> Phrase {
        Phrase { language in
            let count = language.numbers.format(Int64(scenarios))
            let names = together(failed.map { "'\($0)'" }, language)
            let notes = language.numbers.format(Int64(warnings))
            switch language {
            case .indonesian:
                let verdict =
                    failed.isEmpty
                    ? "Lulus: \(count) skenario memenuhi semua pemeriksaan hasil"
                    : "Tidak lulus: \(names) (\(failed.count) dari \(count) skenario)"
                return verdict
                    + (warnings > 0
                        ? "; \(notes) peringatan tentang masukan di atas."
                        : "; tidak ada peringatan tentang masukan.")
            case .english:
                let verdict =
                    failed.isEmpty
                    ? "Passed: \(count) \(scenarios == 1 ? "scenario meets" : "scenarios meet")"
                        + " all checks of results"
                    : "Failed: \(names) (\(failed.count) of \(count) scenarios)"
                let word = warnings == 1 ? "warning" : "warnings"
                return verdict
                    + (warnings > 0
                        ? "; \(notes) \(word) about the input above."
                        : "; no warnings about the input.")
            }
        }
    }

    /// How many keys two scenarios set differently, and the first of them.
    public static func diffAnswer(_ names: (String, String), keys: [String]) -> Phrase {
        Phrase { language in
            let count = language.numbers.format(Int64(keys.count))
            let shown = keys.prefix(4).joined(separator: ", ") + (keys.count > 4 ? ", …" : "")
            return language == .indonesian
                ? "'\(names.1)' berbeda dari '\(names.0)' pada \(count) kunci: \(shown)."
                : "'\(names.1)' differs from '\(names.0)' in \(count)"
                    + " \(keys.count == 1 ? "key" : "keys"): \(shown)."
        }
    }

    /// Whether the installation may be used.
    public static func doctorAnswer(_ parts: Int, failed: Int) -> Phrase {
        failed == 0
            ? Phrase(
                id: "Siap dipakai: \(parts) bagian lulus.", en: "Ready: \(parts) parts passed.")
            : Phrase(
                id: "Belum siap: \(failed) dari \(parts) bagian gagal.",
                en: "Not ready: \(failed) of \(parts) parts failed.")
    }

    /// What is owed in all.
    static func tariffAnswer(_ total: Rupiah, isOnce: Bool) -> Phrase {
        Phrase { language in
            let money = language.numbers.format(total)
            let period = isOnce ? "untuk seluruh masa" : "per orang sebulan"
            return language == .indonesian
                ? "Iuran seluruhnya \(money) \(period)."
                : "Contributions come to \(money)"
                    + " \(isOnce ? "for the whole period" : "for a person and month")."
        }
    }

    /// What the last stage needs against the first, and why.
    static func stagesAnswer(
        _ first: (name: Phrase, bill: Rupiah), _ last: (name: Phrase, bill: Rupiah),
        causes: StageVariance.Split, gap: Rupiah
    ) -> Phrase {
        Phrase { language in
            let bills = [first.bill, last.bill].map { language.money(Double($0.amount)) }
            let change = Double((last.bill - first.bill).amount)
            let share = first.bill == .zero ? Double.nan : change / Double(first.bill.amount)
            let percent =
                share.isNaN
                ? "" : " (\(share > 0 ? "+" : "")\(language.numbers.percent(share)))"
            let parts = [causes.people, causes.months, causes.price].map {
                difference(Double($0.amount), language)
            }
            let short = language.money(Double(gap.amount))
            return language == .indonesian
                ? "Kebutuhan iuran \(bills[0]) di \(first.name[language]) menjadi \(bills[1]) di"
                    + " \(last.name[language]): \(difference(change, language))\(percent), karena"
                    + " orang \(parts[0]), bulan \(parts[1]), harga \(parts[2]); kekurangan pagu"
                    + " terakhir \(short)."
                : "Contributions needed go from \(bills[0]) in \(first.name[language]) to"
                    + " \(bills[1]) in \(last.name[language]): \(difference(change, language))"
                    + "\(percent), by people \(parts[0]), months \(parts[1]), price \(parts[2]);"
                    + " the last unfunded gap is \(short)."
        }
    }

    /// How many are poor, and what it would take to lift them to the line.
    static func povertyAnswer(
        _ name: String, poor: Double, headcount: Double, gap: Double
    ) -> Phrase {
        Phrase { language in
            let share = language.numbers.percent(headcount, decimals: 2)
            guard poor.isFinite, gap.isFinite else {
                return language == .indonesian
                    ? "\(share) penduduk \(name) hidup di bawah garis kemiskinan; berapa orang dan"
                        + " berapa kesenjangan mereka tidak diketahui."
                    : "\(share) of people in \(name) live below the poverty line; how many persons"
                        + " and how much their gap comes to is not known."
            }
            let people = language.numbers.format(poor)
            let money = language.money(gap)
            return language == .indonesian
                ? "\(people) orang (\(share)) di \(name) hidup di bawah garis kemiskinan; \(money)"
                    + " setahun menutup seluruh kesenjangan mereka bila tepat sasaran."
                : "\(people) persons (\(share)) in \(name) live below the poverty line; \(money)"
                    + " a year would close their whole gap if it reached them exactly."
        }
    }

    /// How the headcount moves over a horizon.
    static func povertyPathAnswer(
        _ years: (Int, Int), headcount: (Double, Double), poor: (Double, Double)
    ) -> Phrase {
        Phrase { language in
            let shares = [headcount.0, headcount.1].map {
                language.numbers.percent($0, decimals: 2)
            }
            let people = [poor.0, poor.1].map { language.numbers.format($0) }
            return language == .indonesian
                ? "Menurut skenario, P0 \(shares[0]) (\(people[0]) orang) pada \(years.0) menjadi"
                    + " \(shares[1]) (\(people[1]) orang) pada \(years.1)."
                : "By the scenario, P0 goes from \(shares[0]) (\(people[0]) persons) in \(years.0)"
                    + " to \(shares[1]) (\(people[1]) persons) in \(years.1)."
        }
    }

    /// Between which numbers an outcome lies in a sweep.
    static func sweepAnswer(_ outcomes: [(name: Phrase, low: Phrase, high: Phrase)]) -> Phrase {
        Phrase { language in
            outcomes.map { item in
                let name = item.name[language]
                let text =
                    language == .indonesian
                    ? "\(name) antara \(item.low[language]) dan \(item.high[language])"
                    : "\(name): \(item.low[language]) to \(item.high[language])"
                return text.prefix(1).uppercased() + text.dropFirst()
            }.joined(separator: "; ") + "."
        }
    }
}
