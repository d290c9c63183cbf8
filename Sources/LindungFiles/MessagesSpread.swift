import Policy
import Quantities
import Sampling

/// Ranges and distributions that cannot be used.
///
/// They stand at the range or the number at fault. What a reader most often gets wrong is the place
/// of the value: the median of a range, not its end.
extension Messages {
    /// For two of a range in place of a value, `range` and `distribution`.
    static let oneSpread = Phrase(
        id: "sebuah isian punya paling banyak satu rentang atau distribusi",
        en: "an entry has at most one range or distribution")

    /// A range or distribution beside several dates.
    ///
    /// One draw for all dates would have to say how they go together, and one for each date would
    /// average out over the years: the author has to say which part is uncertain.
    static func spreadOnPath(_ field: String) -> Phrase {
        Phrase(
            id: "'\(field)' tidak dapat menyebar di beberapa bulan sekaligus",
            en: "'\(field)' cannot spread over several dates")
    }

    /// How all steps of a path are made uncertain at once.
    static let commonFactor = Phrase(
        id: "tulis jalurnya tanpa rentang di lapisan bawah, lalu faktor bersama di atasnya:"
            + " 'scale: 1' dengan 'range: 0.8 .. 1.2'",
        en: "write the path without a range in a lower layer and a common factor above it:"
            + " 'scale: 1' with 'range: 0.8 .. 1.2'")

    /// How rows of a table are made uncertain.
    static let tableRanges = Phrase(
        id: "rentang tiap baris ada di kolom seperti 'workers_low' dan 'workers_high'; faktor"
            + " bersama semua baris ditulis di lapisan atas: 'scale: 1' dengan 'range: 0.8 .. 1.2'",
        en: "rows have their ranges in columns such as 'workers_low' and 'workers_high'; a factor"
            + " common to all is written in a layer above: 'scale: 1' with 'range: 0.8 .. 1.2'")

    /// A value that cannot be the middle of what is said about it.
    static func valueOutsideRange(_ number: Double, _ range: ClosedRange<Double>) -> Phrase {
        Phrase {
            let (low, high) = (plain(range.lowerBound, $0), plain(range.upperBound, $0))
            let value = plain(number, $0)
            return $0 == .indonesian
                ? "nilai \(value) tidak terletak di dalam rentangnya, \(low) sampai \(high)"
                : "value \(value) does not lie inside its range, \(low) to \(high)"
        }
    }

    /// What a range means for its value.
    static let valueInsideHint = Phrase(
        id: "nilai adalah median rentang 90 %; untuk nilai di ujungnya pakai"
            + " 'distribution: { triangular: [a, modus, b] }'",
        en: "the value is the median of the 90 % range; for a value at its end use"
            + " 'distribution: { triangular: [a, mode, b] }'")

    /// For a range of a word or a flag.
    static let choiceHint = Phrase(
        id: "pakai 'distribution: { choice: { true: 1, false: 2 } }'",
        en: "use 'distribution: { choice: { true: 1, false: 2 } }'")

    /// A written value that the choice lacks.
    static func notAmongChoices(_ text: String) -> Phrase {
        Phrase(
            id: "nilai '\(text)' tidak ada di antara pilihan distribusinya",
            en: "value '\(text)' is not among the choices of its distribution")
    }

    // MARK: Forms

    /// No form, or two of them.
    static let oneDistribution = Phrase(
        id: "'distribution' harus berisi satu bentuk dengan parameternya",
        en: "'distribution' must hold one form with its parameters")

    /// All forms.
    static func forms(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(id: "bentuk: \(list)", en: "forms: \(list)")
    }

    /// A form that does not exist.
    static func unknownDistribution(_ name: String) -> Phrase {
        Phrase(id: "distribusi '\(name)' tidak dikenal", en: "unknown distribution '\(name)'")
    }

    /// Too few or too many parameters.
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

