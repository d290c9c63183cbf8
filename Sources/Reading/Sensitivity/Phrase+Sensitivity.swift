import Exploration
import Quantities
import Sampling

extension Phrase {
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
        case .noInputs, .duplicateInput, .levelsNotEven, .unknownInput, .emptyGroup,
            .inputGroupedTimes, .points, .wrongDesign, .wrongLength, .countsDiffer,
            .levelOutOfRange:
            cannotDraw("\(fault)")
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

    static func sensingOption(_ fault: SensitivityFault) -> String? {
        switch fault {
        case .sizeOutOfRange, .baseNotBalanced: "--samples"
        case .levelOutOfRange: "--level"
        default: nil
        }
    }

    static func unknownPolicy(_ name: String) -> Phrase {
        Phrase(
            id: "kebijakan '\(name)' tidak ada di sapuan ini",
            en: "this sweep has no policy '\(name)'")
    }
}
