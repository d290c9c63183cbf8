import Analysis
import Policy
import Quantities

/// Help, headings and sentences of `lindung stage`.
extension Messages {
    // MARK: Help

    /// The help of `stage`.
    public static let stage = Phrase(
        id: "Tahapan anggaran: RKPD, KUA-PPAS, APBD, perubahan, realisasi.",
        en: "Stages of a budget: RKPD, KUA-PPAS, APBD, its change, realisation.")
    /// More on `stage`.
    public static let stageMore = Phrase(
        id: """
            Menunjukkan isi tiap tahap, selisih antar tahap menurut sumber dana dan segmen, dan \
            sebab tiap selisih: orang, bulan, harga. Tahap yang sudah ditetapkan dapat dikunci: \
            berkas yang mendasarinya lalu tidak dapat berubah diam-diam.
            """,
        en: """
            Shows what each stage comes to, the variance from stage to stage by purse and segment, \
            and why: people, months, price. A stage that is decided can be locked: the files that \
            it rests on can then no longer change unnoticed.
            """)
    /// The help of its argument.
    public static let helpStages = Phrase(
        id: "Berkas tahapan, misalnya tahapan-2026.yaml.",
        en: "A stages file, such as tahapan-2026.yaml.")
    /// The help of `--lock`.
    public static let helpLock = Phrase(
        id: "Kunci tahap ini; kuncinya ditulis ke NAMA.lock.yaml di sebelah berkas tahapan.",
        en: "Lock this stage; the lock is written to NAME.lock.yaml beside the stages file.")
    /// The help of `--unlock`.
    public static let helpUnlock = Phrase(
        id: "Buka kunci tahap ini; --date dan --reason disimpan.",
        en: "Unlock this stage; --date and --reason are kept.")
    /// The help of `--reason`.
    public static let helpReason = Phrase(
        id: "Sebab kunci dibuka.", en: "Why the lock is opened.")
    /// The help of `--date`.
    public static let helpDay = Phrase(
        id: "Hari penguncian (bawaan: tanggal tahap) atau pembukaan, misalnya 2025-11-28.",
        en: "The day of locking (default: the stage's) or unlocking, such as 2025-11-28.")

    // MARK: Words

    /// From one stage to the next.
    static func step(_ before: BudgetStage, _ after: BudgetStage) -> Phrase {
        Phrase { "\(before.name[$0]) → \(after.name[$0])" }
    }
    /// The stage that a scenario hangs under, in its report.
    static func under(_ stage: StageReference, locked: String?) -> Phrase {
        let name = stage.name
        guard let locked else {
            return Phrase(
                id: "di atas \(name.indonesian) (\(stage.entry.date)), belum dikunci",
                en: "on top of \(name.english) (\(stage.entry.date)), not locked yet")
        }
        return Phrase(
            id: "di atas \(name.indonesian), terkunci \(locked)",
            en: "on top of \(name.english), locked \(locked)")
    }
    /// After a lock was opened.
    static func unlocked(_ stage: StageReference, _ day: String, _ file: String) -> Phrase {
        let name = stage.name
        return Phrase(
            id: "kunci \(name.indonesian) dibuka \(day); sebabnya disimpan di '\(file)'",
            en: "\(name.english) unlocked \(day); the reason is kept in '\(file)'")
    }
    /// The cell of a stage that is not locked.
    static let notLockedYet = Phrase(id: "belum", en: "no")
    /// A lock that was opened, above the tables.
    static func history(_ name: Phrase, _ opened: StageLocks.Unlocking) -> Phrase {
        let bill = Phrase { $0.numbers.format(opened.bill) }
        return Phrase(
            id: """
                kunci \(name.indonesian) (\(opened.locked), \(bill.indonesian)) dibuka \
                \(opened.unlocked): \(opened.reason)
                """,
            en: """
                the lock of \(name.english) (\(opened.locked), \(bill.english)) was opened \
                \(opened.unlocked): \(opened.reason)
                """)
    }

    // MARK: Headings

    /// Above the stages.
    static let stageByStage = Phrase(id: "Tahap demi tahap", en: "Stage by stage")
    /// What the columns of the stages mean.
    static let stageNote = Phrase(
        id:
            "orang: yang terbayar, rata-rata bulan yang dibiayai; kebutuhan iuran = terbayar +"
            + " kekurangan pagu",
        en:
            "persons: those paid for, the average of funded months; contributions needed = paid by"
            + " purses + unfunded gap")
    /// Above the bars.
    static let billByStage = Phrase(
        id: "Kebutuhan iuran menurut tahap", en: "Contributions needed by stage")
    /// Above the purses of each stage.
    static let stagePurses = Phrase(
        id: "Sumber dana menurut tahap", en: "Purses by stage")
    /// Above what was paid of what was planned.
    static let absorption = Phrase(id: "Serapan", en: "Absorption")
    /// How absorption is counted.
    static let absorptionNote = Phrase(
        id: "realisasi dibagi yang direncanakan pada tahap terakhir sebelumnya",
        en: "realisation as a part of what the last stage before it planned")
    /// Above the differences of purses.
    static let purseVariance = Phrase(
        id: "Selisih antar tahap menurut sumber dana", en: "Variance between stages by purse")
    /// Above the split of differences.
    static let whyStagesDiffer = Phrase(
        id: "Sebab selisih: orang, bulan, harga", en: "Why: people, months, price")
    /// How the split is made.
    static let splitNote = Phrase(
        id: """
            kebutuhan iuran = orang x bulan per orang x harga sebulan, per segmen dan daerah, \
            termasuk yang kekurangan pagu; tiap bagian rata-rata atas semua urutan perubahan \
            (Shapley), rupiah bulat, jumlahnya tepat
            """,
        en: """
            contributions needed = persons x months each x price of a month, by segment and \
            region, those in the gap among them; each part is the average over all orders of \
            change (Shapley), whole rupiah, sums exactly
            """)
    /// Above the segments that changed from one stage to the next.
    static func segmentVariance(_ before: BudgetStage, _ after: BudgetStage) -> Phrase {
        let step = step(before, after)
        return Phrase(
            id: "\(step.indonesian), segmen yang berubah",
            en: "\(step.english), segments that changed")
    }
}
