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
}
