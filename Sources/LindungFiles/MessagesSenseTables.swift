import Analysis
import Exploration
import Policy
import Quantities
import Sampling

/// Headings, faults and help of `sense`.
extension Messages {
    // MARK: Headings

    /// Above the bars of an outcome.
    ///
    ///     Kekurangan pagu: bagian ragam
    static func influence(_ method: SensingMethod, _ outcome: Phrase) -> Phrase {
        Phrase { language in
            let isIndonesian = language == .indonesian
            let what =
                switch method {
                case .tornado: isIndonesian ? "lebar perubahan" : "stretch of change"
                case .morris: isIndonesian ? "rata-rata perubahan" : "mean change"
                case .sobol: isIndonesian ? "bagian ragam" : "share of the variance"
                }
            return "\(outcome[language]): \(what)"
        }
    }

    /// Column of the inputs' keys.
    static let inputColumn = Phrase(id: "masukan", en: "input")
    /// Column of the share that an input explains alone.
    static let aloneColumn = Phrase(id: "sendiri", en: "alone")
    /// Column of the share with what it does together with others.
    static let withOthersColumn = Phrase(id: "dengan interaksi", en: "with interactions")
    /// Column of verdicts.
    static let verdictColumn = Phrase(id: "berpengaruh", en: "matters")
    /// The lower end of a bar, in a picture.
    static let lowColumn = Phrase(id: "nilai rendah", en: "low value")
    /// The upper end of a bar, in a picture.
    static let highColumn = Phrase(id: "nilai tinggi", en: "high value")
    /// Column of both ends of an input.
    static let rangeColumn = Phrase(id: "dari – ke", en: "from – to")
    /// Column of the outcome at the low end.
    static let atLowColumn = Phrase(id: "hasil di rendah", en: "outcome at low")
    /// Column of the outcome at the high end.
    static let atHighColumn = Phrase(id: "hasil di tinggi", en: "outcome at high")
    /// Column of mean absolute effects.
    static let meanAbsoluteColumn = Phrase(id: "rata-rata perubahan", en: "mean change")
    /// Column of the interval.
    static let intervalColumn = Phrase(id: "selang", en: "interval")
    /// Column of the direction of effects.
    static let directionColumn = Phrase(id: "arah", en: "direction")

    /// Whether an outcome rises or falls with an input; what goes both ways depends on the rest.
    ///
    ///     naik            nine tenths of the mean size have one sign
    ///     bergantung      up here and down there: it depends on the other inputs
    static func direction(_ effect: MorrisEffects.Effect) -> Phrase {
        let (size, mean) = (effect.meanAbsolute.value, effect.mean ?? 0)
        guard size > 0 else { return Phrase(id: "–", en: "–") }
        if mean > 0.9 * size { return Phrase(id: "naik", en: "up") }
        if mean < -0.9 * size { return Phrase(id: "turun", en: "down") }
        return Phrase(id: "bergantung", en: "depends")
    }

    /// Below a heading: inputs that are not shown.
    ///
    /// A scenario of a whole province has hundreds of inputs, and a dozen of them decide.
    static func leftOut(_ count: Int) -> Phrase {
        Phrase(
            id: "\(count) masukan lain tidak ditampilkan; --format csv atau --out memuat semuanya",
            en: "\(count) more inputs are not shown; --format csv or --out has them all")
    }

    /// What a verdict means to a reader.
    ///
    ///     ya              its interval excludes zero
    ///     hampir tidak    it is surely less than a hundredth
    ///     ? N = 8.192     the interval includes zero; that many base points would tell
    ///     tidak           it moves nothing
    static func verdict(_ verdict: SensitivityVerdict, isSmall: Bool) -> Phrase {
        switch verdict {
        case .zero: Phrase(id: "tidak", en: "no")
        case .distinct where isSmall, .undecided where isSmall:
            Phrase(id: "hampir tidak", en: "hardly")
        case .distinct: Phrase(id: "ya", en: "yes")
        case .undecided(nil): Phrase(id: "?", en: "?")
        case .undecided(let size?): Phrase { "? N = " + $0.numbers.format(Int64(size)) }
        }
    }

    // MARK: Faults

    /// What a method refuses.
    ///
    ///     N = 1000 bukan pangkat dua
    ///
    /// Faults that no invocation of the command can cause are told as they are.
    static func sensing(_ fault: SensitivityFault) -> Phrase {
        switch fault {
        case .sizeOutOfRange(let size, let least, let most):
            Phrase(
                id: "\(size) di luar \(least) sampai \(most)",
                en: "\(size) is not between \(least) and \(most)")
        case .baseNotBalanced(let base, _):
            Phrase(
                id: "N = \(base) bukan pangkat dua", en: "N = \(base) is not a power of two")
        case .tooFewRows(let kept, let all, let needed):
            Phrase(
                id: "terlalu banyak perhitungan gagal: \(kept) dari \(all) baris tersisa, perlu"
                    + " \(needed)",
                en: "too many evaluations failed: \(kept) of \(all) rows are left, \(needed) are"
                    + " needed")
        case .baseFailed(let outcome):
            Phrase(
                id: "titik tengah tidak punya hasil untuk '\(outcome)'",
                en: "the middle has no result for '\(outcome)'")
        case .points(.badDimensions(_, let most)):
            Phrase(
                id: "masukannya terlalu banyak untuk Sobol; paling banyak \(most / 2)",
                en: "too many inputs for Sobol; at most \(most / 2)")
        default: cannotDraw("\(fault)")
        }
    }

