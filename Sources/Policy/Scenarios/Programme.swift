/// A BPJS Ketenagakerjaan programme.
public enum Programme: String, Sendable, CaseIterable, Comparable {
    /// Work accident, Jaminan Kecelakaan Kerja.
    case jkk
    /// Death, Jaminan Kematian.
    case jkm
    /// Old-age savings, Jaminan Hari Tua.
    case jht
    /// Pension, Jaminan Pensiun.
    case jp
    /// Loss of job, Jaminan Kehilangan Pekerjaan.
    case jkp

    /// In the order in which they are declared, JKK first.
    public static func < (left: Programme, right: Programme) -> Bool {
        left.position < right.position
    }

    /// Its place in the order of the law.
    package var position: Int {
        switch self {
        case .jkk: 0
        case .jkm: 1
        case .jht: 2
        case .jp: 3
        case .jkp: 4
        }
    }
}

/// The way a worker is registered; the tariff and the waiting rule follow from it.
public enum RegistrationRoute: String, Sendable, CaseIterable {
    /// Wage earner, Penerima Upah: contributions are shares of the wage, nobody waits.
    case pu
    /// Not a wage earner, Bukan Penerima Upah: banded contributions, full death benefit from the
    /// third consecutive month.
    case bpu
    /// Construction project, Jasa Konstruksi.
    case jakon
    /// Migrant worker, Pekerja Migran Indonesia.
    case pmi

    /// Whether the rule of three consecutive months holds (`domain` BPU waiting rule, JKM).
    public var hasWaitingMonths: Bool { self == .bpu }
}

/// Who pays a contribution; some discounts depend on it (PP 50/2025).
public enum Payer: String, Sendable, CaseIterable {
    /// Regional budget, including revenue shared into it.
    case apbd
    /// State budget.
    case apbn
    /// Village budget.
    case apbdes
    /// A company's social responsibility programme.
    case csr
    /// The worker.
    case `self`
    /// The worker's employer.
    case employer
}
