import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    static let overview = Phrase(
        id: "Menjalankan dan membandingkan skenario anggaran perlindungan pekerja.",
        en: "Runs and compares budget scenarios for the protection of workers.")

    static let helpOut = Phrase(
        id: "Folder hasil; dibuat utuh atau tidak sama sekali.",
        en: "Folder for the results; it appears whole or not at all.")

    static let tariff = Phrase(
        id: "Iuran satu orang pada suatu bulan.", en: "Contribution of one person in a month.")

    static let run = Phrase(
        id: "Menghitung satu skenario.", en: "Computes one scenario.")

    static let helpScenario = Phrase(id: "Berkas skenario.", en: "Scenario file.")

    static let helpScenarios = Phrase(
        id: "Berkas-berkas skenario.", en: "Scenario files.")

    static let computing = Phrase(id: "menghitung", en: "computing")

    static let attributing = Phrase(id: "menjelaskan selisih", en: "attributing")

    static func written(_ path: String) -> Phrase {
        Phrase(id: "hasil ditulis ke \(path)", en: "results written to \(path)")
    }
}
