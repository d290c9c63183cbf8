import Quantities

extension ParameterDefinition.Role {
    /// In the order in which files have their sections.
    package static let inFileOrder: [Self] = [.law, .lever, .assumption]

    /// The section of a file that such keys stand in.
    package var section: String {
        switch self {
        case .law: "law"
        case .lever: "levers"
        case .assumption: "assumptions"
        }
    }

    /// A lever is decided, an assumption believed, law enacted.
    public var name: Phrase {
        switch self {
        case .law: Phrase(id: "hukum", en: "law")
        case .lever: Phrase(id: "tuas", en: "lever")
        case .assumption: Phrase(id: "asumsi", en: "assumption")
        }
    }
}

extension ParameterDefinition.Scope {
    /// What a parameter belongs to.
    public var name: Phrase {
        switch self {
        case .region: Phrase(id: "daerah", en: "region")
        case .segment: Phrase(id: "segmen", en: "segment")
        case .purse: Phrase(id: "sumber dana", en: "purse")
        }
    }
}

extension ParameterDefinition {
    /// What a sentence calls the parameter: its short name, or else its title as it stands within a
    /// sentence.
    public var shortName: Phrase {
        Self.shortNames[path]
            ?? Phrase { language in
                let title = meaning[language]
                // An abbreviation keeps its capitals.
                let isWord = title.dropFirst().first?.isLowercase == true
                return isWord ? title.prefix(1).lowercased() + title.dropFirst() : title
            }
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

extension Parameters {
    /// The longest parameter path that a name begins with, and what follows it.
    ///
    /// `quota.petani` gives `quota` and `petani`; `quota` gives no member; a name that begins with
    /// no path gives nil. Whether the member exists is not asked here.
    package static func definition(in name: String) -> (ParameterDefinition, member: String?)? {
        let parts = name.split(separator: ".", omittingEmptySubsequences: false)
        for length in stride(from: parts.count, through: 1, by: -1) {
            let path = parts[..<length].joined(separator: ".")
            guard let definition = definition(path) else { continue }
            let rest = parts[length...].joined(separator: ".")
            return (definition, length == parts.count ? nil : rest)
        }
        return nil
    }
}
