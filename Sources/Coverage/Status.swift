import Quantities

/// Where a worker stands, one of ten; leavers are counted by ``ExitCause`` instead.
///
/// The raw value is the column of the population matrix.
///
/// Waiting is a status and not a count of months per person: three consecutive months are few, and
/// people without a history move as one matrix.
public enum Status: Int, Sendable, CaseIterable {
    /// `U`, nobody pays.
    case unprotected
    /// `F1`, a public purse pays, first waiting month.
    case fundedFirst
    /// `F2`, second waiting month.
    case fundedSecond
    /// `F`, vested: full death benefit, from the third consecutive month.
    case funded
    /// `S1`, pays for itself, first waiting month.
    case selfFirst
    /// `S2`, second waiting month.
    case selfSecond
    /// `S`, vested.
    case selfPaying
    /// `E`, covered as a wage earner by an employer; nobody waits.
    case employer
    /// `L`, stopped before vesting.
    case lapsed
    /// `LV`, stopped after vesting.
    case lapsedVested

    /// The symbol in formulas and tables: `F1`.
    public var symbol: String {
        switch self {
        case .unprotected: "U"
        case .fundedFirst: "F1"
        case .fundedSecond: "F2"
        case .funded: "F"
        case .selfFirst: "S1"
        case .selfSecond: "S2"
        case .selfPaying: "S"
        case .employer: "E"
        case .lapsed: "L"
        case .lapsedVested: "LV"
        }
    }

    /// Statuses for which a public purse pays.
    public static let publiclyFunded: [Status] = [.fundedFirst, .fundedSecond, .funded]
    /// Statuses in which the worker pays.
    public static let selfPaid: [Status] = [.selfFirst, .selfSecond, .selfPaying]
    /// Statuses with a contribution paid this month.
    public static let protected: [Status] = publiclyFunded + selfPaid + [.employer]
    /// Protected statuses without the full death benefit yet.
    public static let waiting: [Status] = [.fundedFirst, .fundedSecond, .selfFirst, .selfSecond]
    /// Statuses from which a quota may enrol.
    public static let enrollable: [Status] = [.unprotected, .lapsed, .lapsedVested]

    /// Columns of a population: ten.
    static let count = allCases.count
}

/// Why a worker left the segment.
///
/// The raw value is the column of ``TransitionOperator/exits``. Causes are kept apart because they
/// mean different things: a death is a claim, a move is not.
public enum ExitCause: Int, Sendable, CaseIterable {
    /// Died; reached the age limit; left the labour force; moved away.
    case death, ageLimit, outOfLabourForce, movedAway

    /// Columns of exits: four.
    static let count = allCases.count

    /// The word in tables: `age_limit`.
    public var symbol: String {
        switch self {
        case .death: "death"
        case .ageLimit: "age_limit"
        case .outOfLabourForce: "out_of_labour_force"
        case .movedAway: "moved_away"
        }
    }
}

extension Status {
    /// What people call it.
    public var name: Phrase {
        switch self {
        case .unprotected: Phrase(id: "belum terlindungi", en: "unprotected")
        case .fundedFirst:
            Phrase(id: "dibiayai, bulan pertama", en: "publicly funded, first month")
        case .fundedSecond: Phrase(id: "dibiayai, bulan kedua", en: "publicly funded, second month")
        case .funded:
            Phrase(id: "dibiayai, sejak bulan ketiga", en: "publicly funded, from the third month")
        case .selfFirst: Phrase(id: "mandiri, bulan pertama", en: "self-paying, first month")
        case .selfSecond: Phrase(id: "mandiri, bulan kedua", en: "self-paying, second month")
        case .selfPaying:
            Phrase(id: "mandiri, sejak bulan ketiga", en: "self-paying, from the third month")
        case .employer: Phrase(id: "lewat pemberi kerja", en: "covered by an employer")
        case .lapsed: Phrase(id: "putus sebelum bulan ketiga", en: "lapsed before the third month")
        case .lapsedVested: Phrase(id: "putus sesudahnya", en: "lapsed afterwards")
        }
    }
}

extension ExitCause {
    /// What people call it.
    public var name: Phrase {
        switch self {
        case .death: Phrase(id: "meninggal", en: "died")
        case .ageLimit: Phrase(id: "mencapai batas umur", en: "reached the age limit")
        case .outOfLabourForce:
            Phrase(id: "keluar dari angkatan kerja", en: "left the labour force")
        case .movedAway: Phrase(id: "pindah", en: "moved away")
        }
    }
}
