import Quantities

extension Parameters {
    /// Opening shares by status; what is left is unprotected.
    ///
    /// The vested statuses stand for those who pay: at the start of the horizon everyone funded or
    /// self-paying has waited already.
    public static let openingShares: [(status: String, key: ParameterKey<Double>)] = [
        opening("funded", id: "menerima bantuan iuran", en: "publicly funded"),
        opening("self", id: "mandiri", en: "paying themselves"),
        opening("employer", id: "lewat pemberi kerja", en: "covered by an employer"),
        opening("lapsed", id: "putus sebelum masa tunggu usai", en: "lapsed before vesting"),
        opening("lapsed_vested", id: "putus setelah masa tunggu", en: "lapsed after vesting"),
    ]

    /// The share of one status; its path is `opening.<name>` and nothing of it is set by default.
    private static func opening(
        _ name: String, id: String, en: String
    ) -> (status: String, key: ParameterKey<Double>) {
        let definition = ParameterDefinition(
            "opening." + name, .assumption, .segment,
            .number(units: [.share], unitInterval), standard: .number(0),
            id: "Bagian awal yang " + id, en: "Opening share that is " + en)
        return (name, ParameterKey(definition) { $0.number })
    }

    /// `U -> S0`: of the unprotected, who begin to pay themselves.
    public static let selfEnrolment = rate(
        "self_enrolment", id: "Pendaftaran mandiri", en: "Self-enrolment")
    /// `U, S*, L, LV -> E`: who finds work with an employer that registers them.
    public static let employerEnrolment = rate(
        "employer_enrolment", id: "Pendaftaran oleh pemberi kerja", en: "Enrolment by an employer")
    /// `E -> U`: who loses that work.
    public static let employerLoss = rate(
        "employer_loss", id: "Kehilangan kepesertaan pemberi kerja",
        en: "Loss of employer coverage")
    /// `S1, S2 -> L` and `S -> LV`: who stops paying.
    public static let lapse = rate("lapse", id: "Putus iuran", en: "Lapse")
    /// `L -> S0` and `LV -> S0`, or `LV -> S` where waiting does not restart.
    public static let returning = rate(
        "return", id: "Kembali membayar setelah putus", en: "Return after a lapse")
    /// `F1 -> S1`, `F2 -> S2`, `F -> S`: who takes over the payment while still on the quota.
    public static let graduation = rate(
        "graduation", id: "Beralih dari penerima bantuan iuran ke mandiri",
        en: "Graduation from funded to self-paying")
    /// From every status. Cohorts bring death rates of their own, and this one is not read.
    public static let death = rate(
        "death", id: "Kematian (bila tanpa kohor)", en: "Death (where there are no cohorts)")
    /// From every status.
    public static let outOfLabourForce = rate(
        "out_of_labour_force", id: "Keluar dari angkatan kerja", en: "Leaving the labour force")
    /// From every status; who moves is not added to another region.
    public static let movedAway = rate("moved_away", id: "Pindah", en: "Moving away")
    /// From every status; with cohorts in addition to who leaves the last age band each January.
    public static let ageLimit = rate(
        "age_limit", id: "Melewati batas umur, selain dari kelompok umur terakhir",
        en: "Passing the age limit, besides out of the last age band")
    /// Times `rate.death` or the cohorts' death rates. Above 1 for people who die more often than
    /// the population that tables describe, below 1 where fewer deaths are claimed.
    public static let mortalityLoad = ParameterKey<Double>(
        ParameterDefinition(
            "mortality.load", .assumption, .segment, .number(units: [.factor], 0...20),
            standard: .number(1), id: "Faktor beban kematian atas tabel penduduk",
            en: "Load factor on the population's death rates")
    ) { $0.number }

    /// All definitions, in the order in which documents list them. Differences between policies
    /// are listed in this order too.
    public static let catalogue: [ParameterDefinition] =
        [
            quota.definition, fundedMonths.definition, fundingStart.definition, refill.definition,
            route.definition, programmes.definition, fundingPurses.definition,
            budgetPolicy.definition,
            revisionMonth.definition, ceiling.definition, purseRevenue.definition,
            revenueShare.definition, purseShare.definition, purseMatch.definition,
            gapPayer.definition,
            workers.definition,
        ] + openingShares.map(\.key.definition) + [
            entrants.definition, eligibleShare.definition, retention.definition,
            waitingRestarts.definition, base.definition, riskClass.definition, group.definition,
            employed.definition, selfEnrolment.definition, employerEnrolment.definition,
            employerLoss.definition, lapse.definition, returning.definition,
            graduation.definition, death.definition, outOfLabourForce.definition,
            movedAway.definition, ageLimit.definition, mortalityLoad.definition,
        ] + protection + fiscal + poverty

    /// The definition with that path.
    public static func definition(_ path: String) -> ParameterDefinition? { byPath[path] }

    /// Also proves that no two definitions share a path: a second one stops the program.
    private static let byPath = Dictionary(
        uniqueKeysWithValues: catalogue.map { ($0.path, $0) })
}

/// How many persons public purses pay for.
public enum Quota: Sendable, Hashable {
    /// Persons.
    case heads(Double)
    /// A share of `eligibleShare x (U + F1 + F2 + F + L + LV)` at that moment.
    case shareOfEligible(Double)
}

/// How many people join a segment, all unprotected.
public enum EntrantFlow: Sendable, Hashable {
    /// A count that does not follow the segment's size.
    case personsPerMonth(Double)
    /// Per year and person of the opening stock.
    case perYearOfOpening(Double)
}

/// What happens when a segment's bill exceeds what its purses can pay.
///
/// Both ways of cutting exist because regions use both: fewer persons for the year, or the same
/// persons for fewer months.
public enum BudgetPolicy: String, Sendable, CaseIterable {
    /// The quota stays and the unfunded gap is shown.
    case report
    /// The quota path is cut by a common factor. The largest factor that fits, to within one
    /// person.
    case capHeads = "cap-heads"
    /// Later months of the budget window are unfunded. The largest whole number of months that
    /// fits, from the window's start.
    case capMonths = "cap-months"

    /// Its number where only numbers stand, such as in a kernel's vectors.
    package var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The rule with that number.
    package init(position: Double) { self = Self.allCases[Int(position)] }
}
