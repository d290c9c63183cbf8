import Exploration
import Formats
import Quantities

extension Phrase {
    /// Below the title: what was looked at.
    static func pawnSize(_ rows: Int, level: Double, seed: UInt64) -> Phrase {
        Phrase(
            "PAWN: \(rows) baris, jarak sebaran hasil bila satu masukan diketahui, selang"
                + " \(percent: level, decimals: 0), benih \(seed)",
            en: "PAWN: \(rows) rows, distance of an outcome's distribution where one input is"
                + " known, \(percent: level, decimals: 0) intervals, seed \(seed)")
    }

    /// An index with its interval: `0,42 (0,38–0,46)`.
    static func pawnIndex(_ found: SensitivityEstimate) -> Phrase {
        Phrase(
            same: "\(found.value, decimals: 2) (\(found.low, decimals: 2)–"
                + "\(found.high, decimals: 2))")
    }

    /// The input that moves an outcome's distribution most, beside one that does nothing.
    ///
    ///     Sebaran kekurangan pagu paling digeser oleh faktor kuota petani: 0,42 (0,38–0,46);
    ///     masukan tanpa pengaruh paling banyak 0,11.
    static func pawnMost(
        _ outcome: Phrase, _ input: Phrase, _ found: PawnIndices.Estimate
    ) -> Phrase {
        Phrase(
            "Sebaran \(outcome) paling digeser oleh \(input): \(pawnIndex(found.median)); masukan"
                + " tanpa pengaruh paling banyak \(found.nothing, decimals: 2).",
            en: "The distribution of \(outcome) is moved most by \(input):"
                + " \(pawnIndex(found.median)); an input that does nothing comes to"
                + " \(found.nothing, decimals: 2) at most.")
    }

    /// Where no input is told from one that does nothing.
    static func pawnNothing(_ outcome: Phrase, of inputs: Int) -> Phrase {
        Phrase(
            "Tidak satu pun dari \(inputs) masukan menggeser sebaran \(outcome) lebih dari yang"
                + " terjadi secara kebetulan.",
            en: "None of \(inputs) inputs moves the distribution of \(outcome) more than chance"
                + " does.")
    }

    /// An input's index beside what one that does nothing comes to.
    static func pawnInput(_ label: Phrase, _ found: PawnIndices.Estimate) -> Phrase {
        Phrase(
            "\(label): \(pawnIndex(found.median)), tanpa pengaruh paling banyak"
                + " \(found.nothing, decimals: 2)",
            en: "\(label): \(pawnIndex(found.median)), with nothing behind it"
                + " \(found.nothing, decimals: 2) at most")
    }

    /// Inputs that come out as one that does nothing would, with how many rows might tell.
    static func pawnLikeNothing(_ items: [(name: String, tellsAt: Int?)], rows: Int) -> Phrase {
        let texts = items.prefix(6).map { item in
            Phrase(
                "\(item.name)"
                    + "\(text: item.tellsAt.map { " (\($0) baris akan memberi jawaban)" } ?? "")",
                en: "\(item.name)\(text: item.tellsAt.map { " (\($0) rows would tell)" } ?? "")"
            )
        }
        let list = Phrase(same: "\(joined: texts, by: ", ")\(", …", if: items.count > 6)")
        return Phrase(
            "tidak lebih dari masukan tanpa pengaruh pada \(rows) baris: \(list)",
            en: "no more than an input that does nothing, at \(rows) rows: \(list)")
    }

    /// Rows left out of an outcome.
    static func pawnMissing(_ missing: Int, of rows: Int) -> Phrase {
        Phrase(
            "\(missing) dari \(rows) baris tidak punya nilai; yang lain saja yang dipakai",
            en: "\(missing) of \(rows) rows have no value; only the others count")
    }
}
