import Quantities

extension Phrase {
    static func coverageTitle(_ scenario: String, isDrawn: Bool) -> Phrase {
        Phrase(
            id: "Pekerja yang iurannya terbayar: \(scenario)" + (isDrawn ? band.indonesian : ""),
            en: "Workers whose contribution is paid: \(scenario)" + (isDrawn ? band.english : ""))
    }

    static func averageTitle(isDrawn: Bool) -> Phrase {
        Phrase(
            id: "Cakupan terbayar, rata-rata setahun" + (isDrawn ? band.indonesian : ""),
            en: "Paid coverage, average of the year" + (isDrawn ? band.english : ""))
    }

    static let band = Phrase(
        id: " (pita: rentang 90 % simulasi acak)", en: " (band: 90 % range of draws)")

    static let costPicture = Phrase(
        id: "Kebutuhan iuran menurut sumber dana", en: "Contributions needed by purse")

    static let averageLine = Phrase(id: "rata-rata setahun", en: "average of the year")

    static let endLine = Phrase(id: "akhir tahun", en: "end of the year")

    static let closedLine = Phrase(
        id: "rata-rata, bila kekurangan ditutup", en: "average, if the gap were closed")
}
