import Quantities

/// What the people of a segment do: quotas, the opening stock, who joins, who moves.
extension Parameters {
    // MARK: Levers

    /// Persons, or a share of `eligibleShare x (U + F1 + F2 + F + L + LV)` at that moment, counted
    /// over all cohorts of a segment in a region.
    ///
    ///     quota.petani@35.74: 1200
    ///     quota.petani: { value: 0.4, unit: share }
    public static let quota = ParameterKey<Quota>(
        ParameterDefinition(
            "quota", .lever, .segment, .number(units: [.person, .share], 0...1e9),
            standard: .heads(0),
            id: "Kuota: penerima bantuan iuran pada bulan yang dibiayai",
            en: "Quota: persons whose contribution public purses pay in a funded month",
            short: Phrase(id: "kuota", en: "quota"), [.people(.quota)])
    ) {
        switch $0 {
        case .heads(let heads): .heads(heads)
        case .share(let share): .shareOfEligible(share)
        default: nil
        }
    }
    /// Separate from the quota, because regions cut months as readily as heads. With
    /// ``fundingStart`` it makes one window a year, inside the year.
    public static let fundedMonths = number(
        "funding.months", .lever, .segment, .monthsPerYear, 0...12, standard: 12,
        id: "Banyaknya bulan yang dibiayai dalam setahun", en: "Funded months in a year",
        short: Phrase(id: "bulan yang dibiayai", en: "funded months"),
        .people(.number(.fundedMonths)))
    /// The window is `start ..< start + months`; outside it the quota is zero.
    public static let fundingStart = number(
        "funding.start", .lever, .segment, .monthOfYear, 1...12, standard: 1,
        id: "Bulan pertama yang dibiayai dalam setahun", en: "First funded month of a year",
        short: Phrase(id: "bulan pertama yang dibiayai", en: "first funded month"),
        .people(.number(.fundingStart)))
    /// Without it a quota enrols only in months in which it rises, and then at most by the rise.
    public static let refill = flag(
        "refill", .lever, standard: true,
        id: "Peserta yang keluar diganti setiap bulan", en: "Leavers are replaced every month",
        short: Phrase(id: "penggantian peserta keluar", en: "replacement of leavers"),
        .people(.number(.refill)))

    /// How many persons are paid for, and when.
    static let ofQuota = [
        quota.definition, fundedMonths.definition, fundingStart.definition, refill.definition,
    ]

    // MARK: Assumptions

    /// Read at the start of the horizon; afterwards entrants and leavers move the stock.
    public static let workers = number(
        "workers", .assumption, .segment, .person, persons,
        id: "Pekerja pada awal periode", en: "Workers at the start of the horizon",
        short: Phrase(id: "jumlah pekerja", en: "number of workers"), .people(.number(.workers)))
    /// Opening shares by status; what is left is unprotected.
    ///
    /// The vested statuses stand for those who pay: at the start of the horizon everyone funded or
    /// self-paying has waited already.
    public static let openingShares: [ParameterKey<Double>] = [
        opening(
            "funded", .openingFunded, id: "menerima bantuan iuran", en: "publicly funded",
            short: Phrase(id: "bagian awal penerima bantuan iuran", en: "opening funded share")),
        opening(
            "self", .openingSelf, id: "mandiri", en: "paying themselves",
            short: Phrase(id: "bagian awal mandiri", en: "opening self-paying share")),
        opening(
            "employer", .openingEmployer, id: "lewat pemberi kerja", en: "covered by an employer",
            short: Phrase(id: "bagian awal lewat pemberi kerja", en: "opening share with employers")
        ),
        opening(
            "lapsed", .openingLapsed, id: "putus sebelum masa tunggu usai",
            en: "lapsed before vesting",
            short: Phrase(id: "bagian awal putus", en: "opening lapsed share")),
        opening(
            "lapsed_vested", .openingLapsedVested, id: "putus setelah masa tunggu",
            en: "lapsed after vesting",
            short: Phrase(
                id: "bagian awal putus setelah masa tunggu", en: "opening lapsed share, vested")),
    ]

    private static func opening(
        _ name: String, _ number: SegmentNumber, id: String, en: String, short: Phrase
    ) -> ParameterKey<Double> {
        self.number(
            "opening." + name, .assumption, .segment, .share, unitInterval, standard: 0,
            id: "Bagian awal yang " + id, en: "Opening share that is " + en, short: short,
            .people(.number(number)))
    }