    /// What to do about it.
    ///
    /// The two sizes around the one that was asked for, since a sequence is balanced over powers of
    /// two.
    static func sensingHint(_ fault: SensitivityFault) -> Phrase? {
        switch fault {
        case .baseNotBalanced(let base, let replicates):
            let below = Swift.max(
                32,
                replicates
                    << (Int.bitWidth - 1
                        - Swift.max(1, base / Swift.max(1, replicates)).leadingZeroBitCount))
            return Phrase(
                id: "pilih \(below) atau \(below * 2)", en: "choose \(below) or \(below * 2)")
        case .tooFewRows, .baseFailed:
            return Phrase(
                id: "persempit rentang masukan, atau lihat sebabnya di bawah",
                en: "narrow the ranges of inputs, or see the reasons below")
        case .points(.badDimensions):
            return Phrase(
                id: "saring dahulu dengan --method morris",
                en: "screen them with --method morris first")
        default: return nil
        }
    }

    /// The option that a fault is about; nil where it is the file.
    static func sensingOption(_ fault: SensitivityFault) -> String? {
        switch fault {
        case .sizeOutOfRange, .baseNotBalanced: "--samples"
        case .levelOutOfRange: "--level"
        default: nil
        }
    }

    /// More base points or repetitions than there is room for their outcomes.
    static func tooManySamples(_ most: Int) -> Phrase {
        Phrase {
            let limit = $0.numbers.format(Int64(most))
            return $0 == .indonesian
                ? "paling banyak \(limit) untuk masukan dan hasil sebanyak ini"
                : "at most \(limit) for this many inputs and outcomes"
        }
    }
    /// `--samples` for a tornado.
    static let tornadoDrawsNothing = Phrase(
        id: "tornado tidak mengacak; --samples hanya untuk morris dan sobol",
        en: "a tornado draws nothing; --samples is for morris and sobol")

    /// A scenario in which everything is certain.
    static let senseNothingUncertainHint = Phrase(
        id: "beri rentang di skenario ('range: 5 .. 50'), atau pakai berkas sapuan dengan 'inputs'",
        en: "give ranges in the scenario ('range: 5 .. 50'), or use a sweep file with 'inputs'")

    /// `--policy` for a scenario.
    static func noPoliciesHere(_ name: String) -> Phrase {
        Phrase(
            id: "berkas ini skenario, bukan sapuan; tidak ada kebijakan '\(name)'",
            en: "this file is a scenario, not a sweep; there is no policy '\(name)'")
    }

    /// A policy that a sweep has not.
    static func unknownPolicy(_ name: String) -> Phrase {
        Phrase(
            id: "kebijakan '\(name)' tidak ada di sapuan ini",
            en: "this sweep has no policy '\(name)'")
    }

    /// An option that must lie between 0 and 1.
    static func notAShare(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan bagian", en: "'\(text)' is not a share")
    }

    /// How shares are written.
    static let shareHint = Phrase(
        id: "tulis bilangan antara 0 dan 1, misalnya 0.95 atau 95 %",
        en: "write a number between 0 and 1, such as 0.95 or 95 %")

    /// How a number of an option is written.
    static func optionNumberHint(_ fault: NumberTextFault) -> Phrase? {
        switch fault {
        case .ambiguous:
            Phrase(
                id: "tulis tanpa tanda ribuan, atau dengan 'Rp' untuk uang",
                en: "write no thousands mark, or 'Rp' before money")
        case .notFinite, .notANumber:
            Phrase(
                id: "tulis angka, misalnya 0, 0,3 atau Rp 1.200.000.000",
                en: "write a number, such as 0, 0.3 or Rp 1.200.000.000")
        case .tooLong: nil
        }
    }

    // MARK: Help

    /// The help of `sense`, in one line.
    public static let sense = Phrase(
        id: "Mencari masukan mana yang paling menentukan hasil.",
        en: "Finds which inputs decide the outcomes.")
    /// The help of `sense`: what the methods do.
    public static let senseMore = Phrase(
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
    public static let helpSenseFile = Phrase(
        id: "Berkas sapuan atau skenario.", en: "Sweep file or scenario.")
    /// The help of `--method`.
    public static let helpMethod = Phrase(
        id: "Cara: tornado, morris atau sobol.", en: "Method: tornado, morris or sobol.")
    /// The help of `--samples`.
    public static let helpSamples = Phrase(
        id: "N titik dasar sobol (pangkat dua, bawaan 1024) atau ulangan morris (bawaan 50).",
        en: "N base points of sobol (a power of two, 1024 by default) or repetitions of morris"
            + " (50 by default).")
    /// The help of `--level`.
    public static let helpLevel = Phrase(
        id: "Tingkat selang, misalnya 0.95.", en: "Level of the intervals, such as 0.95.")
    /// The help of `sense --policy`.
    public static let helpPolicy = Phrase(
        id: "Kebijakan sapuan yang dihitung; bawaan yang pertama.",
        en: "Policy of the sweep to compute; the first one by default.")
}
