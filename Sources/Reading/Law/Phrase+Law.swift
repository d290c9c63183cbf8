import Formats
import Policy
import Quantities

extension Phrase {
    static let baseHint = Phrase(
        id: "tulis rupiah tanpa pemisah, seperti 1000000, atau 'Rp 1.000.000'",
        en: "write whole rupiah without marks, such as 1000000, or 'Rp 1.000.000'")

    /// What is wrong with a path, a value or a change of the law.
    ///
    /// | Fault | A reader sees it when |
    /// |---|---|
    /// | `unknownPath` | a path is asked for that the tree does not have |
    /// | `duplicatePath` | two law files, or a file and a temporary rule, give one path |
    /// | `noValue` | a month is asked for in which the parameter has none |
    /// | `wrongKind` | a number is put where a table or a word stands |
    /// | `outOfRange` | a change leaves the range that the law file states |
    /// | `datesOutOfOrder` | periods of a parameter overlap or run backwards |
    /// | `emptyPeriod` | a change has its `until` before its `from` |
    /// | `changeDoesNotFit` | `scale` or `add` meets a table of bands or a word |
    /// | `tooLarge` | a base or an override is beyond what is computed exactly |
    ///
    /// All others speak of a registration, not of a parameter.
    package static func law(_ fault: LawFault) -> Phrase {
        switch fault {
        case .unknownPath(let path):
            Phrase(id: "parameter hukum '\(path)' tidak ada", en: "there is no law '\(path)'")
        case .duplicatePath(let path):
            Phrase(id: "parameter hukum '\(path)' ada dua", en: "law '\(path)' is given twice")
        case .noValue(let path, let month, _):
            Phrase(
                id: "'\(path)' tidak punya nilai pada \(month)",
                en: "'\(path)' has no value in \(month)")
        case .wrongKind(let path, let expected, let found):
            Phrase(
                id: "'\(path)' berupa \(name(found).indonesian), bukan"
                    + " \(name(expected).indonesian)",
                en: "'\(path)' holds a \(name(found).english), not a \(name(expected).english)")
        case .outOfRange(let path, let value, let allowed):
            outOfRange(path, value.value, allowed.lowerBound.value...allowed.upperBound.value)
        case .datesOutOfOrder(let path, let month):
            Phrase(
                id: "tanggal '\(path)' tidak berurutan pada \(month)",
                en: "the dates of '\(path)' are out of order at \(month)")
        case .emptyPeriod(let path, let from, let until):
            Phrase(
                id: "'\(path)' berakhir (\(until)) sebelum mulai (\(from))",
                en: "'\(path)' ends (\(until)) before it begins (\(from))")
        case .changeDoesNotFit(let path, let kind):
            Phrase(
                id: "'\(path)' berupa \(name(kind).indonesian) dan tidak dapat diubah begitu",
                en: "'\(path)' is a \(name(kind).english) and cannot be changed like that")
        case .tooLarge:
            Phrase(id: "angkanya terlalu besar", en: "the numbers are too large")
        case .notAvailable, .riskClassMissing, .riskClassUnknown, .baseDoesNotFit, .baseNegative,
            .packageIndivisible, .packageUnknown, .savingsOutOfRange, .recomposedWithout:
            contribution(fault)
        }
    }

    static func name(_ kind: LawValue.Kind) -> Phrase {
        switch kind {
        case .decimal: Phrase(id: "angka", en: "number")
        case .scale: Phrase(id: "tarif berjenjang", en: "scale of rates")
        case .brackets: Phrase(id: "tabel golongan", en: "table of bands")
        case .text: Phrase(id: "kata", en: "word")
        }
    }