    /// How a form is written.
    static func writtenAs(_ pattern: String) -> Phrase {
        Phrase(id: "contoh: '\(pattern)'", en: "for example '\(pattern)'")
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
            Phrase {
                $0 == .indonesian
                    ? "\(name(parameter)[$0]) harus di atas 0, bukan \(plain(number, $0))"
                    : "the \(name(parameter)[$0]) must be above 0, not \(plain(number, $0))"
            }
        case .emptyRange(let low, let high):
            Phrase { rangeReversed("\(plain(low, $0)) .. \(plain(high, $0))")[$0] }
        case .outside(let parameter, let number, let range, _):
            Phrase {
                let (low, high) = (plain(range.lowerBound, $0), plain(range.upperBound, $0))
                let (name, value) = (name(parameter)[$0], plain(number, $0))
                return $0 == .indonesian
                    ? "\(name) \(value) di luar \(low) sampai \(high)"
                    : "the \(name) \(value) is outside \(low) to \(high)"
            }
        case .noValues: numbersOf("empirical", [])
        case .unequalCounts, .badWeight:
            Phrase(
                id: "bobot tidak boleh negatif dan harus terhingga",
                en: "weights must be finite and not negative")
        case .noWeight: Phrase(id: "semua bobotnya 0", en: "all weights are 0")
        }
    }

    /// What helps with it; nil where the message says it.
    static func distributionHint(_ fault: DistributionFault) -> Phrase? {
        guard case .emptyRange = fault else { return nil }
        return Phrase(id: "ujung bawah ditulis lebih dahulu", en: "write the lower end first")
    }

    /// What a number of a distribution is called.
    private static func name(_ parameter: DistributionFault.Parameter) -> Phrase {
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
}

/// Correlations between uncertain inputs.
///
/// They stand at the pair.
extension Messages {
    /// A section `correlations` that is no list.
    static let correlationsNotList = Phrase(
        id: "'correlations' harus berisi daftar pasangan",
        en: "'correlations' must hold a list of pairs")

    /// How a pair is written.
    static let correlationHint = Phrase(
        id: "contoh: - { between: [rate.lapse, retention], rank: 0.4 }",
        en: "for example: - { between: [rate.lapse, retention], rank: 0.4 }")

    /// A pair that is none.
    static let notAPair = Phrase(
        id: "'between' harus menyebut dua masukan yang berbeda",
        en: "'between' must name two different inputs")

    /// A correlation outside of its range.
    static func rankOutOfRange(_ rank: Double) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "korelasi \(plain(rank, $0)) di luar batas -1 sampai 1"
                : "correlation \(plain(rank, $0)) is outside -1 to 1"
        }
    }

    /// The same two inputs a second time.
    static func pairTwice(_ first: String, _ second: String) -> Phrase {
        Phrase(
            id: "korelasi '\(first)' dan '\(second)' sudah ditulis",
            en: "the correlation of '\(first)' and '\(second)' was already given")
    }

    /// A name that no uncertain input has.
    static func notUncertain(_ name: String) -> Phrase {
        Phrase(
            id: "'\(name)' bukan masukan yang tidak pasti",
            en: "'\(name)' is not an uncertain input")
    }

    /// What makes an input uncertain, for a name that resembles none.
    static let uncertainHint = Phrase(
        id: "hanya kunci dengan rentang atau distribusi yang dapat berkorelasi, ditulis seperti di"
            + " bagiannya",
        en: "only keys with a range or distribution can be correlated, written as in their section")

    /// Correlations that contradict one another.
    ///
    /// Three inputs cannot all move against each other: where two move against a third, they move
    /// together.
    static func impossibleCorrelation(_ fault: InconsistentCorrelations) -> Phrase {
        Phrase {
            let rank = plain(fault.given, $0)
            return $0 == .indonesian
                ? "korelasi \(rank) antara '\(fault.first)' dan '\(fault.second)' bertentangan"
                    + " dengan korelasi lainnya"
                : "correlation \(rank) of '\(fault.first)' and '\(fault.second)' contradicts the"
                    + " other correlations"
        }
    }

    /// The nearest correlations that are possible, all pairs of the correlated inputs.
    ///
    /// Nearest in the sum of squares of the matrix; an author may give them as they are.
    static func nearestCorrelation(_ fault: InconsistentCorrelations) -> Phrase {
        Phrase { language in
            let pairs = fault.names.indices.flatMap { row in
                (0..<row).map { column in
                    let rank = language.numbers.format(fault.nearestRows[row][column], decimals: 2)
                    return "\(fault.names[column]) – \(fault.names[row]) \(rank)"
                }
            }
            return language == .indonesian
                ? "yang terdekat dan mungkin: \(pairs.joined(separator: ", "))"
                : "the nearest that are possible: \(pairs.joined(separator: ", "))"
        }
    }
}
