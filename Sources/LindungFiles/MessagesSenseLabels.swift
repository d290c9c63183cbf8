import Policy
import Quantities

/// Short names of inputs and outcomes, and numbers as sentences write them.
///
/// A parameter's meaning fills a line; within a sentence two or three words must do.
extension Messages {
    /// A word that stands for a number of a choice; yes and no in the reader's language.
    static func choiceWord(_ word: String) -> Phrase {
        switch word {
        case "true": Phrase(id: "ya", en: word)
        case "false": Phrase(id: "tidak", en: word)
        default: Phrase { _ in word }
        }
    }

    /// What a sentence calls a parameter: its short name, or else its title as it stands within a
    /// sentence; nil for what is no parameter.
    ///
    /// The key itself stands beside it in brackets, so that a reader finds it in the file.
    static func shortName(_ path: String) -> Phrase? {
        shortNames[path]
            ?? Parameters.definition(path).map { definition in
                Phrase { language in
                    let title = definition.meaning[language]
                    // An abbreviation keeps its capitals.
                    let isWord = title.dropFirst().first?.isLowercase == true
                    return isWord ? title.prefix(1).lowercased() + title.dropFirst() : title
                }
            }
    }

    /// A parameter of one segment or purse.
    ///
    ///     kuota petani        quota of petani
    ///     pagu dbh-cht        ceiling of dbh-cht
    static func of(_ name: Phrase, _ member: String) -> Phrase {
        Phrase(id: "\(name.indonesian) \(member)", en: "\(name.english) of \(member)")
    }

    /// A factor on what the scenario says.
    ///
    ///     faktor pagu dbh-cht        factor on the ceiling of dbh-cht
    static func factorOn(_ name: Phrase) -> Phrase {
        Phrase(id: "faktor \(name.indonesian)", en: "factor on the \(name.english)")
    }

    /// Something added to what the scenario says.
    ///
    ///     tambahan kuota petani      addition to the quota of petani
    static func additionTo(_ name: Phrase) -> Phrase {
        Phrase(id: "tambahan \(name.indonesian)", en: "addition to the \(name.english)")
    }

    /// From a month on.
    ///
    ///     faktor pagu dbh-cht sejak 2026-01
    static func since(_ name: Phrase, _ month: String) -> Phrase {
        Phrase(id: "\(name.indonesian) sejak \(month)", en: "\(name.english) from \(month)")
    }

    /// A factor as a number.
    static func times(_ number: String) -> Phrase {
        Phrase(id: "\(number) kali", en: "\(number) times")
    }

    /// The input that tells policies apart.
    static let policyName = Phrase(id: "kebijakan", en: "policy")

    /// Money in words that can be said: `Rp 1,21 miliar`.
    ///
    /// Three digits or four and a size: enough to compare, and what is said in a meeting. Files
    /// have every rupiah. Below a million all digits stand.
    static func money(_ rupiah: Double, _ language: Language) -> String {
        let sizes = [(1e12, trillion), (1e9, billion), (1e6, millionWord)]
        let sign = rupiah < 0 ? "-" : ""
        let amount = abs(rupiah)
        guard let size = sizes.first(where: { amount >= $0.0 * 0.9995 }) else {
            return sign + "Rp " + language.numbers.format(amount)
        }
        let scaled = amount / size.0
        let decimals: Double = scaled < 99.995 ? 100 : 10
        let number = plain((scaled * decimals).rounded() / decimals, language)
        return "\(sign)Rp \(number) \(size.1[language])"
    }

    /// A number to three digits, without zeros at its end.
    ///
    ///     0.5238 -> 0,524    7.2123 -> 7,21    4098 -> 4.098    0.3 -> 0,3
    ///
    /// Whole digits are never rounded away.
    static func significant(_ number: Double, _ language: Language) -> String {
        guard number.isFinite, number != 0 else { return plain(number, language) }
        var scale = 1.0
        while abs(number) * scale < 100, scale < 1e9 { scale *= 10 }
        return plain((number * scale).rounded() / scale, language)
    }

