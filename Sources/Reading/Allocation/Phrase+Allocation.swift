import Analysis
import Formats
import Policy
import Quantities

extension Phrase {
    static func futuresMoveNoMoneyHint(_ purse: PurseID?) -> Phrase {
        let key = (["purse.ceiling"] + (purse.map { [$0.name] } ?? [])).joined(separator: ".")
        let entry = "'\(key): { scale: [0.4, 0.7, 1] }'"
        return Phrase(
            id: "tambahkan misalnya \(entry) di 'inputs'",
            en: "add for instance \(entry) to 'inputs'")
    }

    static func demandHint(_ rule: String, _ words: [String]) -> Phrase {
        let (example, list) = ("'\(rule): { floor: 50 % }'", words.joined(separator: ", "))
        return Phrase(
            id: "contoh: \(example); tuntutan: \(list)",
            en: "for example \(example); demands: \(list)")
    }

    static let namedFields = Phrase(
        id: "daftar isian bernama, seperti '{ nama: nilai }'",
        en: "a list of named fields, such as '{ name: value }',")

    static func earmarkMayNotPay(_ purse: PurseID, _ segment: SegmentID) -> Phrase {
        Phrase(
            id: "sumber dana '\(purse)' tidak boleh membayar segmen '\(segment)' (purses.yaml)",
            en: "purse '\(purse)' may not pay for segment '\(segment)' (purses.yaml)")
    }

    static func notPersons(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan jumlah orang yang utuh",
            en: "'\(text)' is not a whole number of persons")
    }

    static func personsHint(_ number: Double) -> Phrase {
        if 0 < number, number < 1, let share = MeantNumber.plain(number * 100) {
            return Phrase(
                id: "bagian ditulis dengan %: '\(share) %'",
                en: "a share is written with %: '\(share) %'")
        }
        return number < 0
            ? Phrase(id: "paling sedikit '0'", en: "'0' or more")
            : partOfPersonHint(number, takesShare: false)
    }

    static func notAGrowth(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan perubahan per tahun",
            en: "'\(text)' is not a change per year")
    }

    static func growthHint(_ number: Double) -> Phrase {
        let percent = abs(number) < 1 ? number * 100 : number
        guard number >= -1, let text = MeantNumber.plain(percent) else {
            return Phrase(id: "paling rendah '-100 %'", en: "'-100 %' or more")
        }
        return Phrase(id: "tulis dengan %: '\(text) %'", en: "write it with %: '\(text) %'")
    }

    static let untilBeforeFrom = Phrase(
        id: "'until' ada sebelum 'from'", en: "'until' is before 'from'")
}
