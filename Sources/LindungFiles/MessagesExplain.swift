import Policy
import Quantities

/// Explanations of values and differences of scenarios.
extension Messages {
    public static let explain = Phrase(
        id: "Menjelaskan nilai, hukum, iuran atau hasil: dari mana asalnya.",
        en: "Explains a value, a law, a contribution or a result: where it comes from.")
    public static let explainMore = Phrase(
        id: """
            Contoh PATH: quota.petani@35.74, law.bpu.jkm.amount, contribution.petani@35.74, \
            public_bill_rp.petani@35.74
            """,
        en: """
            Examples of PATH: quota.petani@35.74, law.bpu.jkm.amount, \
            contribution.petani@35.74, public_bill_rp.petani@35.74
            """)
    public static let helpPath = Phrase(
        id: "Kunci, hukum, contribution atau besaran hasil, dengan [.segmen][@daerah].",
        en: "Key, law, contribution or figure, with [.segment][@region].")
    public static let helpAt = Phrase(
        id: "Bulan, seperti 2027-03; bawaan awal horizon.",
        en: "Month, such as 2027-03; the start of the horizon by default.")
    public static let diff = Phrase(
        id: "Menunjukkan apa yang berbeda di antara dua skenario.",
        en: "Shows what two scenarios set differently.")
    public static let helpFirst = Phrase(id: "Skenario pertama.", en: "The first scenario.")
    public static let helpSecond = Phrase(id: "Skenario kedua.", en: "The second scenario.")
    public static let noDifference = Phrase(
        id: "tidak ada yang berbeda", en: "nothing differs")

    public static func notAMonthFault(_ text: String) -> InputFaults {
        InputFaults(option: "--at", notAMonth(text), hint: monthHint(text))
    }

    static func notInThisScenario(_ text: String) -> Phrase {
        Phrase(
            id: "skenario ini tidak memuat '\(text)'", en: "this scenario has no '\(text)'")
    }

    static let explainable = Phrase(
        id: "sebutkan kunci skenario, law.…, contribution, atau besaran seperti gap_rp",
        en: "name a scenario key, law.…, contribution, or a figure such as gap_rp")

    static func explained(_ scenario: String, _ month: Month) -> Phrase {
        Phrase(id: "\(scenario), \(month)", en: "\(scenario), \(month)")
    }

    static let inForce = Phrase(id: "Yang berlaku", en: "In force")
    static let overTime = Phrase(id: "Sepanjang waktu", en: "Over time")
    static let legalBasis = Phrase(
        id: "Iuran dan dasar hukumnya", en: "Contributions and their law")
    static let resultCell = Phrase(id: "Hasil", en: "Result")
    static let parts = Phrase(
        id: "Bagian tagihan bulan itu", en: "Parts of that month's bill")
    static let inputs = Phrase(id: "Masukan yang berlaku", en: "Inputs in force")
}
