import Analysis
import Formats
import Policy
import Quantities
import Sampling

extension Phrase {
    static let allocate = Phrase(
        id: "Mencari ke mana uang sebaiknya dibelanjakan.", en: "Finds where the money should go.")

    static let manyRuns = 128

    /// How many runs it takes to attribute a difference; nil where they are few.
    ///
    /// - Throws: ``PolicyMismatch`` where keys cannot be compared.
    static func attributionEffort(
        from baseline: ScenarioResult, to alternative: ScenarioResult
    ) throws -> Phrase? {
        let changes = try baseline.policy.changes(to: alternative.policy)
        let groups = ChangeGroup.groups(of: changes).count
        let runs = 1 << groups
        guard runs >= manyRuns else { return nil }
        return Phrase(
            "menjelaskan selisih '\(alternative.name)': \(runs) perhitungan (setiap susunan dari"
                + " \(groups) perubahan)",
            en: "attributing the difference of '\(alternative.name)': \(runs) runs (every"
                + " combination of \(groups) changes)"
        )
    }

    static func attributionGroups(_ attributed: [ScenarioAttribution]) -> Phrase? {
        let grouped = attributed.filter { $0.keyCount > $0.groups.count }
        guard !grouped.isEmpty else { return nil }
        let each = grouped.map { item in
            Phrase(
                id: "'\(item.alternative.name)' \(item.keyCount) kunci menjadi"
                    + " \(item.groups.count)",
                en: "'\(item.alternative.name)' \(item.keyCount) keys in \(item.groups.count)")
        }
        return Phrase(
            "kunci yang berubah digabung per awalan (\(joined: each, by: "; ")), karena setiap"
                + " kunci"
                + " menggandakan perhitungan; paling banyak \(1 << Attribution.limit)",
            en: "changed keys are put together by their beginning (\(joined: each, by: "; ")),"
                + " since"
                + " each key doubles the runs; at most \(1 << Attribution.limit)")
    }

    static let check = Phrase(
        id: "Memeriksa skenario: semua kesalahannya, lalu hasilnya.",
        en: "Checks scenarios: all their faults, then their results.")

    static let helpSwept = Phrase(
        id: "Berkas sapuan, atau folder hasil sapuan.",
        en: "Sweep file, or folder of a sweep's results.")

    static let helpOutcome = Phrase(
        id: "Besaran dari 'outcomes' sapuan.", en: "One of the sweep's 'outcomes'.")

    static let helpDraws = Phrase(
        id: "Banyaknya simulasi acak atas masukan berentang; hasil menjadi selang 90 %.",
        en: "Draws of the inputs that have ranges; results become 90 % intervals.")

    static let helpDesign = Phrase(
        id: "Cara mengacak: mc (acak), lhs (hiperkubus Latin) atau sobol.",
        en: "How draws are made: mc (random), lhs (Latin hypercube) or sobol.")

    static let drawing = Phrase(id: "menghitung simulasi acak", en: "drawing")

    /// - Parameter expectations: how many statements scenarios hold, and how many of them fail.
    static func checkAnswer(
        _ scenarios: Int, failed: [String], expectations: (all: Int, failed: Int), warnings: Int
    ) -> Phrase {
        let names = failed.map { "'\($0)'" }
        let (all, missed) = expectations
        let verdict =
            failed.isEmpty
            ? Phrase(
                "Lulus: \(scenarios) skenario memenuhi semua pemeriksaan hasil"
                    + "\(" dan \(all) harapan", if: all > 0)",
                en: "Passed: \(scenarios) \(scenarios == 1 ? "scenario meets" : "scenarios meet")"
                    + " all checks of results"
                    + "\(" and \(all) \(all == 1 ? "expectation" : "expectations")", if: all > 0)")
            : Phrase(
                "Tidak lulus: \(together: names) (\(digits: failed.count) dari \(scenarios)"
                    + " skenario)\(", \(missed) dari \(all) harapan meleset", if: missed > 0)",
                en: "Failed: \(together: names) (\(digits: failed.count) of \(scenarios)"
                    + " scenarios)\(", \(missed) of \(all) expectations missed", if: missed > 0)"
            )
        guard warnings > 0 else {
            return Phrase(
                "\(verdict); tidak ada peringatan tentang masukan.",
                en: "\(verdict); no warnings about the input.")
        }
        return Phrase(
            "\(verdict); \(warnings) peringatan tentang masukan di atas.",
            en: "\(verdict); \(warnings) \(warnings == 1 ? "warning" : "warnings") about the input"
                + " above.")
    }

    static func moreWarnings(_ count: Int, of files: [String], data: String?) -> Phrase {
        let words = files + (data.map { ["--data", $0] } ?? [])
        let command = "lindung check " + words.map(Interface.shellWord).joined(separator: " ")
        return Phrase(
            id: "dan \(count) peringatan lagi; semuanya: \(command)",
            en: "and \(count) more warnings; all of them: \(command)")
    }

    static func diffAnswer(_ names: (String, String), keys: [String]) -> Phrase {
        let shown = keys.prefix(4).joined(separator: ", ") + (keys.count > 4 ? ", …" : "")
        return Phrase(
            "'\(names.1)' berbeda dari '\(names.0)' pada \(keys.count) kunci: \(shown).",
            en: "'\(names.1)' differs from '\(names.0)' in \(keys.count)"
                + " \(keys.count == 1 ? "key" : "keys"): \(shown)."
        )
    }

    static func doctorAnswer(_ parts: Int, failed: Int, absent: Int) -> Phrase {
        guard failed == 0 else {
            return Phrase(
                id: "Belum siap: \(failed) dari \(parts) bagian gagal.",
                en: "Not ready: \(failed) of \(parts) parts failed.")
        }
        let passed = parts - absent
        guard absent > 0 else {
            return Phrase(
                id: "Siap dipakai: \(passed) bagian lulus.", en: "Ready: \(passed) parts passed.")
        }
        return Phrase(
            id: "Siap dipakai: \(passed) bagian lulus; \(absent) bagian tambahan belum ada.",
            en: "Ready: \(passed) parts passed; \(absent) that can be added are not here.")
    }

    static let helpFull = Phrase(
        id: "Tampilkan laporan seluruhnya, bukan satu layar.",
        en: "Show the whole report, not one screen.")

    static let stage = Phrase(
        id: "Tahapan anggaran: RKPD, KUA-PPAS, APBD, perubahan, realisasi.",
        en: "Stages of a budget: RKPD, KUA-PPAS, APBD, its change, realisation.")

    static func damagedRows(_ count: Int) -> Phrase {
        Phrase(
            id: "\(count) baris simpanan rusak dan dihitung ulang",
            en: count == 1
                ? "1 row of the store was damaged and is computed again"
                : "\(count) rows of the store were damaged and are computed again")
    }
}
