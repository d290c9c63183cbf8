import Analysis
import Policy
import Quantities

/// Explanations of values and differences of scenarios.
extension Messages {
    /// The help of `explain`, in one line.
    public static let explain = Phrase(
        id: "Menjelaskan nilai, hukum, iuran atau hasil: dari mana asalnya.",
        en: "Explains a value, a law, a contribution or a result: where it comes from.")
    /// The help of `explain`: examples.
    public static let explainMore = Phrase(
        id: """
            Contoh KUNCI: quota.petani@35.74, law.bpu.jkm.amount, contribution.petani@35.74, \
            purse.dbh-cht@35.74, public_bill_rp.petani@35.74
            """,
        en: """
            Examples of PATH: quota.petani@35.74, law.bpu.jkm.amount, \
            contribution.petani@35.74, purse.dbh-cht@35.74, public_bill_rp.petani@35.74
            """)
    /// The help of `explain`'s second argument.
    public static let helpPath = Phrase(
        id: "Kunci, hukum, 'contribution' (iuran) atau besaran hasil, dengan [.segmen][@daerah].",
        en: "Key, law, contribution or figure, with [.segment][@region].")
    /// The help of `explain --at`.
    public static let helpAt = Phrase(
        id: "Bulan, seperti 2027-03; bawaan awal periode.",
        en: "Month, such as 2027-03; the start of the horizon by default.")
    /// The help of `diff`.
    public static let diff = Phrase(
        id: "Menunjukkan apa yang berbeda di antara dua skenario.",
        en: "Shows what two scenarios set differently.")
    /// The help of `diff`'s first argument.
    public static let helpFirst = Phrase(id: "Skenario pertama.", en: "The first scenario.")
    /// The help of `diff`'s second argument.
    public static let helpSecond = Phrase(id: "Skenario kedua.", en: "The second scenario.")
    /// Behind a list of which `diff` shows what only one scenario has.
    static let inOneOnly = Phrase(id: "hanya di satu", en: "in one only")
    /// Behind a list whose order differs.
    static let orderDiffers = Phrase(id: "urutan", en: "order")
    /// What `diff` says of equal scenarios, whatever their files look like.
    public static let noDifference = Phrase(
        id: "tidak ada yang berbeda", en: "nothing differs")

    /// An `--at` that is no month.
    public static func notAMonthFault(_ text: String) -> InputFaults {
        InputFaults(option: "--at", notAMonth(text), hint: monthHint(text))
    }

    /// A segment, purse or region of a path that the scenario does not have.
    static func notInThisScenario(_ text: String) -> Phrase {
        Phrase(
            id: "skenario ini tidak memuat '\(text)'", en: "this scenario has no '\(text)'")
    }

    /// What a path may name.
    static let explainable = Phrase(
        id: """
            sebutkan kunci skenario, 'law.…', 'contribution', 'purse.…', atau salah satu \
            besaran: \(figures)
            """,
        en: """
            name a scenario key, law.…, contribution, purse.…, or one of these figures: \
            \(figures)
            """)

    /// The figures of results, by their names in tables.
    private static let figures = Quantity.all.map(\.name).joined(separator: ", ")

    /// The title of an explanation: scenario and month.
    static func explained(_ scenario: String, _ month: Month) -> Phrase {
        Phrase(id: "\(scenario), \(month)", en: "\(scenario), \(month)")
    }

    /// Above the value of the month.
    static let inForce = Phrase(id: "Yang berlaku", en: "In force")
    /// Above all values of the horizon.
    static let overTime = Phrase(id: "Sepanjang waktu", en: "Over time")
    /// Above what a person-month costs.
    static let contributions = Phrase(
        id: "Iuran seorang sebulan", en: "Contribution of a person-month")
    /// Above the law behind contributions.
    static let legalBasis = Phrase(id: "Dasar hukumnya", en: "The law behind it")
    /// Above the figure that was asked about.
    static let resultCell = Phrase(id: "Hasil", en: "Result")
    /// Above every parameter that enters the figure.
    static let inputs = Phrase(id: "Masukan yang berlaku", en: "Inputs in force")
}
