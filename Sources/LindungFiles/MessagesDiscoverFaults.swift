import Analysis
import Policy
import Quantities

/// What `discover` and the results of sweeps refuse, and the help of `discover`.
extension Messages {
    // MARK: Sweeps and their folders

    /// A scenario where a sweep is needed.
    static let notASweep = Phrase(
        id: "berkas ini bukan sapuan", en: "this file is not a sweep")

    /// What is needed.
    static let notASweepHint = Phrase(
        id: "sebutkan berkas sapuan (dengan 'scenario', 'inputs', 'design') atau folder hasilnya",
        en: "name a sweep file (with 'scenario', 'inputs', 'design') or the folder of its results")

    /// A folder without a store.
    static let sweptFolderHint = Phrase(
        id: "sebutkan folder yang ditulis 'lindung sweep BERKAS --out FOLDER'",
        en: "name a folder that 'lindung sweep FILE --out FOLDER' wrote")

    /// A sweep that stopped before its end.
    static let unfinishedHint = Phrase(
        id: "jalankan lagi perintah sapuannya; yang sudah dihitung tidak diulang",
        en: "run the sweep again; what was computed is not done again")

    /// Results that were made of something else than what stands there now.
    ///
    ///     hasil di folder ini bukan lagi hasil berkasnya: rencananya lain
    static func otherResults(_ differences: [Phrase]) -> Phrase {
        Phrase { language in
            let list = differences.map { $0[language] }.joined(separator: "; ")
            return language == .indonesian
                ? "hasil di folder ini bukan lagi hasil berkasnya: \(list)"
                : "the results in this folder are no longer those of their file: \(list)"
        }
    }

    /// How results are made anew.
    ///
    /// A whole command, so that it can be copied.
    static func sweepAgain(_ file: String, _ folder: String) -> Phrase {
        let command = "lindung sweep \(file) --out \(folder) --start-over"
        return Phrase(id: "hitung lagi: \(command)", en: "compute them again: \(command)")
    }

    /// A folder whose sweep file has gone.
    static func sweepFileGone(_ file: String) -> Phrase {
        Phrase(
            id: "berkas sapuan '\(file)' tidak ada di sini",
            en: "the sweep file '\(file)' is not here")
    }

    /// What that means.
    static let sweepFileGoneHint = Phrase(
        id: "hasil dipakai tanpa aturan ('rules') dan tanpa memeriksa apakah berkasnya berubah",
        en: "the results are used without its 'rules', and whether it changed is not checked")

    /// An outcome that the sweep does not have.
    static func outcomeNotSwept(_ name: String) -> Phrase {
        Phrase(
            id: "sapuan ini tidak menghitung '\(name)'", en: "this sweep has no outcome '\(name)'")
    }

    // MARK: Cases

    /// None or both of `--above` and `--below`.
    static let oneSide = Phrase(
        id: "sebutkan salah satu: --above atau --below", en: "name one of --above and --below")

    /// How a side is named.
    static let oneSideHint = Phrase(
        id: "misalnya --above 0", en: "such as --above 0")

    /// A number of boxes that is none.
    static func boxCount(_ count: Int) -> Phrase {
        Phrase(id: "\(count) kotak tidak dapat dicari", en: "cannot look for \(count) boxes")
    }

    /// Every point or none is of interest.
    ///
    ///     tidak satu pun dari 48 titik adalah kasus: kekurangan pagu di bawah Rp 0
    static func allOrNone(_ isAll: Bool, _ case: Phrase, of count: Int) -> Phrase {
        Phrase(
            id: isAll
                ? "semua \(count) titik adalah kasus: \(`case`.indonesian)"
                : "tidak satu pun dari \(count) titik adalah kasus: \(`case`.indonesian)",
            en: isAll
                ? "all \(count) points are cases: \(`case`.english)"
                : "none of the \(count) points is a case: \(`case`.english)")
    }

    /// Between which numbers the limit should lie.
    static func outcomeRange(_ low: Phrase, _ high: Phrase) -> Phrase {
        Phrase(
            id: "pilih batas antara \(low.indonesian) dan \(high.indonesian)",
            en: "choose a limit between \(low.english) and \(high.english)")
    }

    /// An outcome that is the same at every point.
    static func neverVaries(_ value: Phrase) -> Phrase {
        Phrase(
            id: "hasilnya \(value.indonesian) di semua titik; variasikan masukan lain",
            en: "it is \(value.english) at every point; vary other inputs")
    }

    /// An outcome that no point has.
    static func noValues(_ name: String) -> Phrase {
        Phrase(
            id: "'\(name)' tidak punya nilai di titik mana pun",
            en: "'\(name)' has no value at any point")
    }

    /// Fewer points than inputs.
    ///
    /// With no more points than inputs any case can be boxed in, and every box is luck.
    static func fewPoints(_ points: Int, inputs: Int) -> Phrase {
        Phrase(
            id: "\(points) titik terlalu sedikit untuk \(inputs) masukan",
            en: "\(points) points are too few for \(inputs) inputs")
    }

    /// How many there should be.
    ///
    /// Thirty for each input and a hundred in all is where boxes begin to hold for other points
    /// too.
    static func fewPointsHint(_ inputs: Int) -> Phrase {
        let count = max(100, 30 * inputs)
        let design = "'design: { kind: lhs, points: \(count), seed: 1 }'"
        return Phrase(
            id: "pakai paling sedikit \(count) titik: \(design)",
            en: "use at least \(count) points: \(design)")
    }

    /// Anything else that forbids a search.
    static func cannotSearch(_ detail: String) -> Phrase {
        Phrase(
            id: "kotak tidak dapat dicari: \(detail)", en: "boxes cannot be looked for: \(detail)")
    }

    // MARK: Help

    /// The help of `discover`, in one line.
    public static let discover = Phrase(
        id: "Mencari dalam keadaan apa suatu hasil terjadi.",
        en: "Finds under which conditions an outcome occurs.")
    /// The help of `discover`: the method and its rule.
    public static let discoverMore = Phrase(
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
    public static let helpSwept = Phrase(
        id: "Berkas sapuan, atau folder hasil sapuan.",
        en: "Sweep file, or folder of a sweep's results.")
    /// The help of `--outcome`.
    public static let helpOutcome = Phrase(
        id: "Besaran dari 'outcomes' sapuan.", en: "One of the sweep's 'outcomes'.")
    /// The help of `--above`.
    public static let helpAbove = Phrase(
        id: "Kasus: hasil di atas angka ini.", en: "Cases: the outcome is above this number.")
    /// The help of `--below`.
    public static let helpBelow = Phrase(
        id: "Kasus: hasil di bawah angka ini.", en: "Cases: the outcome is below this number.")
    /// The help of `--threshold`.
    public static let helpThreshold = Phrase(
        id: "Kepadatan kotak paling sedikit, misalnya 0.8.",
        en: "Least density of a box, such as 0.8.")
    /// The help of `--boxes`.
    public static let helpBoxes = Phrase(
        id: "Banyaknya kotak yang dicari.", en: "How many boxes to look for.")
}