    /// By path of the parameter.
    private static let shortNames: [String: Phrase] = [
        "quota": Phrase(id: "kuota", en: "quota"),
        "funding.months": Phrase(id: "bulan yang dibiayai", en: "funded months"),
        "funding.start": Phrase(id: "bulan pertama yang dibiayai", en: "first funded month"),
        "refill": Phrase(id: "penggantian peserta keluar", en: "replacement of leavers"),
        "route": Phrase(id: "jalur pendaftaran", en: "registration route"),
        "programmes": Phrase(id: "program yang dibiayai", en: "funded programmes"),
        "funding.purses": Phrase(id: "urutan sumber dana", en: "order of purses"),
        "budget.policy": Phrase(id: "aturan anggaran", en: "budget rule"),
        "budget.revision_month": Phrase(id: "bulan APBD perubahan", en: "month of APBD perubahan"),
        "purse.ceiling": Phrase(id: "pagu", en: "ceiling"),
        "purse.share": Phrase(id: "bagian sumber dana", en: "purse's share"),
        "purse.match": Phrase(id: "dana pendamping", en: "matching"),
        "purse.revenue": Phrase(id: "pendapatan bagi", en: "revenue behind"),
        "purse.revenue_share": Phrase(
            id: "bagian pendapatan bagi", en: "share of the revenue behind"),
        "workers": Phrase(id: "jumlah pekerja", en: "number of workers"),
        "entrants": Phrase(id: "pekerja baru", en: "new workers"),
        "eligible_share": Phrase(id: "bagian yang memenuhi syarat", en: "eligible share"),
        "retention": Phrase(
            id: "bagian yang lanjut mandiri", en: "share that goes on paying"),
        "waiting_restarts": Phrase(
            id: "masa tunggu terulang setelah jeda", en: "waiting that restarts after a gap"),
        "base": Phrase(id: "dasar iuran", en: "contribution base"),
        "risk_class": Phrase(id: "kelas risiko", en: "risk class"),
        "group": Phrase(id: "kelompok pekerjaan", en: "kind of work"),
        "denominator.employed": Phrase(id: "penduduk bekerja", en: "employed persons"),
        "mortality.load": Phrase(id: "beban kematian", en: "mortality load"),
        "opening.funded": Phrase(
            id: "bagian awal penerima bantuan iuran", en: "opening funded share"),
        "opening.self": Phrase(id: "bagian awal mandiri", en: "opening self-paying share"),
        "opening.employer": Phrase(
            id: "bagian awal lewat pemberi kerja", en: "opening share with employers"),
        "opening.lapsed": Phrase(id: "bagian awal putus", en: "opening lapsed share"),
        "opening.lapsed_vested": Phrase(
            id: "bagian awal putus setelah masa tunggu", en: "opening lapsed share, vested"),
        "population": Phrase(id: "penduduk", en: "population"),
        "poverty.headcount": Phrase(id: "tingkat kemiskinan awal", en: "opening headcount"),
        "poverty.line": Phrase(id: "garis kemiskinan", en: "poverty line"),
        "poverty.gini": Phrase(id: "rasio Gini", en: "Gini coefficient"),
        "poverty.growth": Phrase(
            id: "pertumbuhan konsumsi riil", en: "real growth of consumption"),
        "poverty.gini_growth": Phrase(id: "perubahan rasio Gini", en: "change of the Gini"),
        "household.size": Phrase(id: "anggota rumah tangga", en: "household size"),
        "rate.self_enrolment": Phrase(
            id: "tingkat pendaftaran mandiri", en: "rate of self-enrolment"),
        "rate.employer_enrolment": Phrase(
            id: "tingkat pendaftaran oleh pemberi kerja", en: "rate of enrolment by employers"),
        "rate.employer_loss": Phrase(
            id: "tingkat lepas dari pemberi kerja", en: "rate of loss of employer cover"),
        "rate.lapse": Phrase(id: "tingkat putus iuran", en: "lapse rate"),
        "rate.return": Phrase(id: "tingkat kembali membayar", en: "rate of return"),
        "rate.graduation": Phrase(
            id: "tingkat beralih ke mandiri", en: "rate of graduation to self-paying"),
        "rate.death": Phrase(id: "tingkat kematian", en: "death rate"),
        "rate.out_of_labour_force": Phrase(
            id: "tingkat keluar angkatan kerja", en: "rate of leaving the labour force"),
        "rate.moved_away": Phrase(id: "tingkat pindah", en: "rate of moving away"),
        "rate.age_limit": Phrase(id: "tingkat lewat batas umur", en: "rate of ageing out"),
    ]
}
