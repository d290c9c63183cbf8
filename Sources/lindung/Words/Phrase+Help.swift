import Analysis
import Formats
import Policy
import Quantities
import Sampling

extension Phrase {
    /// The help of `allocate`: what.
    static let allocate = Phrase(
        id: "Mencari ke mana uang sebaiknya dibelanjakan.", en: "Finds where the money should go.")

    /// The help of `allocate`: how.
    static let allocateMore = Phrase(
        id: """
            Program linear atas orang yang dibayar tiap sumber dana, dengan pagu, aturan bernama \
            dan bukti bahwa tidak ada yang lebih baik. Bila aturan bertentangan, himpunan terkecil \
            yang bertentangan disebut, dengan kode keluar 1.
            """,
        en: """
            A linear programme over the persons that each purse pays for, with ceilings, named \
            rules and a proof that nothing is better. Where rules conflict, a smallest conflicting \
            set is named, with exit code 1.
            """)

    /// The help of the file.
    static let helpAllocateFile = Phrase(
        id: "Berkas pertanyaan dengan 'objective'.", en: "A question file with an 'objective'.")

    /// So many runs are worth a word before they begin.
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
        return Phrase { language in
            let count = language.numbers.format(Int64(runs))
            return language == .indonesian
                ? "menjelaskan selisih '\(alternative.name)': \(count) perhitungan"
                    + " (setiap susunan dari \(groups) perubahan)"
                : "attributing the difference of '\(alternative.name)': \(count) runs"
                    + " (every combination of \(groups) changes)"
        }
    }

    /// That changed keys were put together, and why; nil where each stands alone.
    static func attributionGroups(_ attributed: [ScenarioAttribution]) -> Phrase? {
        let grouped = attributed.filter { $0.keyCount > $0.groups.count }
        guard !grouped.isEmpty else { return nil }
        return Phrase { language in
            let list = grouped.map { item in
                language == .indonesian
                    ? "'\(item.alternative.name)' \(item.keyCount) kunci menjadi"
                        + " \(item.groups.count)"
                    : "'\(item.alternative.name)' \(item.keyCount) keys in \(item.groups.count)"
            }.joined(separator: "; ")
            let most = language.numbers.format(Int64(1 << Attribution.limit))
            return language == .indonesian
                ? "kunci yang berubah digabung per awalan (\(list)), karena setiap kunci"
                    + " menggandakan perhitungan; paling banyak \(most)"
                : "changed keys are put together by their beginning (\(list)), since each key"
                    + " doubles the runs; at most \(most)"
        }
    }

    /// The help of `check`, in one line.
    static let check = Phrase(
        id: "Memeriksa skenario: semua kesalahannya, lalu hasilnya.",
        en: "Checks scenarios: all their faults, then their results.")

    /// The help of `check`: what its exit codes mean.
    static let checkMore = Phrase(
        id: "Keluar dengan 2 bila berkas salah, 1 bila hasil melanggar suatu hukum.",
        en: "Exits with 2 where a file is faulty, 1 where a result breaks a law.")

    /// The last line of `check` for a scenario that broke a law.
    static func checkFailed(_ name: String) -> Phrase {
        Phrase(id: "\(name): pemeriksaan gagal", en: "\(name): a check failed")
    }

    /// The help of `doctor`.
    static let doctor = Phrase(
        id: "Memeriksa pemasangan: aljabar linear, data, hukum.",
        en: "Checks the installation: linear algebra, data, law.")

    /// The last line of `doctor` where a part is not sound.
    static let doctorFailed = Phrase(
        id: "ada pemeriksaan yang gagal", en: "a check failed")

    /// The help of `discover`, in one line.
    static let discover = Phrase(
        id: "Mencari dalam keadaan apa suatu hasil terjadi.",
        en: "Finds under which conditions an outcome occurs.")

    /// The help of `discover`: the method and its rule.
    static let discoverMore = Phrase(
        id: """
            Titik-titik sapuan dipilah dengan PRIM: kotak masukan tempat kasus memadat. Dipilih \
            kotak dengan cakupan terbesar yang kepadatannya paling sedikit --threshold; bila tidak \
            ada, yang ukuran F-nya terbesar.
            """,
        en: """
            PRIM looks for boxes of the inputs in which cases are dense. Chosen is the box with \
            the most coverage whose density is at least --threshold; where there is none, the one \
            with the greatest F-measure.
            """)

    /// The help of the file of `discover` and `robust`.
    static let helpSwept = Phrase(
        id: "Berkas sapuan, atau folder hasil sapuan.",
        en: "Sweep file, or folder of a sweep's results.")

    /// The help of `--outcome`.
    static let helpOutcome = Phrase(
        id: "Besaran dari 'outcomes' sapuan.", en: "One of the sweep's 'outcomes'.")

    /// The help of `--above`.
    static let helpAbove = Phrase(
        id: "Kasus: hasil di atas angka ini.", en: "Cases: the outcome is above this number.")

    /// The help of `--below`.
    static let helpBelow = Phrase(
        id: "Kasus: hasil di bawah angka ini.", en: "Cases: the outcome is below this number.")

    /// The help of `--threshold`.
    static let helpThreshold = Phrase(
        id: "Kepadatan kotak paling sedikit, misalnya 0.8.",
        en: "Least density of a box, such as 0.8.")

    /// The help of `--boxes`.
    static let helpBoxes = Phrase(
        id: "Banyaknya kotak yang dicari.", en: "How many boxes to look for.")

    /// The help of `--draws`.
    static let helpDraws = Phrase(
        id: "Banyaknya simulasi acak atas masukan berentang; hasil menjadi selang 90 %.",
        en: "Draws of the inputs that have ranges; results become 90 % intervals.")

    /// The help of `--design`.
    static let helpDesign = Phrase(
        id: "Cara mengacak: mc (acak), lhs (hiperkubus Latin) atau sobol.",
        en: "How draws are made: mc (random), lhs (Latin hypercube) or sobol.")

    /// The help of `--all-draws`.
    static let helpAllDraws = Phrase(
        id: "Tulis setiap simulasi acak dengan masukan dan hasilnya sebagai CSV.",
        en: "Write every draw with its inputs and results as CSV.")

    /// Before the progress bar while draws are evaluated.
    static let drawing = Phrase(id: "menghitung simulasi acak", en: "drawing")

    /// The help of `explain`, in one line.
    static let explain = Phrase(
        id: "Menjelaskan nilai, hukum, iuran atau hasil: dari mana asalnya.",
        en: "Explains a value, a law, a contribution or a result: where it comes from.")

    /// The help of `explain`: examples.
    static let explainMore = Phrase(
        id: """
            Contoh KUNCI: quota.petani@35.74, law.bpu.jkm.amount, contribution.petani@35.74, \
            purse.dbh-cht@35.74, public_bill_rp.petani@35.74
            """,
        en: """
            Examples of PATH: quota.petani@35.74, law.bpu.jkm.amount, \
            contribution.petani@35.74, purse.dbh-cht@35.74, public_bill_rp.petani@35.74
            """)

    /// The help of `explain`'s second argument.
    static let helpPath = Phrase(
        id: "Kunci, hukum, 'contribution' (iuran) atau besaran hasil, dengan [.segmen][@daerah].",
        en: "Key, law, contribution or figure, with [.segment][@region].")

    /// The help of `explain --at`.
    static let helpAt = Phrase(
        id: "Bulan, seperti 2027-03; bawaan awal periode.",
        en: "Month, such as 2027-03; the start of the horizon by default.")

    /// The help of `diff`.
    static let diff = Phrase(
        id: "Menunjukkan apa yang berbeda di antara dua skenario.",
        en: "Shows what two scenarios set differently.")

    /// The help of `diff`'s first argument.
    static let helpFirst = Phrase(id: "Skenario pertama.", en: "The first scenario.")

    /// The help of `diff`'s second argument.
    static let helpSecond = Phrase(id: "Skenario kedua.", en: "The second scenario.")

    /// What `diff` says of equal scenarios, whatever their files look like.
    static let noDifference = Phrase(
        id: "tidak ada yang berbeda", en: "nothing differs")

    /// Whether scenarios passed, and how much there is to look at.
    static func checkAnswer(_ scenarios: Int, failed: [String], warnings: Int) -> Phrase {
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
    static func diffAnswer(_ names: (String, String), keys: [String]) -> Phrase {
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
    static func doctorAnswer(_ parts: Int, failed: Int) -> Phrase {
        failed == 0
            ? Phrase(
                id: "Siap dipakai: \(parts) bagian lulus.", en: "Ready: \(parts) parts passed.")
            : Phrase(
                id: "Belum siap: \(failed) dari \(parts) bagian gagal.",
                en: "Not ready: \(failed) of \(parts) parts failed.")
    }

    /// The help of `--full`.
    static let helpFull = Phrase(
        id: "Tampilkan laporan seluruhnya, bukan satu layar.",
        en: "Show the whole report, not one screen.")

    /// The help of `robust`, in one line.
    static let robust = Phrase(
        id: "Memilih kebijakan yang tahan terhadap masa depan yang belum diketahui.",
        en: "Chooses policies that stand up to futures nobody knows.")

    /// The help of `robust`: what is compared.
    static let robustMore = Phrase(
        id: """
            Setiap kebijakan di bawah 'policies:' dihitung di titik-titik yang sama: rata-rata, \
            kasus terburuk, penyesalan, bagian masa depan yang memenuhi 'rules:', nilai informasi.
            """,
        en: """
            Every policy below 'policies:' meets the same points: mean, worst case, regret, the \
            share of futures that meet the 'rules:', the value of information.
            """)

    /// The help of `--best`.
    static let helpBest = Phrase(
        id: "Yang lebih baik: low (rendah) atau high (tinggi).",
        en: "Which is better: low or high.")

    /// The help of `sense`, in one line.
    static let sense = Phrase(
        id: "Mencari masukan mana yang paling menentukan hasil.",
        en: "Finds which inputs decide the outcomes.")

    /// The help of `sense`: what the methods do.
    static let senseMore = Phrase(
        id: """
            tornado  satu masukan setiap kali, dari kuantil 5 % ke 95 %
            morris   menyaring banyak masukan dengan sedikit perhitungan
            sobol    bagian ragam, sendiri dan bersama masukan lain, dengan selang
            Sebuah skenario dihitung dengan masukannya yang punya rentang.
            """,
        en: """
            tornado  one input at a time, from its 5 % to its 95 % quantile
            morris   screens many inputs with few evaluations
            sobol    shares of the variance, alone and together, with intervals
            A scenario is taken with its own inputs that have a range.
            """)

    /// The help of the file.
    static let helpSenseFile = Phrase(
        id: "Berkas sapuan atau skenario.", en: "Sweep file or scenario.")

    /// The help of `--method`.
    static let helpMethod = Phrase(
        id: "Cara: tornado, morris atau sobol.", en: "Method: tornado, morris or sobol.")

    /// The help of `--samples`.
    static let helpSamples = Phrase(
        id: "N titik dasar sobol (pangkat dua, bawaan 1024) atau ulangan morris (bawaan 50).",
        en: "N base points of sobol (a power of two, 1024 by default) or repetitions of morris"
            + " (50 by default).")

    /// The help of `--level`.
    static let helpLevel = Phrase(
        id: "Tingkat selang, misalnya 0.95.", en: "Level of the intervals, such as 0.95.")

    /// The help of `sense --policy`.
    static let helpPolicy = Phrase(
        id: "Kebijakan sapuan yang dihitung; bawaan yang pertama.",
        en: "Policy of the sweep to compute; the first one by default.")

    /// The help of `stage`.
    static let stage = Phrase(
        id: "Tahapan anggaran: RKPD, KUA-PPAS, APBD, perubahan, realisasi.",
        en: "Stages of a budget: RKPD, KUA-PPAS, APBD, its change, realisation.")

    /// More on `stage`.
    static let stageMore = Phrase(
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
    static let helpStages = Phrase(
        id: "Berkas tahapan, misalnya tahapan-2026.yaml.",
        en: "A stages file, such as tahapan-2026.yaml.")

    /// The help of `--lock`.
    static let helpLock = Phrase(
        id: "Kunci tahap ini; kuncinya ditulis ke NAMA.lock.yaml di sebelah berkas tahapan.",
        en: "Lock this stage; the lock is written to NAME.lock.yaml beside the stages file.")

    /// The help of `--unlock`.
    static let helpUnlock = Phrase(
        id: "Buka kunci tahap ini; --date dan --reason disimpan.",
        en: "Unlock this stage; --date and --reason are kept.")

    /// The help of `--reason`.
    static let helpReason = Phrase(
        id: "Sebab kunci dibuka.", en: "Why the lock is opened.")

    /// The help of `--date`.
    static let helpDay = Phrase(
        id: "Hari penguncian (bawaan: tanggal tahap) atau pembukaan, misalnya 2025-11-28.",
        en: "The day of locking (default: the stage's) or unlocking, such as 2025-11-28.")

    /// Lines of a store that something else than the program has changed.
    static func damagedLines(_ count: Int) -> Phrase {
        Phrase(
            id: "\(count) baris simpanan rusak dan dihitung ulang",
            en: count == 1
                ? "1 line of the store was damaged and is computed again"
                : "\(count) lines of the store were damaged and are computed again")
    }

    /// The last line of a part.
    static func shardDone(_ done: Int, of total: Int) -> Phrase {
        Phrase(
            id: "\(done) dari \(total) perhitungan ada di folder ini; gabungkan dengan"
                + " 'lindung sweep merge'",
            en: "\(done) of \(total) evaluations are in this folder; join the parts with"
                + " 'lindung sweep merge'")
    }

    /// The help of `init`.
    static let initialise = Phrase(
        id: "Menulis skenario awal untuk suatu daerah, diisi dari tabel data.",
        en: "Writes a first scenario for a region, filled from the data tables.")

    /// The help of `init`'s argument.
    static let helpRegion = Phrase(
        id: "Kode Kemendagri: provinsi (35) atau kabupaten/kota (35.74).",
        en: "Kemendagri code: a province (35) or kabupaten/kota (35.74).")

    /// The help of `--out` where it names a file.
    static let helpOutFile = Phrase(
        id: "Berkas yang ditulis; bawaan keluaran standar.",
        en: "File to write; standard output by default.")
}
