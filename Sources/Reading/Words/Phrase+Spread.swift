import Formats
import Quantities
import Sampling

extension Phrase {
    static func numbersOf(_ name: String, _ counts: [Int]) -> Phrase {
        let list = counts.map(String.init)
        guard !counts.isEmpty else {
            return Phrase(
                id: "'\(name)' membutuhkan paling sedikit satu nilai",
                en: "'\(name)' needs at least one value")
        }
        return Phrase(
            id: "'\(name)' membutuhkan \(list.joined(separator: " atau ")) angka",
            en: "'\(name)' takes \(list.joined(separator: " or ")) numbers")
    }

    /// Numbers of which no distribution comes.
    ///
    /// The same words for every form: a mode outside its ends is one for `pert` and `triangular`.
    static func distribution(_ fault: DistributionFault) -> Phrase {
        switch fault {
        case .notFinite(let parameter, _):
            Phrase(
                id: "\(name(parameter).indonesian) harus terhingga",
                en: "the \(name(parameter).english) must be finite")
        case .notPositive(let parameter, let number):
            Phrase(
                "\(name(parameter)) harus di atas 0, bukan \(plain: number)",
                en: "the \(name(parameter)) must be above 0, not \(plain: number)")
        case .emptyRange(let low, let high):
            Phrase { rangeReversed("\($0.plain(low)) .. \($0.plain(high))")[$0] }
        case .outside(let parameter, let number, let range, _):
            Phrase(
                "\(name(parameter)) \(plain: number) di luar \(plain: range.lowerBound) sampai"
                    + " \(plain: range.upperBound)",
                en: "the \(name(parameter)) \(plain: number) is outside \(plain: range.lowerBound)"
                    + " to \(plain: range.upperBound)"
            )
        case .noValues: numbersOf("empirical", [])
        case .unequalCounts, .badWeight:
            Phrase(
                id: "bobot tidak boleh negatif dan harus terhingga",
                en: "weights must be finite and not negative")
        case .noWeight: Phrase(id: "semua bobotnya 0", en: "all weights are 0")
        case .nothingInside(let range, let share):
            Phrase {
                truncatedToNothing(accepted(range, $0), $0.significant(share * 100))[$0]
            }
        }
    }

    static func distributionHint(_ fault: DistributionFault) -> Phrase? {
        switch fault {
        case .emptyRange:
            Phrase(id: "ujung bawah ditulis lebih dahulu", en: "write the lower end first")
        case .nothingInside:
            Phrase(
                id: "distribusi yang paling sedikit 0,1 % nilainya diterima dapat dipotong",
                en: "a distribution of which at least 0.1 % is accepted can be truncated")
        default: nil
        }
    }

    private static func truncatedToNothing(_ range: String, _ percent: String) -> Phrase {
        Phrase(
            id: "hanya \(percent) % dari distribusinya terletak di antara yang diterima, \(range)",
            en: "only \(percent) % of the distribution lies in what is accepted, \(range)")
    }

    /// Of draws that a key will not accept.
    static func refusedShare(_ share: Double, _ range: ClosedRange<Double>) -> Phrase {
        Phrase {
            refusedShare($0.significant(share * 100), accepted(range, $0))[$0]
        }
    }

    private static func accepted(_ range: ClosedRange<Double>, _ language: Language) -> String {
        let (low, high) = (language.plain(range.lowerBound), language.plain(range.upperBound))
        return range.upperBound.isFinite
            ? Phrase(id: "\(low) sampai \(high)", en: "\(low) to \(high)")[language]
            : Phrase(id: "\(low) ke atas", en: "\(low) and above")[language]
    }

    private static func refusedShare(_ percent: String, _ range: String) -> Phrase {
        Phrase(
            id: "sekitar \(percent) % tarikan akan ditolak; yang diterima \(range)",
            en: "about \(percent) % of draws will be refused; accepted is \(range)")
    }

    static func name(_ parameter: DistributionFault.Parameter) -> Phrase {
        switch parameter {
        case .value: Phrase(id: "nilai", en: "value")
        case .low, .lowerBound: Phrase(id: "ujung bawah", en: "lower end")
        case .high, .upperBound: Phrase(id: "ujung atas", en: "upper end")
        case .mode: Phrase(id: "modus", en: "mode")
        case .median: Phrase(id: "median", en: "median")
        case .mean: Phrase(id: "rata-rata", en: "mean")
        case .deviation: Phrase(id: "simpangan baku", en: "standard deviation")
        case .alpha, .beta: Phrase(id: parameter.rawValue, en: parameter.rawValue)
        case .shape: Phrase(id: "bentuk (shape)", en: "shape")
        case .scale: Phrase(id: "skala (scale)", en: "scale")
        case .lambda: Phrase(id: "lambda", en: "lambda")
        case .probability: Phrase(id: "peluang", en: "probability")
        case .weight: Phrase(id: "bobot", en: "weight")
        }
    }

    /// Correlations that contradict one another.
    ///
    /// Three inputs cannot all move against each other: where two move against a third, they move
    /// together.
    static func impossibleCorrelation(_ fault: InconsistentCorrelations) -> Phrase {
        Phrase(
            "korelasi \(plain: fault.given) antara '\(fault.first)' dan '\(fault.second)'"
                + " bertentangan dengan korelasi lainnya",
            en: "correlation \(plain: fault.given) of '\(fault.first)' and '\(fault.second)'"
                + " contradicts the other correlations"
        )
    }

    /// The nearest correlations that are possible, all pairs of the correlated inputs that are
    /// correlated then, or were in the file.
    ///
    /// Nearest in the sum of squares of the matrix, in hundredths; they are written as a file has
    /// them, so that they can be copied.
    ///
    /// - Parameter isGiven: whether the file correlates two inputs.
    static func nearestCorrelation(
        _ fault: InconsistentCorrelations, isGiven: (String, String) -> Bool
    ) -> Phrase {
        let (names, ranks) = (fault.names, fault.roundedRows)
        let pairs = names.indices.flatMap { row in
            (0..<row).compactMap { column -> String? in
                let rank = ranks[row][column]
                guard rank != 0 || isGiven(names[column], names[row]),
                    let text = MeantNumber.plain(rank)
                else { return nil }
                return "- { between: [\(names[column]), \(names[row])], rank: \(text) }"
            }
        }
        let list = pairs.joined(separator: " ")
        return Phrase(
            id: "yang terdekat dan mungkin: \(list)", en: "the nearest that are possible: \(list)")
    }
}
