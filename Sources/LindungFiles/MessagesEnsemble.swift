import Analysis
import Policy
import Quantities
import Sampling

/// Options of draws, and what cannot be drawn.
///
/// Faults stand at the option that asks for draws, since each file by itself is right.
extension Messages {
    /// The help of `--draws`.
    public static let helpDraws = Phrase(
        id: "Banyaknya simulasi acak atas masukan berentang; hasil menjadi selang 90 %.",
        en: "Draws of the inputs that have ranges; results become 90 % intervals.")
    /// The help of `--design`.
    public static let helpDesign = Phrase(
        id: "Cara mengacak: mc (acak), lhs (hiperkubus Latin) atau sobol.",
        en: "How draws are made: mc (random), lhs (Latin hypercube) or sobol.")
    /// The help of `--all-draws`.
    public static let helpAllDraws = Phrase(
        id: "Tulis setiap simulasi acak dengan masukan dan hasilnya sebagai CSV.",
        en: "Write every draw with its inputs and results as CSV.")
    /// Before the progress bar while draws are evaluated.
    public static let drawing = Phrase(id: "menghitung simulasi acak", en: "drawing")

    /// An option that means something with `--draws` only.
    public static func needsDraws(_ option: String) -> InputFaults {
        InputFaults(
            option: option,
            Phrase(
                id: "pilihan ini hanya berlaku bersama --draws",
                en: "this option means something with --draws only"),
            hint: Phrase(id: "tambahkan misalnya --draws 1000", en: "add --draws 1000, for example")
        )
    }

    /// No draws, or more than a design has.
    static func badDrawCount(_ count: Int, _ most: Int = EnsemblePlan.most) -> Phrase {
        count < 1
            ? Phrase(
                id: "banyaknya simulasi acak harus paling sedikit 1",
                en: "the number of draws must be at least 1")
            : Phrase {
                let limit = $0.numbers.format(Int64(most))
                return $0 == .indonesian
                    ? "banyaknya simulasi acak paling banyak \(limit)"
                    : "the number of draws must be at most \(limit)"
            }
    }

    /// Scenarios of which no input has a range.
    static let nothingToDraw = Phrase(
        id: "tidak ada masukan yang berentang, jadi tidak ada yang diacak",
        en: "no input has a range, so that there is nothing to draw")
    /// What makes an input uncertain.
    static let nothingToDrawHint = Phrase(
        id: "beri rentang di skenario, misalnya 'retention: 0.02 .. 0.3', atau hapus 'draws'",
        en: "give a range in the scenario, such as 'retention: 0.02 .. 0.3', or leave 'draws' out")

    /// More inputs than a Sobol sequence has dimensions.
    static func tooManyDimensions(_ count: Int, _ most: Int) -> Phrase {
        Phrase(
            id: "sobol mengenal paling banyak \(most) masukan, skenario ini punya \(count)",
            en: "sobol knows at most \(most) inputs, and there are \(count)")
    }

    /// What to use in its place.
    static let useLatinHypercube = Phrase(id: "pakai --design lhs", en: "use --design lhs")

    /// A scenario of which not one draw has a result.
    ///
    /// An interval of nothing would be a table of empty cells; the first reason is told in its
    /// place.
    static func allDrawsFailed(_ name: String, _ reason: Phrase) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "tidak satu pun simulasi acak '\(name)' punya hasil: \(reason[$0])"
                : "not one draw of '\(name)' has a result: \(reason[$0])"
        }
    }

    /// What to do about it.
    static let narrowRanges = Phrase(
        id: "persempit rentang masukannya", en: "narrow the ranges of its inputs")
}

/// Draws in reports.
extension Messages {
    /// Above the intervals of one scenario's years.
    static let drawnByYear = Phrase(
        id: "Sebaran menurut tahun", en: "Spread by year")
    /// Above the intervals of scenarios side by side.
    static let drawnOverall = Phrase(
        id: "Sebaran, seluruh periode", en: "Spread, the whole horizon")
    /// Above the intervals of differences.
    static let drawnDifferences = Phrase(
        id: "Selisih terhadap acuan dalam simulasi acak yang sama",
        en: "Differences to the baseline in the same draws")

    /// What intervals are, and how near the mean of the bill is.
    ///
    /// The error is that of independent draws; the other designs come nearer, how much is not known
    /// from one of them.
    static func drawsExplained(_ plan: EnsemblePlan, inputs: Int, error: String) -> Phrase {
        Phrase { language in
            let draws = language.numbers.format(Int64(plan.draws))
            let design = plan.design.rawValue
            let isRandom = plan.design == .monteCarlo
            return language == .indonesian
                ? "median dan, di antara kurung, rentang 90 % dari \(draws) simulasi acak"
                    + " (\(design), benih \(plan.seed)) atas \(inputs) masukan; galat Monte Carlo"
                    + " rata-rata kebutuhan iuran"
                    + " \(isRandom ? "" : "paling banyak sekitar ")Rp \(error)"
                : "median and, in parentheses, 90 % range of \(draws) draws"
                    + " (\(design), seed \(plan.seed)) of \(inputs) inputs; Monte Carlo error of"
                    + " the mean bill \(isRandom ? "" : "at most about ")Rp \(error)"
        }
    }

    /// What the shares beside differences are.
    static let sharesExplained = Phrase(
        id: "bagian simulasi acak dengan kebutuhan iuran di atas atau di bawah acuan",
        en: "the share of draws with a bill above or below the baseline's")

    /// Draws without a result, and why.
    ///
    /// They are not replaced by others: what is shown leaves them out, and the reader has to know.
    static func drawsFailed(
        _ name: String, _ failures: DrawFailures, of draws: Int, _ reasons: [Phrase]
    ) -> Phrase {
        Phrase { language in
            let count = language.numbers.format(Int64(failures.count))
            let all = language.numbers.format(Int64(draws))
            let first = zip(failures.first, reasons).map { failure, reason in
                let draw = language.numbers.format(Int64(failure.draw + 1))
                return language == .indonesian
                    ? "simulasi acak \(draw): \(reason[language])"
                    : "draw \(draw): \(reason[language])"
            }
            return language == .indonesian
                ? "PERHATIAN: \(count) dari \(all) simulasi acak '\(name)' tidak punya hasil dan"
                    + " tidak ikut dihitung. \(first.joined(separator: "; "))."
                : "NOTE: \(count) of \(all) draws of '\(name)' have no result and are not part of"
                    + " it. \(first.joined(separator: "; "))."
        }
    }

    /// A thousand thousand millions.
    static let trillion = Phrase.trillion
    /// A thousand millions.
    static let billion = Phrase.billion
    /// A thousand thousands.
    static let millionWord = Phrase.million

    /// Beside a progress bar.
    static func timeLeft(_ time: String) -> Phrase {
        Phrase(id: "sisa \(time)", en: "\(time) left")
    }
}
