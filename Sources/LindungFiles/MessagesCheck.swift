import Policy
import Quantities

/// Checks of results and of the installation.
extension Messages {
    /// The help of `check`, in one line.
    public static let check = Phrase(
        id: "Memeriksa skenario: semua kesalahannya, lalu hasilnya.",
        en: "Checks scenarios: all their faults, then their results.")
    /// The help of `check`: what its exit codes mean.
    public static let checkMore = Phrase(
        id: "Keluar dengan 2 bila berkas salah, 1 bila hasil melanggar suatu hukum.",
        en: "Exits with 2 where a file is faulty, 1 where a result breaks a law.")

    /// A warning: more persons are to be funded than may be.
    ///
    ///     kuota 'non-asn' di Kota Probolinggo melebihi yang memenuhi syarat: sampai 217 orang …
    static func quotaAboveEligible(
        _ segment: SegmentID, _ region: String, _ persons: Double, _ month: Month
    ) -> Phrase {
        Phrase {
            let number = $0.numbers.format(persons.rounded(.up))
            return $0 == .indonesian
                ? "kuota '\(segment)' di \(region) melebihi yang memenuhi syarat:"
                    + " sampai \(number) orang tak terisi (\(month))"
                : "the quota of '\(segment)' in \(region) is above the eligible:"
                    + " up to \(number) persons unfilled (\(month))"
        }
    }

    /// A warning: a ceiling that changes between two budget plans.
    ///
    ///     pagu 'dbh-cht' yang berubah pada 2026-05 baru berlaku pada 2026-10, …
    static func ceilingUnread(
        _ purse: FundingSourceID, _ month: Month, next: Month?, regions: Int
    ) -> Phrase {
        let id = next.map { "baru berlaku pada \($0), rencana anggaran berikutnya" }
        let en = next.map { "takes effect only in \($0), at the next budget plan" }
        return Phrase(
            id: "pagu '\(purse)' yang berubah pada \(month)"
                + " \(id ?? "tidak berlaku: tidak ada lagi rencana anggaran dalam periode")"
                + " (\(regions) daerah)",
            en: "the ceiling of '\(purse)' that changes in \(month)"
                + " \(en ?? "has no effect: the horizon has no later budget plan")"
                + " (\(regions) \(regions == 1 ? "region" : "regions"))")
    }

    /// A warning: a ceiling was lowered below what its purse had paid by then.
    ///
    ///     'dbh-cht' di Kota Probolinggo sudah membayar Rp 900 ketika pagunya diturunkan …
    static func ceilingOverspent(
        _ purse: FundingSourceID, _ region: String, _ month: Month, paid: Rupiah, ceiling: Rupiah
    ) -> Phrase {
        Phrase {
            let (spent, limit) = ($0.numbers.format(paid), $0.numbers.format(ceiling))
            let excess = $0.numbers.format(paid - ceiling)
            return $0 == .indonesian
                ? "'\(purse)' di \(region) sudah membayar \(spent) ketika pagunya diturunkan"
                    + " menjadi \(limit) pada \(month): \(excess) di atas pagu"
                : "'\(purse)' in \(region) had paid \(spent) when its ceiling was lowered to"
                    + " \(limit) in \(month): \(excess) above the ceiling"
        }
    }

    /// What can be done about money that is spent.
    static let ceilingOverspentHint = Phrase(
        id: "kurangi kuota atau bulan sebelum itu, atau bayar kelebihannya dari sumber dana lain",
        en: "lower the quota or the months before it, or pay the excess from another purse")

    /// What a gate demands, as a row of a table.
    public static func gate(_ gate: RunCheck.Gate) -> Phrase {
        switch gate {
        case .people: Phrase(id: "jumlah orang terjaga", en: "people conserved")
        case .quotas: Phrase(id: "kuota tidak terlampaui", en: "quotas kept")
        case .needs:
            Phrase(
                id: "kebutuhan iuran = terbayar + kekurangan pagu",
                en: "needs = purses + unfunded gap")
        case .sums:
            Phrase(
                id: "jumlah sumber dana = kebutuhan iuran, sampai rupiah",
                en: "purses sum to the bill, to the rupiah")
        case .ceilings: Phrase(id: "pagu tidak terlampaui", en: "ceilings kept")
        }
    }

    /// The result of a check that passed.
    public static let passed = Phrase(id: "lulus", en: "passed")
    /// The result of a check of something that the inputs themselves break.
    static let warned = warning
    /// The result of a check that did not pass; in capitals, to be seen in a long table.
    public static let failed = Phrase(id: "GAGAL", en: "FAILED")

    /// How far a result was from a law: last bits are told as what they are below.
    ///
    ///     di bawah 0,0000000001     relative, of a law that was kept
    ///     0                         to the rupiah
    static func distance(_ outcome: RunCheck.Outcome) -> Phrase {
        let (worst, limit) = (outcome.worst, outcome.gate.tolerance)
        return Phrase { language in
            let numbers = language.numbers
            guard outcome.passed, !outcome.isWarning else {
                return limit > 0
                    ? numbers.format(worst, decimals: 10) : "Rp " + numbers.format(worst)
            }
            guard limit > 0, worst > 0 else { return "0" }
            let below = numbers.format(limit, decimals: 10)
            return language == .indonesian ? "di bawah \(below)" : "below \(below)"
        }
    }

    /// The result of a check.
    static func verdict(_ outcome: RunCheck.Outcome) -> Phrase {
        outcome.isWarning ? warned : outcome.passed ? passed : failed
    }

    /// The last line of `check` for a scenario that broke a law.
    public static func checkFailed(_ name: String) -> Phrase {
        Phrase(id: "\(name): pemeriksaan gagal", en: "\(name): a check failed")
    }

    /// How far a result was from a law.
    public static func worst(_ number: Double) -> Phrase {
        Phrase(id: "terburuk \(number)", en: "worst \(number)")
    }

    // MARK: Doctor

    /// The help of `doctor`.
    public static let doctor = Phrase(
        id: "Memeriksa pemasangan: aljabar linear, data, hukum.",
        en: "Checks the installation: linear algebra, data, law.")
    /// The last line of `doctor` where a part is not sound.
    public static let doctorFailed = Phrase(
        id: "ada pemeriksaan yang gagal", en: "a check failed")

    /// How many tables the data folder has, and from how many sources.
    static func tables(_ count: Int, _ sources: Int) -> Phrase {
        Phrase(id: "\(count) tabel, \(sources) sumber", en: "\(count) tables, \(sources) sources")
    }

    /// How much the catalogues define.
    static func catalogue(_ regions: Int, _ segments: Int, _ purses: Int) -> Phrase {
        Phrase(
            id: "\(regions) daerah, \(segments) segmen, \(purses) sumber dana",
            en: "\(regions) regions, \(segments) segments, \(purses) purses")
    }

    /// How much the law files hold.
    static func lawTree(_ parameters: Int, _ overlays: Int) -> Phrase {
        Phrase(
            id: "\(parameters) parameter, \(overlays) aturan sementara",
            en: "\(parameters) parameters, \(overlays) temporary rules")
    }

    /// A BLAS that divides sums over threads.
    static let notReproducible = Phrase(
        id: "hasil dapat bergantung pada banyaknya utas",
        en: "results may depend on the number of threads")
}