    /// All enter unprotected.
    public static let entrants = ParameterKey<EntrantFlow>(
        ParameterDefinition(
            "entrants", .assumption, .segment,
            .number(units: [.personPerMonth, .perYear], 0...1e9), standard: .perMonth(0),
            id: "Pekerja baru per bulan, atau per tahun per pekerja awal",
            en: "New workers per month, or per year and opening worker",
            short: Phrase(id: "pekerja baru", en: "new workers"), [.people(.entrants)])
    ) {
        switch $0 {
        case .perMonth(let persons): .personsPerMonth(persons)
        case .perYear(let rate): .perYearOfOpening(rate)
        default: nil
        }
    }
    /// The part of those outside who pass the filter of list, identity and age; a plan of 150,000
    /// may find 98,000.
    public static let eligibleShare = number(
        "eligible_share", .assumption, .segment, .share, unitInterval, standard: 1,
        id: "Bagian yang memenuhi syarat (NIK sah, umur, DTSEN)",
        en: "Share that is eligible (valid NIK, age, DTSEN)",
        short: Phrase(id: "bagian yang memenuhi syarat", en: "eligible share"),
        .people(.number(.eligible)))
    /// Decides how much coverage outlives its funding; the evidence is thin.
    public static let retention = number(
        "retention", .assumption, .segment, .share, unitInterval, standard: 0,
        id: "Bagian peserta yang dilepas lalu lanjut mandiri",
        en: "Share of released members who go on paying themselves",
        short: Phrase(id: "bagian yang lanjut mandiri", en: "share that goes on paying"),
        .people(.number(.retention)))
    /// Not settled by any text that was seen. Both answers can be compared: it decides whether a
    /// gap in funding costs families the full death benefit for two months.
    public static let waitingRestarts = flag(
        "waiting_restarts", .assumption, standard: true,
        id: "Masa tunggu tiga bulan berulang setelah putus iuran",
        en: "The three waiting months start again after a gap",
        short: Phrase(
            id: "masa tunggu terulang setelah jeda", en: "waiting that restarts after a gap"),
        .people(.number(.restarts)))

    static let ofSegment =
        [workers.definition] + openingShares.map(\.definition) + [
            entrants.definition, eligibleShare.definition, retention.definition,
            waitingRestarts.definition,
        ]

    // MARK: Moves, in events per person-year at risk

    /// The upper end of 100 means a mean stay of less than four days, which is a mistake in the
    /// unit.
    private static func rate(
        _ name: String, _ number: SegmentNumber, id: String, en: String, short: Phrase,
        usual: UsualRange
    ) -> ParameterKey<Double> {
        self.number(
            "rate." + name, .assumption, .segment, .perYear, 0...100, standard: 0, id: id, en: en,
            short: short, usual: usual, .people(.number(number)))
    }

    /// Not more than once a year for everybody.
    private static let onceAYear = UsualRange(0...1, slip: .percent)
    /// A campaign may reach people twice a year.
    private static let twiceAYear = UsualRange(0...2, slip: .percent)

    /// `U -> S0`: of the unprotected, who begin to pay themselves.
    public static let selfEnrolment = rate(
        "self_enrolment", .selfEnrolment, id: "Pendaftaran mandiri", en: "Self-enrolment",
        short: Phrase(id: "tingkat pendaftaran mandiri", en: "rate of self-enrolment"),
        usual: twiceAYear)
    /// `U, S*, L, LV -> E`: who finds work with an employer that registers them.
    public static let employerEnrolment = rate(
        "employer_enrolment", .employerEnrolment, id: "Pendaftaran oleh pemberi kerja",
        en: "Enrolment by an employer",
        short: Phrase(
            id: "tingkat pendaftaran oleh pemberi kerja", en: "rate of enrolment by employers"),
        usual: twiceAYear)
    /// `E -> U`: who loses that work.
    public static let employerLoss = rate(
        "employer_loss", .employerLoss, id: "Kehilangan kepesertaan pemberi kerja",
        en: "Loss of employer coverage",
        short: Phrase(
            id: "tingkat lepas dari pemberi kerja", en: "rate of loss of employer cover"),
        usual: onceAYear)
    /// `S1, S2 -> L` and `S -> LV`: who stops paying.
    public static let lapse = rate(
        "lapse", .lapse, id: "Putus iuran", en: "Lapse",
        short: Phrase(id: "tingkat putus iuran", en: "lapse rate"), usual: onceAYear)
    /// `L -> S0` and `LV -> S0`, or `LV -> S` where waiting does not restart.
    public static let returning = rate(
        "return", .returning, id: "Kembali membayar setelah putus", en: "Return after a lapse",
        short: Phrase(id: "tingkat kembali membayar", en: "rate of return"), usual: onceAYear)
    /// `F1 -> S1`, `F2 -> S2`, `F -> S`: who takes over the payment while still on the quota.
    public static let graduation = rate(
        "graduation", .graduation, id: "Beralih dari penerima bantuan iuran ke mandiri",
        en: "Graduation from funded to self-paying",
        short: Phrase(
            id: "tingkat beralih ke mandiri", en: "rate of graduation to self-paying"),
        usual: onceAYear)
    /// From every status. Cohorts bring death rates of their own, and this one is not read.
    public static let death = rate(
        "death", .death, id: "Kematian (bila tanpa kohor)",
        en: "Death (where there are no cohorts)",
        short: Phrase(id: "tingkat kematian", en: "death rate"),
        usual: UsualRange(0...0.2, slip: .perThousand))
    /// From every status.
    public static let outOfLabourForce = rate(
        "out_of_labour_force", .outOfLabourForce, id: "Keluar dari angkatan kerja",
        en: "Leaving the labour force",
        short: Phrase(
            id: "tingkat keluar angkatan kerja", en: "rate of leaving the labour force"),
        usual: onceAYear)
    /// From every status; who moves is not added to another region.
    public static let movedAway = rate(
        "moved_away", .movedAway, id: "Pindah", en: "Moving away",
        short: Phrase(id: "tingkat pindah", en: "rate of moving away"), usual: onceAYear)
    /// From every status; with cohorts in addition to who leaves the last age band each January.
    public static let ageLimit = rate(
        "age_limit", .ageLimit, id: "Melewati batas umur, selain dari kelompok umur terakhir",
        en: "Passing the age limit, besides out of the last age band",
        short: Phrase(id: "tingkat lewat batas umur", en: "rate of ageing out"), usual: onceAYear)
    /// Times `rate.death` or the cohorts' death rates. Above 1 for people who die more often than
    /// the population that tables describe, below 1 where fewer deaths are claimed.
    public static let mortalityLoad = number(
        "mortality.load", .assumption, .segment, .factor, 0...20, standard: 1,
        id: "Faktor beban kematian atas tabel penduduk",
        en: "Load factor on the population's death rates",
        short: Phrase(id: "beban kematian", en: "mortality load"), .people(.number(.load)))

