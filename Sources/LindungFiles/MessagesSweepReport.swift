import Analysis
import Policy
import Quantities

/// The report of a sweep, and the help of its command.
extension Messages {
    /// Below the title: how many evaluations of what.
    static func sweepSize(
        _ design: String, points: Int, policies: Int, failed: Int
    ) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let count = numbers.format(Int64(points * policies))
            let (points, failed) = (numbers.format(Int64(points)), numbers.format(Int64(failed)))
            return language == .indonesian
                ? "rancangan \(design): \(points) titik x \(policies) kebijakan = \(count)"
                    + " perhitungan, \(failed) gagal"
                : "design \(design): \(points) points x \(policies) policies = \(count)"
                    + " evaluations, \(failed) failed"
        }
    }

    /// Above the inputs.
    static let whatVaries = Phrase(id: "Yang divariasikan", en: "What varies")
    /// Above least, middle and greatest of each outcome.
    static let outcomeRanges = Phrase(id: "Rentang hasil", en: "Range of outcomes")
    /// Above reasons.
    static let failedPoints = Phrase(id: "Yang gagal", en: "What failed")
    /// Of an input that moves nothing alone.
    static let changesNothing = Phrase(
        id: "tidak mengubah hasil bila digeser sendiri", en: "changes no result alone")
    /// Of any other input.
    static let changesOutcomes = Phrase(id: "mengubah hasil", en: "changes results")

    /// Why points have no result, in words.
    static func failure(_ reason: SweepFailure) -> Phrase {
        valueFailure(reason) ?? paymentFailure(reason)
            ?? Phrase(id: "galat lain: \(reason.subject)", en: "another error: \(reason.subject)")
    }

    /// Values that cannot stand.
    private static func valueFailure(_ reason: SweepFailure) -> Phrase? {
        let about = reason.subject
        return switch reason.kind {
        case "missing": Phrase(id: "'\(about)' tidak punya nilai", en: "'\(about)' has no value")
        case "gap":
            Phrase(id: "'\(about)' mulai terlambat", en: "'\(about)' begins too late")
        case "out_of_range":
            Phrase(
                id: "'\(about)' keluar dari batas setelah digeser",
                en: "'\(about)' is out of range after shifts")
        case "total_of_wider_region":
            Phrase(
                id: "'\(about)' memakai jumlah daerah yang lebih luas",
                en: "'\(about)' takes the total of a wider region")
        case "ends":
            Phrase(
                id: "'\(about)' berakhir tanpa pengganti", en: "'\(about)' ends with nothing after")
        case "not_whole":
            Phrase(
                id: "'\(about)' menjadi pecahan setelah digeser",
                en: "'\(about)' is no whole number after shifts")
        case "shares_exceed_one":
            Phrase(
                id: "bagian awal segmen \(about) melebihi satu",
                en: "opening shares of segment \(about) exceed one")
        case "past_december":
            Phrase(
                id: "bulan yang dibiayai melewati Desember untuk segmen \(about)",
                en: "funded months run past December for segment \(about)")
        case "no_choice":
            Phrase(id: "nilai di luar pilihan", en: "a value that is no choice")
        default: nil
        }
    }

    /// Whom no purse may pay for, and what has no price.
    private static func paymentFailure(_ reason: SweepFailure) -> Phrase? {
        let about = reason.subject
        return switch reason.kind {
        case "purse_may_not_pay":
            Phrase(
                id: "sumber dana tidak boleh membayar: \(about)",
                en: "the purse may not pay: \(about)")
        case "no_purse":
            Phrase(
                id: "tidak ada sumber dana untuk segmen \(about)",
                en: "no purse for segment \(about)")
        case "purses_pay_part":
            Phrase(
                id: "sumber dana hanya membayar sebagian untuk segmen \(about)",
                en: "purses pay a part only for segment \(about)")
        case "no_programme":
            Phrase(id: "segmen \(about) tanpa program", en: "segment \(about) has no programme")
        case "match":
            Phrase(
                id: "sumber dana pendamping melebihi kebutuhan iuran: \(about)",
                en: "matching purses exceed the contributions needed: \(about)")
        case "law":
            Phrase(id: "ditolak hukum \(about)", en: "refused by the law \(about)")
        case "tariff":
            Phrase(
                id: "iuran segmen \(about) tidak dapat dihitung",
                en: "the contribution of segment \(about) cannot be computed")
        case "coverage":
            Phrase(id: "peluang keluar dari batas", en: "probabilities out of range")
        default: nil
        }
    }

    // MARK: Help

    /// The help of `sweep`, in one line.
    public static let sweep = Phrase(
        id: "Menghitung skenario di banyak titik masukannya.",
        en: "Computes a scenario at many points of its inputs.")
    /// The help of `sweep`: what its folder holds, and that it goes on where it stopped.
    public static let sweepMore = Phrase(
        id: """
            Hasil disimpan selagi dihitung: perintah yang sama melanjutkan sapuan yang terhenti.
            Bila lengkap, folder itu berisi results.csv, report.md dan manifest.json.
            Bagian-bagian digabung dengan: lindung sweep merge FOLDER... --out FOLDER
            """,
        en: """
            Results are stored as they come: the same command goes on where a sweep stopped.
            Once it is whole the folder holds results.csv, report.md and manifest.json.
            Parts are joined by: lindung sweep merge FOLDER... --out FOLDER
            """)
    /// How `sweep` is called.
    public static let sweepUsage = Phrase(
        id: """
            lindung sweep <berkas> --out <folder> [--shard <k/n>] [--threads <n>] [--start-over]
            lindung sweep merge <folder> ... --out <folder>
            """,
        en: """
            lindung sweep <file> --out <folder> [--shard <k/n>] [--threads <n>] [--start-over]
            lindung sweep merge <folder> ... --out <folder>
            """)
    /// The help of the sweep file.
    public static let helpSweep = Phrase(
        id: "Berkas sapuan; atau 'merge' dan folder-folder bagian.",
        en: "Sweep file; or 'merge' and the folders of parts.")
    /// The help of `sweep --out`.
    public static let helpSweepOut = Phrase(
        id: "Folder simpanan dan hasil.", en: "Folder for the store and the results.")
    /// The help of `--shard`.
    public static let helpShard = Phrase(
        id: "Hitung bagian ke-k dari n saja, misalnya 2/7.",
        en: "Compute part k of n only, such as 2/7.")
    /// The help of `--threads`.
    public static let helpThreads = Phrase(
        id: "Banyaknya utas; bawaan sebanyak prosesor. Hasil tidak bergantung padanya.",
        en: "Number of threads; as many as processors by default. Results do not depend on it.")
    /// The help of `--start-over`.
    public static let helpStartOver = Phrase(
        id: "Buang hasil yang sudah ada di folder itu.",
        en: "Discard the results that are in the folder.")

    /// A second sweep file.
    public static func oneSweepFile(_ extra: String) -> InputFaults {
        InputFaults([
            Diagnostic(
                at: Position(file: extra),
                Phrase(
                    id: "hanya satu berkas sapuan sekali jalan", en: "one sweep file at a time"),
                hint: Phrase(
                    id: "bagian-bagian digabung dengan 'lindung sweep merge FOLDER...'",
                    en: "parts are joined by 'lindung sweep merge FOLDER...'"))
        ])
    }

    /// `--shard` or `--start-over` beside `merge`.
    public static let mergeTakesAll = InputFaults(
        option: "sweep merge",
        Phrase(
            id: "'merge' tidak mengenal --shard dan --start-over",
            en: "'merge' knows neither --shard nor --start-over"))
}
