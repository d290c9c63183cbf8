import Policy
import Quantities

/// Questions that the law does not answer, and changes that it refuses.
extension Messages {
    /// What is wrong.
    static func law(_ fault: LawFault) -> Phrase {
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
                id: "'\(path)' berupa \(found.rawValue), bukan \(expected.rawValue)",
                en: "'\(path)' holds a \(found.rawValue), not a \(expected.rawValue)")
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
                id: "'\(path)' berupa \(kind.rawValue) dan tidak dapat diubah begitu",
                en: "'\(path)' is a \(kind.rawValue) and cannot be changed like that")
        case .tooLarge:
            Phrase(id: "angkanya terlalu besar", en: "the numbers are too large")
        default: contribution(fault)
        }
    }

    /// What is wrong with a registration.
    private static func contribution(_ fault: LawFault) -> Phrase {
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
            Phrase {
                let money = $0.numbers.format(savings)
                return $0 == .indonesian
                    ? "tabungan \(money) di luar batas" : "savings of \(money) are out of range"
            }
        case .recomposedWithout(let programme, let needed):
            Phrase(
                id: "\(programme) dibayar dari iuran \(needed), yang tidak diikuti",
                en: "\(programme) is paid out of \(needed), which is not among the programmes")
        default: Phrase(id: "hukum tidak menjawab", en: "the law has no answer")
        }
    }

    /// What would be right; nil where nothing more can be said.
    static func lawHint(_ fault: LawFault) -> Phrase? {
        switch fault {
        case .noValue(_, _, let first?):
            Phrase(
                id: "nilai pertama berlaku sejak \(first)",
                en: "the first value holds from \(first)")
        case .riskClassMissing, .riskClassUnknown: riskHint
        case .packageUnknown(_, let offered) where !offered.isEmpty:
            choices(offered.map(String.init))
        case .savingsOutOfRange(_, let allowed):
            Phrase {
                let (low, high) = (
                    $0.numbers.format(allowed.lowerBound), $0.numbers.format(allowed.upperBound)
                )
                return $0 == .indonesian ? "\(low) sampai \(high)" : "\(low) to \(high)"
            }
        case .baseDoesNotFit(_, .pmi):
            Phrase(
                id: "tanyakan jkk,jkm dan jht satu per satu",
                en: "ask about jkk,jkm and about jht separately")
        default: nil
        }
    }
}
