import Analysis
import Formats
import Policy
import Quantities
import Sampling

extension Phrase {
    static let allocate = Phrase(
        id: "Mencari ke mana uang sebaiknya dibelanjakan.", en: "Finds where the money should go.")

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

    static let helpAllocateFile = Phrase(
        id: "Berkas pertanyaan dengan 'objective'.", en: "A question file with an 'objective'.")

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

    static let check = Phrase(
        id: "Memeriksa skenario: semua kesalahannya, lalu hasilnya.",
        en: "Checks scenarios: all their faults, then their results.")

    static let checkMore = Phrase(
        id: "Keluar dengan 2 bila berkas salah, 1 bila hasil melanggar suatu hukum.",
        en: "Exits with 2 where a file is faulty, 1 where a result breaks a law.")

    static func checkFailed(_ name: String) -> Phrase {
        Phrase(id: "\(name): pemeriksaan gagal", en: "\(name): a check failed")
    }

    static let doctor = Phrase(
        id: "Memeriksa pemasangan: aljabar linear, data, hukum.",
        en: "Checks the installation: linear algebra, data, law.")

    static let doctorFailed = Phrase(
        id: "ada pemeriksaan yang gagal", en: "a check failed")

    static let discover = Phrase(
        id: "Mencari dalam keadaan apa suatu hasil terjadi.",
        en: "Finds under which conditions an outcome occurs.")

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

    static let helpSwept = Phrase(
        id: "Berkas sapuan, atau folder hasil sapuan.",
        en: "Sweep file, or folder of a sweep's results.")

    static let helpOutcome = Phrase(
        id: "Besaran dari 'outcomes' sapuan.", en: "One of the sweep's 'outcomes'.")

    static let helpAbove = Phrase(
        id: "Kasus: hasil di atas angka ini.", en: "Cases: the outcome is above this number.")

    static let helpBelow = Phrase(
        id: "Kasus: hasil di bawah angka ini.", en: "Cases: the outcome is below this number.")

    static let helpThreshold = Phrase(
        id: "Kepadatan kotak paling sedikit, misalnya 0.8.",
        en: "Least density of a box, such as 0.8.")

    static let helpBoxes = Phrase(
        id: "Banyaknya kotak yang dicari.", en: "How many boxes to look for.")

    static let helpDraws = Phrase(
        id: "Banyaknya simulasi acak atas masukan berentang; hasil menjadi selang 90 %.",
        en: "Draws of the inputs that have ranges; results become 90 % intervals.")

    static let helpDesign = Phrase(
        id: "Cara mengacak: mc (acak), lhs (hiperkubus Latin) atau sobol.",
        en: "How draws are made: mc (random), lhs (Latin hypercube) or sobol.")

    static let helpAllDraws = Phrase(
        id: "Tulis setiap simulasi acak dengan masukan dan hasilnya sebagai CSV.",
        en: "Write every draw with its inputs and results as CSV.")

    static let drawing = Phrase(id: "menghitung simulasi acak", en: "drawing")

    static let explain = Phrase(
        id: "Menjelaskan nilai, hukum, iuran atau hasil: dari mana asalnya.",
        en: "Explains a value, a law, a contribution or a result: where it comes from.")

    static let explainMore = Phrase(
        id: """
            Contoh KUNCI: quota.petani@35.74, law.bpu.jkm.amount, contribution.petani@35.74, \
            purse.dbh-cht@35.74, public_bill_rp.petani@35.74
            """,
        en: """
            Examples of PATH: quota.petani@35.74, law.bpu.jkm.amount, \
            contribution.petani@35.74, purse.dbh-cht@35.74, public_bill_rp.petani@35.74
            """)

    static let helpPath = Phrase(
        id: "Kunci, hukum, 'contribution' (iuran) atau besaran hasil, dengan [.segmen][@daerah].",
        en: "Key, law, contribution or figure, with [.segment][@region].")

    static let helpAt = Phrase(
        id: "Bulan, seperti 2027-03; bawaan awal periode.",
        en: "Month, such as 2027-03; the start of the horizon by default.")

    static let diff = Phrase(
        id: "Menunjukkan apa yang berbeda di antara dua skenario.",
        en: "Shows what two scenarios set differently.")

    static let helpFirst = Phrase(id: "Skenario pertama.", en: "The first scenario.")

    static let helpSecond = Phrase(id: "Skenario kedua.", en: "The second scenario.")

    static let noDifference = Phrase(
        id: "tidak ada yang berbeda", en: "nothing differs")

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

