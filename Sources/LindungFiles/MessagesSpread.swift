import Policy
import Quantities
import Sampling

/// Ranges and distributions that cannot be used.
///
/// They stand at the range or the number at fault. What a reader most often gets wrong is the place
/// of the value: the median of a range, not its end.
extension Messages {
    /// For two of a range in place of a value, `range` and `distribution`.
    static let leaveOneOut = Phrase(
        id: "hapus salah satunya: sebuah isian punya paling banyak satu rentang atau distribusi",
        en: "leave one of them out: an entry has at most one range or distribution")

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
        id: "hapus rentang di sini; di skenario turunan tulis faktor bersama:"
            + " '{ scale: 0.8 .. 1.2 }'",
        en: "leave out the range here; in a scenario that extends this one, write a common factor:"
            + " '{ scale: 0.8 .. 1.2 }'")

    /// The same where a range stands among the values.
    static let oneNumberHere = Phrase(
        id: "tulis satu angka di sini; di skenario turunan tulis faktor bersama:"
            + " '{ scale: 0.8 .. 1.2 }'",
        en: "write one number here; in a scenario that extends this one, write a common factor:"
            + " '{ scale: 0.8 .. 1.2 }'")

    /// How rows of a table are made uncertain.
    static let tableRanges = Phrase(
        id: "hapus dari sini: rentang tiap baris ada di kolom seperti 'workers_low' dan"
            + " 'workers_high'; faktor bersama ditulis di skenario turunan:"
            + " '{ scale: 0.8 .. 1.2 }'",
        en: "leave it out here: rows have their ranges in columns such as 'workers_low' and"
            + " 'workers_high'; a common factor goes into a scenario that extends this one:"
            + " '{ scale: 0.8 .. 1.2 }'")

    /// A value that cannot be the middle of what is said about it.
    static func valueOutsideRange(_ number: Double, _ range: ClosedRange<Double>) -> Phrase {
        Phrase {
            let (low, high) = (
                $0.numbers.plain(range.lowerBound), $0.numbers.plain(range.upperBound)
            )
            let value = $0.numbers.plain(number)
            return $0 == .indonesian
                ? "nilai \(value) tidak terletak di dalam rentangnya, \(low) sampai \(high)"
                : "value \(value) does not lie inside its range, \(low) to \(high)"
        }
    }

    /// What a range means for its value.
    static func valueInsideHint(_ number: Double, _ range: ClosedRange<Double>) -> Phrase {
        let ends = [range.lowerBound, number, range.upperBound].compactMap(MeantNumber.plain)
        guard range.contains(number), ends.count == 3 else {
            return Phrase(
                id: "nilai adalah median rentang 90 %: ubah nilainya atau lebarkan rentangnya",
                en: "the value is the median of the 90 % range: change it, or widen the range")
        }
        let text = "distribution: { triangular: [\(ends.joined(separator: ", "))] }"
        return Phrase(
            id: "nilai adalah median rentang 90 %; untuk nilai di ujungnya ganti 'range' dengan"
                + " '\(text)'",
            en: "the value is the median of the 90 % range; for a value at its end write '\(text)'"
                + " in place of 'range'")
    }

    /// For a range of a word or a flag.
    static func choiceHint(_ example: String) -> Phrase {
        let text = "distribution: { choice: { \(example) } }"
        return Phrase(id: "pakai '\(text)'", en: "use '\(text)'")
    }

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
                    ? "\(name(parameter)[$0]) harus di atas 0, bukan \($0.numbers.plain(number))"
                    : "the \(name(parameter)[$0]) must be above 0, not \($0.numbers.plain(number))"
            }
        case .emptyRange(let low, let high):
            Phrase { rangeReversed("\($0.numbers.plain(low)) .. \($0.numbers.plain(high))")[$0] }
        case .outside(let parameter, let number, let range, _):
            Phrase {
                let (low, high) = (
                    $0.numbers.plain(range.lowerBound), $0.numbers.plain(range.upperBound)
                )
                let (name, value) = (name(parameter)[$0], $0.numbers.plain(number))
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
    ///
    /// - Parameter names: of the inputs that may be correlated.
    static func correlationHint(_ names: [String]) -> Phrase {
        guard names.count > 1 else {
            return Phrase(
                id: "korelasi butuh dua kunci yang punya rentang atau distribusi",
                en: "a correlation needs two keys with a range or a distribution")
        }
        let pair = "- { between: [\(names[0]), \(names[1])], rank: 0.4 }"
        return Phrase(id: "contoh: \(pair)", en: "for example: \(pair)")
    }

    /// A pair that is none.
    static let notAPair = Phrase(
        id: "'between' harus menyebut dua masukan yang berbeda",
        en: "'between' must name two different inputs")

    /// A correlation outside of its range.
    static func rankOutOfRange(_ rank: Double) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "korelasi \($0.numbers.plain(rank)) di luar batas -1 sampai 1"
                : "correlation \($0.numbers.plain(rank)) is outside -1 to 1"
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
    static func uncertainHint(_ names: [String]) -> Phrase {
        guard !names.isEmpty else {
            return Phrase(
                id: "beri rentang atau distribusi pada kunci itu lebih dahulu",
                en: "give the key a range or a distribution first")
        }
        let list = list(names)
        return Phrase(
            id: "kunci yang punya rentang atau distribusi: \(list)",
            en: "keys with a range or a distribution: \(list)")
    }

    /// Correlations that contradict one another.
    ///
    /// Three inputs cannot all move against each other: where two move against a third, they move
    /// together.
    static func impossibleCorrelation(_ fault: InconsistentCorrelations) -> Phrase {
        Phrase {
            let rank = $0.numbers.plain(fault.given)
            return $0 == .indonesian
                ? "korelasi \(rank) antara '\(fault.first)' dan '\(fault.second)' bertentangan"
                    + " dengan korelasi lainnya"
                : "correlation \(rank) of '\(fault.first)' and '\(fault.second)' contradicts the"
                    + " other correlations"
        }
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
