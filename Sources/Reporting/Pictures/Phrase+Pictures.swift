import Quantities

extension Phrase {
    /// The title of a scenario's coverage.
    static func coverageTitle(_ scenario: String, isDrawn: Bool) -> Phrase {
        Phrase(
            id: "Pekerja yang iurannya terbayar: \(scenario)" + (isDrawn ? band.indonesian : ""),
            en: "Workers whose contribution is paid: \(scenario)" + (isDrawn ? band.english : ""))
    }

    /// The title of several scenarios' coverage.
    static func averageTitle(isDrawn: Bool) -> Phrase {
        Phrase(
            id: "Cakupan terbayar, rata-rata setahun" + (isDrawn ? band.indonesian : ""),
            en: "Paid coverage, average of the year" + (isDrawn ? band.english : ""))
    }

    /// What a band is.
    static let band = Phrase(
        id: " (pita: rentang 90 % simulasi acak)", en: " (band: 90 % range of draws)")

    /// The title of what purses pay.
    static let costPicture = Phrase(
        id: "Kebutuhan iuran menurut sumber dana", en: "Contributions needed by purse")

    /// The line of the average of each year.
    static let averageLine = Phrase(id: "rata-rata setahun", en: "average of the year")

    /// The line of each December.
    static let endLine = Phrase(id: "akhir tahun", en: "end of the year")

    /// The line of what would be if somebody paid the gap.
    static let closedLine = Phrase(
        id: "rata-rata, bila kekurangan ditutup", en: "average, if the gap were closed")
}
