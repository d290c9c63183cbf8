extension Unit {
    /// What the unit is called in a sentence.
    ///
    /// Not what files write, which is the raw value: `person`, `Rp/month`.
    public var name: Phrase {
        switch self {
        case .person: Phrase(id: "orang", en: "persons")
        case .family: Phrase(id: "keluarga", en: "families")
        case .personPerMonth: Phrase(id: "orang per bulan", en: "persons per month")
        case .personMonth: Phrase(id: "orang-bulan", en: "person-months")
        case .perYear: Phrase(id: "per tahun", en: "per year")
        case .share: Phrase(id: "bagian 0 sampai 1", en: "share from 0 to 1")
        case .percent: Phrase(id: "persen", en: "percent")
        case .factor: Phrase(id: "faktor", en: "factor")
        case .rupiah: Phrase(id: "rupiah", en: "rupiah")
        case .rupiahPerMonth: Phrase(id: "rupiah per bulan", en: "rupiah per month")
        case .rupiahPerYear: Phrase(id: "rupiah per tahun", en: "rupiah per year")
        case .rupiahPerPersonMonth:
            Phrase(id: "rupiah per orang-bulan", en: "rupiah per person-month")
        case .rupiahPerFamily: Phrase(id: "rupiah per keluarga", en: "rupiah per family")
        case .month: Phrase(id: "bulan", en: "months")
        case .monthsPerYear: Phrase(id: "bulan per tahun", en: "months per year")
        case .monthOfYear: Phrase(id: "bulan ke-1 sampai ke-12", en: "month 1 to 12")
        case .riskClass: Phrase(id: "kelas risiko", en: "risk class")
        case .flag: Phrase(id: "'true' (ya) atau 'false' (tidak)", en: "true or false")
        case .word: Phrase(id: "kata", en: "word")
        }
    }

    /// The unit below a heading; nil for shares, which carry `%`, and for words.
    public var heading: Phrase? {
        switch self {
        case .person: Phrase(id: "orang", en: "persons")
        case .family: Phrase(id: "keluarga", en: "families")
        case .personPerMonth: Phrase(id: "orang/bulan", en: "persons/month")
        case .personMonth: Phrase(id: "orang-bulan", en: "person-months")
        case .perYear: Phrase(id: "per tahun", en: "per year")
        case .rupiah: Phrase(id: "Rp", en: "Rp")
        case .rupiahPerMonth: Phrase(id: "Rp/bulan", en: "Rp/month")
        case .rupiahPerYear: Phrase(id: "Rp/tahun", en: "Rp/year")
        case .rupiahPerPersonMonth: Phrase(id: "Rp/orang-bulan", en: "Rp/person-month")
        case .rupiahPerFamily: Phrase(id: "Rp/keluarga", en: "Rp/family")
        case .monthsPerYear: Phrase(id: "bulan/tahun", en: "months/year")
        case .month, .monthOfYear: Phrase(id: "bulan", en: "month")
        case .riskClass: Phrase(id: "kelas", en: "class")
        case .share, .percent, .factor, .flag, .word: nil
        }
    }
}
