import Policy
import Quantities

extension FormSheet.Kind {
    /// What its sheet is called.
    package var title: Phrase {
        switch self {
        case .workers: Phrase(id: "Pekerja", en: "Workers")
        case .opening: Phrase(id: "Cakupan awal", en: "Opening coverage")
        case .quotas: Phrase(id: "Kuota", en: "Quotas")
        case .months: Phrase(id: "Bulan dibiayai", en: "Funded months")
        case .ceilings: Phrase(id: "Pagu", en: "Ceilings")
        case .assumptions: Phrase(id: "Asumsi", en: "Assumptions")
        }
    }

    /// What a column of a year begins with: `Kuota 2026`.
    package var noun: Phrase {
        switch self {
        case .quotas: Phrase(id: "Kuota", en: "Quota")
        case .months: Phrase(id: "Bulan", en: "Months")
        case .ceilings: Phrase(id: "Pagu", en: "Ceiling")
        default: title
        }
    }

    /// What its rows are.
    package var member: Phrase {
        switch self {
        case .ceilings: Phrase(id: "Sumber dana", en: "Purse")
        case .assumptions: Phrase(id: "Asumsi", en: "Assumption")
        default: Phrase(id: "Segmen", en: "Segment")
        }
    }

    /// What is to be filled in, in a sentence.
    package var explanation: Phrase {
        switch self {
        case .workers:
            Phrase(
                id: "Banyaknya pekerja tiap segmen pada awal periode, dalam orang.",
                en: "Workers of each segment at the start of the horizon, in persons.")
        case .opening:
            Phrase(
                id: "Bagian pekerja menurut siapa yang membayar iurannya pada awal periode; sisanya"
                    + " belum terlindungi. Jumlah sebaris paling banyak 100 %.",
                en: "Share of workers by who pays their contribution at the start of the horizon;"
                    + " the rest is unprotected. A row adds to 100 % at most.")
        case .quotas:
            Phrase(
                id: "Penerima bantuan iuran tiap tahun, dalam orang; dengan tanda % sebagai bagian"
                    + " dari pekerja yang memenuhi syarat.",
                en: "Persons whose contribution public purses pay in each year; with a % sign, as a"
                    + " share of the eligible workers.")
        case .months:
            Phrase(
                id: "Banyaknya bulan yang dibiayai dalam tiap tahun, 0 sampai 12.",
                en: "How many months of each year are paid for, 0 to 12.")
        case .ceilings:
            Phrase(
                id: "Pagu iuran tiap sumber dana dalam setahun, dalam rupiah.",
                en: "What each purse can pay for contributions in a year, in rupiah.")
        case .assumptions:
            Phrase(
                id: "Angka daerah dan beberapa asumsi, satu untuk seluruh periode.",
                en: "Figures of the region and a few assumptions, one for the whole horizon.")
        }
    }

    /// The heading of a column with values.
    package func heading(_ column: FormSheet.Column) -> Phrase {
        switch column {
        case .month(let month):
            month.isJanuary
                ? Phrase(same: "\(noun) \(digits: month.year)") : Phrase(same: "\(noun) \(month)")
        case .parameter(let definition): Self.short[definition] ?? definition.meaning
        case .value: Phrase(id: "Nilai", en: "Value")
        }
    }

    /// Parameters as headings, shorter than they are told elsewhere.
    private static let short = Dictionary(
        uniqueKeysWithValues: zip(
            [Parameters.workers.definition] + Parameters.openingShares.map(\.definition),
            [
                Phrase(id: "Pekerja (orang)", en: "Workers (persons)"),
                Phrase(id: "Penerima bantuan iuran", en: "Publicly funded"),
                Phrase(id: "Mandiri", en: "Paying themselves"),
                Phrase(id: "Lewat pemberi kerja", en: "Through an employer"),
                Phrase(id: "Putus sebelum masa tunggu usai", en: "Lapsed before vesting"),
                Phrase(id: "Putus setelah masa tunggu", en: "Lapsed after vesting"),
            ]))
}

extension Phrase {
    package static let formCode = Phrase(id: "Kode", en: "Code")
    package static let formUnit = Phrase(id: "Satuan", en: "Unit")
    package static let formSource = Phrase(id: "Sumber Anda", en: "Your source")
    package static let formMark = Phrase(id: "Tanda", en: "Mark")
    package static let formRegion = Phrase(id: "Kode daerah", en: "Region code")
    package static let formRegionName = Phrase(id: "Daerah", en: "Region")
    package static let formYes = Phrase(id: "ya", en: "yes")
    package static let formNo = Phrase(id: "tidak", en: "no")
}
