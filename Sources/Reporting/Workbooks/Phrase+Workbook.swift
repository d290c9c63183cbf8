import Quantities

extension Phrase {
    static let summarySheet = Phrase(id: "Ringkasan", en: "Summary")
    static let costSheet = Phrase(id: "Biaya", en: "Costs")
    static let purseSheet = Phrase(id: "Sumber dana", en: "Purses")
    static let segmentSheet = Phrase(id: "Segmen", en: "Segments")
    static let originSheet = Phrase(id: "Asal angka", en: "Origin")

    static let costTitle = Phrase(
        id: "Kebutuhan iuran: orang-bulan × iuran",
        en: "Contributions needed: person-months × contribution")
    static let costNote = Phrase(
        id: "Biaya dihitung di sel ini; ubah orang-bulan atau iurannya, dan semua jumlah ikut"
            + " berubah.",
        en: "Costs are computed in the cells; change person-months or a contribution, and all sums"
            + " follow.")
    static let purseTitle = Phrase(
        id: "Siapa membayar, dalam rupiah", en: "Who pays, in rupiah")
    static let segmentTitle = Phrase(
        id: "Untuk siapa, dalam rupiah", en: "For whom, in rupiah")
    static let pivotNote = Phrase(
        id: "Jumlah dari lembar Biaya.", en: "Sums of the sheet of costs.")
    static let purseHeading = Phrase(id: "Sumber dana", en: "Purse")
    static let segmentHeading = Phrase(id: "Segmen", en: "Segment")
    static let ceilingHeading = Phrase(
        id: "Pagu pada akhir tahun, dan sisanya",
        en: "Ceiling at the end of the year, and what is left")
    static let sum = Phrase(id: "Jumlah", en: "Total")
    static let needed = Phrase(id: "Kebutuhan iuran", en: "Contributions needed")
    static let workbookPaid = Phrase(id: "Dibayar sumber dana", en: "Paid by purses")
    static let mainFigures = Phrase(id: "Angka pokok", en: "Main figures")
    static let workbookHorizon = Phrase(id: "Seluruh periode", en: "Whole horizon")
    static let costByPurse = Phrase(
        id: "Kebutuhan iuran menurut sumber dana", en: "Contributions needed by purse")
    static let costByYear = Phrase(
        id: "Kebutuhan iuran menurut tahun (Rp)", en: "Contributions needed by year (Rp)")
    static let workbookCosts = Phrase(
        id: "Kebutuhan iuran menurut tahun", en: "Contributions needed by year")
    static let workbookGap = Phrase(id: "Kekurangan pagu", en: "Unfunded gap")
    static let coverageByYear = Phrase(id: "Cakupan rata-rata", en: "Average coverage")
    static let billionRupiah = Phrase(id: "Rp miliar", en: "Rp billion")
    static let ofWorkers = Phrase(id: "dari pekerja", en: "of workers")

    static func ceilingOf(_ purse: Phrase) -> Phrase {
        Phrase("Pagu: \(purse)", en: "Ceiling: \(purse)")
    }

    static func leftOf(_ purse: Phrase) -> Phrase { Phrase("Sisa: \(purse)", en: "Left: \(purse)") }

    static func differenceTo(_ name: String) -> Phrase {
        Phrase(id: "Selisih terhadap '\(name)'", en: "Difference to '\(name)'")
    }
}