    static func doctorAnswer(_ parts: Int, failed: Int) -> Phrase {
        failed == 0
            ? Phrase(
                id: "Siap dipakai: \(parts) bagian lulus.", en: "Ready: \(parts) parts passed.")
            : Phrase(
                id: "Belum siap: \(failed) dari \(parts) bagian gagal.",
                en: "Not ready: \(failed) of \(parts) parts failed.")
    }

    static let helpFull = Phrase(
        id: "Tampilkan laporan seluruhnya, bukan satu layar.",
        en: "Show the whole report, not one screen.")

    static let robust = Phrase(
        id: "Memilih kebijakan yang tahan terhadap masa depan yang belum diketahui.",
        en: "Chooses policies that stand up to futures nobody knows.")

    static let robustMore = Phrase(
        id: """
            Setiap kebijakan di bawah 'policies:' dihitung di titik-titik yang sama: rata-rata, \
            kasus terburuk, penyesalan, bagian masa depan yang memenuhi 'rules:', nilai informasi.
            """,
        en: """
            Every policy below 'policies:' meets the same points: mean, worst case, regret, the \
            share of futures that meet the 'rules:', the value of information.
            """)

    static let helpBest = Phrase(
        id: "Yang lebih baik: low (rendah) atau high (tinggi).",
        en: "Which is better: low or high.")

    static let sense = Phrase(
        id: "Mencari masukan mana yang paling menentukan hasil.",
        en: "Finds which inputs decide the outcomes.")

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

    static let helpSenseFile = Phrase(
        id: "Berkas sapuan atau skenario.", en: "Sweep file or scenario.")

    static let helpMethod = Phrase(
        id: "Cara: tornado, morris atau sobol.", en: "Method: tornado, morris or sobol.")

    static let helpSamples = Phrase(
        id: "N titik dasar sobol (pangkat dua, bawaan 1024) atau ulangan morris (bawaan 50).",
        en: "N base points of sobol (a power of two, 1024 by default) or repetitions of morris"
            + " (50 by default).")

    static let helpLevel = Phrase(
        id: "Tingkat selang, misalnya 0.95.", en: "Level of the intervals, such as 0.95.")

    static let helpPolicy = Phrase(
        id: "Kebijakan sapuan yang dihitung; bawaan yang pertama.",
        en: "Policy of the sweep to compute; the first one by default.")

    static let stage = Phrase(
        id: "Tahapan anggaran: RKPD, KUA-PPAS, APBD, perubahan, realisasi.",
        en: "Stages of a budget: RKPD, KUA-PPAS, APBD, its change, realisation.")

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

    static let helpStages = Phrase(
        id: "Berkas tahapan, misalnya tahapan-2026.yaml.",
        en: "A stages file, such as tahapan-2026.yaml.")

    static let helpLock = Phrase(
        id: "Kunci tahap ini; kuncinya ditulis ke NAMA.lock.yaml di sebelah berkas tahapan.",
        en: "Lock this stage; the lock is written to NAME.lock.yaml beside the stages file.")

    static let helpUnlock = Phrase(
        id: "Buka kunci tahap ini; --date dan --reason disimpan.",
        en: "Unlock this stage; --date and --reason are kept.")

    static let helpReason = Phrase(
        id: "Sebab kunci dibuka.", en: "Why the lock is opened.")

    static let helpDay = Phrase(
        id: "Hari penguncian (bawaan: tanggal tahap) atau pembukaan, misalnya 2025-11-28.",
        en: "The day of locking (default: the stage's) or unlocking, such as 2025-11-28.")

    static func damagedRows(_ count: Int) -> Phrase {
        Phrase(
            id: "\(count) baris simpanan rusak dan dihitung ulang",
            en: count == 1
                ? "1 row of the store was damaged and is computed again"
                : "\(count) rows of the store were damaged and are computed again")
    }

    static func shardDone(_ done: Int, of total: Int) -> Phrase {
        Phrase(
            id: "\(done) dari \(total) perhitungan ada di folder ini; gabungkan dengan"
                + " 'lindung sweep merge'",
            en: "\(done) of \(total) evaluations are in this folder; join the parts with"
                + " 'lindung sweep merge'")
    }

    static let initialise = Phrase(
        id: "Menulis skenario awal untuk suatu daerah, diisi dari tabel data.",
        en: "Writes a first scenario for a region, filled from the data tables.")

    static let helpRegion = Phrase(
        id: "Kode Kemendagri: provinsi (35) atau kabupaten/kota (35.74).",
        en: "Kemendagri code: a province (35) or kabupaten/kota (35.74).")

    static let helpOutFile = Phrase(
        id: "Berkas yang ditulis; bawaan keluaran standar.",
        en: "File to write; standard output by default.")
}
