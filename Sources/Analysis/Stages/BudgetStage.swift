import Quantities

/// A stage that a regional budget goes through in a year, in order.
public enum BudgetStage: String, Sendable, CaseIterable, Comparable {
    /// The work plan of the region.
    case rkpd
    /// What council and head of region agree on before the budget.
    case kuaPpas = "kua-ppas"
    /// The budget as enacted.
    case apbd
    /// The budget as changed within the year.
    case apbdPerubahan = "apbd-perubahan"
    /// What was paid.
    case realisation

    /// Earlier stages are smaller.
    public static func < (left: BudgetStage, right: BudgetStage) -> Bool {
        left.order < right.order
    }

    private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}

extension BudgetStage {
    /// What planners call it; the same in both languages but for the last.
    public var name: Phrase {
        switch self {
        case .rkpd: Phrase(same: "RKPD")
        case .kuaPpas: Phrase(same: "KUA-PPAS")
        case .apbd: Phrase(same: "APBD")
        case .apbdPerubahan: Phrase(same: "APBD Perubahan")
        case .realisation: Phrase(id: "Realisasi", en: "Realisation")
        }
    }
}
