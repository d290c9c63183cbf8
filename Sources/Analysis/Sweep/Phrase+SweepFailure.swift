import Policy
import Quantities

extension Phrase {
    package static func failure(_ reason: SweepFailure) -> Phrase {
        switch reason.kind {
        case .policy(let kind): policyFailure(kind, reason.subject)
        case .refused(let refusal): refused(refusal, reason.subject)
        }
    }

    private static func policyFailure(_ kind: PolicyFault.Kind, _ about: String) -> Phrase {
        switch kind {
        case .missing: Phrase(id: "'\(about)' tidak punya nilai", en: "'\(about)' has no value")
        case .gap: Phrase(id: "'\(about)' mulai terlambat", en: "'\(about)' begins too late")
        case .outOfRange:
            Phrase(
                id: "'\(about)' keluar dari batas setelah digeser",
                en: "'\(about)' is out of range after shifts")
        case .totalOfWiderRegion:
            Phrase(
                id: "'\(about)' memakai jumlah daerah yang lebih luas",
                en: "'\(about)' takes the total of a wider region")
        case .ends:
            Phrase(
                id: "'\(about)' berakhir tanpa pengganti", en: "'\(about)' ends with nothing after")
        case .notWhole:
            Phrase(
                id: "'\(about)' menjadi pecahan setelah digeser",
                en: "'\(about)' is no whole number after shifts")
        case .sharesExceedOne:
            Phrase(
                id: "bagian awal segmen \(about) melebihi satu",
                en: "opening shares of segment \(about) exceed one")
        case .fundingPastDecember:
            Phrase(
                id: "bulan yang dibiayai melewati Desember untuk segmen \(about)",
                en: "funded months run past December for segment \(about)")
        case .purseMayNotPay:
            Phrase(
                id: "sumber dana tidak boleh membayar: \(about)",
                en: "the purse may not pay: \(about)")
        case .noPurse:
            Phrase(
                id: "tidak ada sumber dana untuk segmen \(about)",
                en: "no purse for segment \(about)")
        case .pursesPayPart:
            Phrase(
                id: "sumber dana hanya membayar sebagian untuk segmen \(about)",
                en: "purses pay a part only for segment \(about)")
        case .noProgramme:
            Phrase(id: "segmen \(about) tanpa program", en: "segment \(about) has no programme")
        case .match:
            Phrase(
                id: "sumber dana pendamping melebihi kebutuhan iuran: \(about)",
                en: "matching purses exceed the contributions needed: \(about)")
        }
    }

    private static func refused(_ refusal: SweepFailure.Refusal, _ about: String) -> Phrase {
        switch refusal {
        case .noChoice: Phrase(id: "nilai di luar pilihan", en: "a value that is no choice")
        case .law: Phrase(id: "ditolak hukum \(about)", en: "refused by the law \(about)")
        case .tariff:
            Phrase(
                id: "iuran segmen \(about) tidak dapat dihitung",
                en: "the contribution of segment \(about) cannot be computed")
        case .coverage: Phrase(id: "peluang keluar dari batas", en: "probabilities out of range")
        case .other: Phrase(id: "galat lain: \(about)", en: "another error: \(about)")
        }
    }

    /// Why, most frequent first, one sentence each.
    ///
    ///     56 x 'retention.non-asn' keluar dari batas setelah digeser
    ///
    /// At most five, in the words that a sweep has for them; numbers are left out so that alike
    /// faults count as one.
    package static func reasons(_ errors: [any Error]) -> [Phrase] {
        var counts: [SweepFailure: Int] = [:]
        for error in errors { counts[SweepFailure(error), default: 0] += 1 }
        let sorted = counts.sorted { ($1.value, $0.key.text) < ($0.value, $1.key.text) }
        return sorted.prefix(5).map { reason, count in
            Phrase { language in
                let count = language.numbers.format(Int64(count))
                return "\(count) x \(failure(reason)[language])"
            }
        }
    }
}
