import Policy
import Quantities

/// The names of units, roles and scopes, for use inside other messages.
extension Messages {
    /// What a unit is called in a sentence.
    ///
    /// Not what files write, which is the unit's raw value: `person`, `Rp/month`.
    public static func name(_ unit: Unit) -> Phrase {
        switch unit {
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

    /// Whether a key is decided, believed or enacted.
    ///
    /// A lever is decided, an assumption believed, law enacted.
    public static func role(_ role: ParameterDefinition.Role) -> Phrase {
        switch role {
        case .law: Phrase(id: "hukum", en: "law")
        case .lever: Phrase(id: "tuas", en: "lever")
        case .assumption: Phrase(id: "asumsi", en: "assumption")
        }
    }

    /// The role with its English article, for sentences.
    static func article(_ role: ParameterDefinition.Role) -> String {
        switch role {
        case .law: "law"
        case .lever: "a lever"
        case .assumption: "an assumption"
        }
    }

    /// What a parameter belongs to.
    public static func name(_ scope: ParameterDefinition.Scope) -> Phrase {
        switch scope {
        case .region: Phrase(id: "daerah", en: "region")
        case .segment: Phrase(id: "segmen", en: "segment")
        case .purse: Phrase(id: "sumber dana", en: "purse")
        }
    }

    /// Several of what a parameter belongs to, in English; Indonesian has no plural.
    static func plural(_ scope: ParameterDefinition.Scope) -> String { name(scope).english + "s" }
}
