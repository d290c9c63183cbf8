import Formats
import Quantities

extension Phrase {
    static let outreachPieces = Phrase(
        id: "batas dan biayanya, seperti '{ 30 %: 5000, 60 %: 20000 }'",
        en: "ends and their costs, such as '{ 30 %: 5000, 60 %: 20000 }',")

    static let outreachHint = Phrase(
        id: "contoh: '{ 30 %: 5000, 60 %: 20000 }'",
        en: "for example '{ 30 %: 5000, 60 %: 20000 }'")

    static func outreachFieldHint(_ name: String) -> Phrase {
        let example = name == "cost" ? "'cost: 10000'" : "'saturation: 90 %'"
        return Phrase(id: "contoh: \(example)", en: "for example \(example)")
    }

    static func outreachOfTwoKinds(_ end: String) -> Phrase {
        Phrase(
            id: "'\(end)' bercampur dengan batas jenis lain: tulis semuanya sebagai bagian (%) atau"
                + " semuanya sebagai orang",
            en: "'\(end)' stands beside ends of another kind: write all of them as shares (%) or"
                + " all as persons")
    }

    static func outreachOverlaps(_ end: String) -> Phrase {
        Phrase(
            id: "'\(end)' tidak di atas batas sebelumnya, jadi kedua bagian tumpang tindih",
            en: "'\(end)' is not above the end before it, so that both pieces overlap")
    }

    static func outreachGetsCheaper(
        _ end: String, _ cost: Rupiah, _ before: Rupiah
    ) -> Phrase {
        Phrase(
            "sampai '\(end)' biayanya \(cost), padahal bagian sebelumnya \(before):"
                + " penjangkauan harus makin mahal",
            en: "up to '\(end)' it costs \(cost), but \(before) before: outreach must get"
                + " dearer")
    }

    static func outreachDearerHint(_ before: Double) -> Phrase {
        let text = "'\(Int64(before) + 1)'"
        return Phrase(
            id: "paling sedikit \(text), atau hapus bagian ini",
            en: "\(text) or more, or leave this piece out")
    }

    static func notAnOutreachEnd(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan batas penjangkauan: bagian di atas 0 sampai 100 %, atau orang utuh"
                + " di atas 0",
            en: "'\(text)' is no end of outreach: a share above 0 up to 100 %, or whole persons"
                + " above 0")
    }

    static func outreachEndHint(_ end: Double, isShare: Bool) -> Phrase {
        if isShare { return Phrase(id: "paling tinggi '100 %'", en: "'100 %' at most") }
        if end > 0, end < 1, let share = MeantNumber.plain(end * 100) {
            return Phrase(
                id: "bagian ditulis dengan %: '\(share) %'",
                en: "a share is written with %: '\(share) %'")
        }
        return Phrase(id: "paling sedikit '1'", en: "'1' or more")
    }

    static func notAnOutreachCost(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan biaya penjangkauan dalam rupiah utuh",
            en: "'\(text)' is no cost of outreach in whole rupiah")
    }

    static func outreachCostHint(_ cost: Double) -> Phrase {
        let text = "'\(Int64(max(0, cost.rounded())))'"
        return Phrase(id: "tulis \(text)", en: "write \(text)")
    }
}