    /// What is wrong with a registration: route, programmes, base, risk class, package or savings.
    ///
    /// | Fault | A reader sees it when |
    /// |---|---|
    /// | `notAvailable` | a programme is asked for on a route that does not have it |
    /// | `riskClassMissing` | wage earners are asked about without a risk class |
    /// | `riskClassUnknown` | the class is none of 1 to 5 |
    /// | `baseDoesNotFit` | a wage is given where the route counts otherwise |
    /// | `baseNegative` | the wage or income is below zero |
    /// | `packageIndivisible` | a part of a package is asked for that is sold whole |
    /// | `packageUnknown` | no package lasts that many months |
    /// | `savingsOutOfRange` | chosen savings are below the least or above the most |
    /// | `recomposedWithout` | a programme is paid out of another that is not asked for |
    static func contribution(_ fault: LawFault) -> Phrase {
        switch fault {
        case .notAvailable(let programme, let route):
            Phrase(
                id: "program \(programme) tidak ada di jalur \(route.rawValue)",
                en: "programme \(programme) does not exist on route \(route.rawValue)")
        case .riskClassMissing(let route):
            Phrase(
                id: "jalur \(route.rawValue) membutuhkan kelompok risiko",
                en: "route \(route.rawValue) needs a risk class")
        case .riskClassUnknown(let number): notARiskClass(String(number))
        case .baseDoesNotFit(let programme, let route):
            Phrase(
                id: "dasar iuran ini tidak cocok untuk \(programme) di jalur \(route.rawValue)",
                en: "this base does not fit \(programme) on route \(route.rawValue)")
        case .baseNegative(let base): notMoney(String(base.amount))
        case .packageIndivisible(let route, let missing):
            Phrase(
                id: "jalur \(route.rawValue) menjual satu paket; \(missing) belum disebut",
                en: "route \(route.rawValue) sells one package; \(missing) is missing")
        case .packageUnknown(let months, _):
            Phrase(
                id: "tidak ada paket \(months) bulan", en: "there is no package of \(months) months"
            )
        case .savingsOutOfRange(let savings, _):
            Phrase(
                "tabungan \(savings) di luar batas", en: "savings of \(savings) are out of range")
        case .recomposedWithout(let programme, let needed):
            Phrase(
                id: "\(programme) dibayar dari iuran \(needed), yang tidak diikuti",
                en: "\(programme) is paid out of \(needed), which is not among the programmes")
        case .unknownPath, .duplicatePath, .noValue, .wrongKind, .outOfRange, .datesOutOfOrder,
            .emptyPeriod, .changeDoesNotFit, .tooLarge:
            Phrase(id: "hukum tidak menjawab", en: "the law has no answer")
        }
    }

    /// What would be right; nil where nothing more can be said.
    ///
    /// The first month with a value, the risk classes, the packages on offer, the least and the
    /// most savings, or how to split the question.
    package static func lawHint(_ fault: LawFault) -> Phrase? {
        switch fault {
        case .noValue(_, _, let first?):
            Phrase(
                id: "nilai pertama berlaku sejak \(first)",
                en: "the first value holds from \(first)")
        case .riskClassMissing, .riskClassUnknown: riskHint
        case .notAvailable(_, .bpu): choices(["jkk", "jkm", "jht"])
        case .notAvailable(_, .jakon): choices(["jkk", "jkm"])
        case .packageUnknown(_, let offered) where !offered.isEmpty:
            choices(offered.map(String.init))
        case .savingsOutOfRange(_, let allowed):
            Phrase(
                "\(allowed.lowerBound) sampai \(allowed.upperBound)",
                en: "\(allowed.lowerBound) to \(allowed.upperBound)")
        case .baseDoesNotFit(_, .pmi):
            Phrase(
                id: "tanyakan jkk,jkm dan jht satu per satu",
                en: "ask about jkk,jkm and about jht separately")
        default: nil
        }
    }
}

extension InputFaults {
    /// What the law refuses of what an option names.
    package init(_ fault: LawFault, option: String) {
        self.init(option: option, Phrase.law(fault), hint: Phrase.lawHint(fault))
    }
}
