import Analysis
import Formats
import Policy
import Quantities

extension Phrase {
    static func futuresNeedAdditive(_ objective: AllocationProblem.Objective) -> Phrase {
        Phrase(
            id: """
                'futures' hanya untuk tujuan 'protected_person_months' atau 'families_kept', bukan \
                '\(objective.rawValue)'
                """,
            en: """
                'futures' is for the objectives 'protected_person_months' and 'families_kept' \
                only, not for '\(objective.rawValue)'
                """)
    }

    static let tailIsZero = Phrase(
        id: "'tail' harus di atas 0", en: "'tail' must be above 0")

    static func futuresOfAnother(_ path: String) -> Phrase {
        Phrase(
            id: "sapuan '\(path)' tentang daerah, tahun atau sumber dana lain daripada 'scenario'",
            en: "the sweep '\(path)' is about other regions, years or purses than 'scenario'")
    }

    static func tooFewFutures(_ path: String, _ count: Int) -> Phrase {
        Phrase(
            id: "sapuan '\(path)' hanya punya \(count) titik; perlu paling sedikit 2",
            en: "the sweep '\(path)' has only \(count) point; at least 2 are needed")
    }

    static let futuresMoveNoMoney = Phrase(
        id: "tidak ada masukan sapuan ini yang mengubah pagu sumber dana",
        en: "no input of this sweep moves the ceiling of a purse")

    static func futuresMoveNoMoneyHint(_ purse: FundingSourceID?) -> Phrase {
        let key = (["purse.ceiling"] + (purse.map { [$0.name] } ?? [])).joined(separator: ".")
        let entry = "'\(key): { scale: [0.4, 0.7, 1] }'"
        return Phrase(
            id: "tambahkan misalnya \(entry) di 'inputs'",
            en: "add for instance \(entry) to 'inputs'")
    }

    static let costNeedsCoverage = Phrase(
        id: "tujuan 'cost' membutuhkan 'coverage'", en: "the objective 'cost' needs 'coverage'")

    static func coverageExample(_ year: Int) -> Phrase {
        Phrase(
            id: "contoh: 'coverage: { \(year): 40 % }'",
            en: "for example 'coverage: { \(year): 40 % }'")
    }

    static func unknownObjective(_ text: String) -> Phrase {
        Phrase(id: "tujuan '\(text)' tidak dikenal", en: "unknown objective '\(text)'")
    }

    static func oneDemand(_ name: String) -> Phrase {
        Phrase(
            id: "aturan '\(name)' harus berisi tepat satu tuntutan",
            en: "the rule '\(name)' must hold exactly one demand")
    }

    static func demandHint(_ rule: String, _ words: [String]) -> Phrase {
        let (example, list) = ("'\(rule): { floor: 50 % }'", words.joined(separator: ", "))
        return Phrase(
            id: "contoh: \(example); tuntutan: \(list)",
            en: "for example \(example); demands: \(list)")
    }

    static func notAYearOf(_ text: String, _ years: ClosedRange<Int>) -> Phrase {
        Phrase(
            id: "'\(text)' bukan tahun dari \(years.lowerBound) sampai \(years.upperBound)",
            en: "'\(text)' is not a year from \(years.lowerBound) to \(years.upperBound)")
    }

    static let namedFields = Phrase(
        id: "daftar isian bernama, seperti '{ nama: nilai }'",
        en: "a list of named fields, such as '{ name: value }',")

    static let onePurse = Phrase(id: "satu sumber dana", en: "one purse")

    static func earmarkMayNotPay(_ purse: FundingSourceID, _ segment: SegmentID) -> Phrase {
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
