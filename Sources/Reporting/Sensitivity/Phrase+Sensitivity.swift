import Analysis
import Exploration
import Quantities

extension Phrase {
    /// Which of some inputs decides each outcome.
    ///
    /// - Parameter findings: an outcome with what is said of it.
    static func senseAnswer(
        _ inputs: Int, _ findings: [(outcome: Phrase, most: SensitivityResult.Most)]
    ) -> [Phrase] {
        findings.enumerated().map { place, finding in
            let (outcome, begun) = (finding.outcome, sentence(finding.outcome))
            let (input, does): (Phrase, Phrase)
            switch finding.most {
            case .nothing:
                return Phrase(
                    "\(begun) tidak diubah oleh satu pun dari \(inputs) masukan.",
                    en: "None of \(inputs) inputs changes \(outcome).")
            case .unknown(let why): return Phrase(same: "\(begun): \(why).")
            case .input(let name, let text): (input, does) = (name, text)
            }
            return place > 0
                ? Phrase(
                    "\(begun) paling ditentukan oleh \(input): \(does).",
                    en: "For \(outcome) it is \(input): \(does).")
                : Phrase(
                    "Dari \(inputs) masukan yang digeser, \(outcome) paling ditentukan oleh"
                        + " \(input): \(does).",
                    en: "Of \(inputs) inputs, \(input) matters most for \(outcome): \(does).")
        }
    }

    static func explains(_ share: String, isTotal: Bool) -> Phrase {
        isTotal
            ? Phrase(
                id: "\(share) ragamnya, bersama masukan lain",
                en: "\(share) of its variance, together with others")
            : Phrase(id: "\(share) ragamnya", en: "\(share) of its variance")
    }

    static func movesBy(_ value: Phrase) -> Phrase {
        Phrase(
            id: "rata-rata \(value.indonesian) di seluruh rentangnya",
            en: "\(value.english) on average over its whole range")
    }

    /// Above the bars of an outcome.
    ///
    ///     Kekurangan pagu: bagian ragam
    static func influence(_ method: SensitivityMethod, _ outcome: Phrase) -> Phrase {
        let what =
            switch method {
            case .tornado: Phrase(id: "lebar perubahan", en: "stretch of change")
            case .morris: Phrase(id: "rata-rata perubahan", en: "mean change")
            case .sobol: Phrase(id: "bagian ragam", en: "share of the variance")
            }
        return Phrase(same: "\(outcome): \(what)")
    }

    /// Which inputs were moved together; a tornado moves each alone, and says so.
    ///
    ///     Digeser bersama: pagu (purse.ceiling.dbh-cht, purse.ceiling.apbd-provinsi)
    static func groups(_ groups: [InputGroup], areMoved: Bool) -> Phrase {
        let texts = groups.map { "\($0.name) (\($0.inputs.joined(separator: ", ")))" }
        let list = texts.joined(separator: "; ")
        return areMoved
            ? Phrase(id: "Digeser bersama: \(list)", en: "Moved together: \(list)")
            : Phrase(
                id: "Tornado menggeser masukan satu per satu; kelompok berkas ini tidak dipakai",
                en: "A tornado moves inputs one by one; the groups of this file are left out")
    }

    static let verdictColumn = Phrase(id: "berpengaruh", en: "matters")

    /// Base points at which an input moved the outcome.
    static let rowsColumn = Phrase(id: "titik berubah", en: "points moved")

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
}