    /// Yearly intensities.
    public static let rates = [
        selfEnrolment, employerEnrolment, employerLoss, lapse, returning, graduation, death,
        outOfLabourForce, movedAway, ageLimit,
    ]
    /// Those of leaving, in the order in which causes are counted.
    package static let exits = [death, ageLimit, outOfLabourForce, movedAway]
    static let ofMoves = rates.map(\.definition) + [mortalityLoad.definition]
}

/// A number of a segment by month and region, as its parameters give it; flags are 1 and 0.
///
/// A closed list of plain numbers, because a draw writes them without looking at text or types. A
/// quota and a flow of entrants have two units each, so two numbers.
public enum SegmentNumber: Int, CaseIterable, Sendable {
    /// What decisions read: the quota in persons or as a share, how many months of a year it is
    /// funded and from which one, whether leavers are replaced, the eligible share of those
    /// outside, the share of the released who go on paying, whether a gap restarts the waiting
    /// months, and whether newcomers wait at all (the BPU route).
    case heads, share, fundedMonths, fundingStart, refill, eligible, retention, restarts, waits
    /// How the horizon begins, read in its first month: workers, and the shares of them in `F`,
    /// `S`, `E`, `L` and `LV`. The rest are in `U`.
    case workers, openingFunded, openingSelf, openingEmployer, openingLapsed, openingLapsedVested
    /// Who joins: persons a month, or a share of the opening workers a year.
    case entrantsPerMonth, entrantsPerYear
    /// Yearly intensities, in events per person-year at risk.
    case selfEnrolment, employerEnrolment, employerLoss, lapse, returning, graduation, death
    /// Intensities of leaving besides death, and the load factor on death rates.
    case ageLimit, outOfLabourForce, movedAway, load

    /// The opening shares, which add up to at most 1; in the order of
    /// ``Parameters/openingShares``.
    public static let openings: [SegmentNumber] = [
        .openingFunded, .openingSelf, .openingEmployer, .openingLapsed, .openingLapsedVested,
    ]

    /// What has to be made anew when the number changes.
    ///
    /// Waiting concerns two parts: who is enrolled by the quota enters by decision, who enrols
    /// himself by a move. Workers concern entrants too, whose flow may be a share of them.
    public var parts: SegmentParts {
        switch self {
        case .heads, .share, .fundedMonths, .fundingStart, .refill, .eligible, .retention:
            .decisions
        case .restarts, .waits: [.decisions, .moves]
        case .workers: [.opening, .entrants]
        case .openingFunded, .openingSelf, .openingEmployer, .openingLapsed, .openingLapsedVested:
            .opening
        case .entrantsPerMonth, .entrantsPerYear: .entrants
        case .selfEnrolment, .employerEnrolment, .employerLoss, .lapse, .returning, .graduation,
            .death, .ageLimit, .outOfLabourForce, .movedAway, .load:
            .moves
        }
    }
}

/// Parts of what happens to a segment. They are made apart because they differ in cost: an
/// exponential for each set of moves, a few products for each month of the others.
public struct SegmentParts: OptionSet, Sendable {
    public let rawValue: Int

    public init(rawValue: Int) { self.rawValue = rawValue }

    /// Quotas by month, and who waits again.
    public static let decisions = SegmentParts(rawValue: 1)
    /// The opening stock by cohort and status.
    public static let opening = SegmentParts(rawValue: 2)
    /// Persons who join, by month.
    public static let entrants = SegmentParts(rawValue: 4)
    /// Moves and leaving, by run of months with the same rates.
    public static let moves = SegmentParts(rawValue: 8)
    /// Everything, as for a segment that is new.
    public static let all: SegmentParts = [.decisions, .opening, .entrants, .moves]
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
