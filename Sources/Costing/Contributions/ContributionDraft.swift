import Policy
import Quantities

/// A contribution in the making: exact sums, and the law used so far.
///
/// Nothing is rounded before ``finished(_:)``, so every row is rounded once.
///
/// A row of the tariff is written as one method that reads like its formula; ``use(_:)`` notes
/// each value of the law as it is taken, so the basis cannot miss one.
struct ContributionDraft {
    let tariff: ContributionTariff
    let subject: ContributionSubject
    /// What is owed, the parts below included.
    var amount = LawAmount.zero
    var worker = LawAmount.zero
    var state = LawAmount.zero
    var period = ContributionPeriod.month
    /// The law used so far, in order of use.
    var basis: [LegalBasis] = []

    init(tariff: ContributionTariff, subject: ContributionSubject) {
        self.tariff = tariff
        self.subject = subject
    }

    /// Adds up what is owed for a programme before temporary rules.
    ///
    /// Migrant workers are not here: their programmes are packages and savings.
    ///
    /// - Throws: ``LawFault``, ``LawFault/notAvailable(_:_:)`` where the route lacks the programme.
    mutating func compute(_ programme: Programme) throws(LawFault) {
        switch (subject.route, programme) {
        case (.pu, .jkk): try wageAccident()
        case (.pu, .jkm): try wageDeath()
        case (.pu, .jht): try shared(.puJHTEmployer, .puJHTWorker, of: earnings(.jht))
        case (.pu, .jp): try wagePension()
        case (.pu, .jkp): try wageJobLoss()
        case (.bpu, .jkk): try add(.bpuJKK, of: bandBase(.jkk))
        case (.bpu, .jkm): amount = LawAmount(try use(.bpuJKM).rupiah)
        case (.bpu, .jht): try add(.bpuJHT, of: bandBase(.jht))
        case (.jakon, .jkk): try project(.jkk, scale: .jakonJKKScale, rate: .jakonJKK)
        case (.jakon, .jkm): try project(.jkm, scale: .jakonJKMScale, rate: .jakonJKM)
        default: throw .notAvailable(programme, subject.route)
        }
    }

    /// The contribution after temporary rules, each number rounded to whole rupiah.
    ///
    /// A cut lowers the amount and its parts; a deferral lowers only what is due now. Cuts of
    /// several rules multiply.
    ///
    ///     amount' = amount x product of the cuts' factors
    ///     due     = amount' x the factor of the deferral
    ///
    /// Of two deferrals in one month the one read last counts; no month of the shipped law has two.
    ///
    /// - Throws: ``LawFault/tooLarge``.
    mutating func finished(_ programmes: [Programme]) throws(LawFault) -> Contribution {
        var dueShare = ExactDecimal(1)
        for relief in tariff.reliefs where relief.concerns(programmes, subject) {
            guard relief.reaches(subject.payer, basis: &basis) else { continue }
            switch relief.clause.kind {
            case .cut:
                amount = try amount.times(relief.factor)
                worker = try worker.times(relief.factor)
                state = try state.times(relief.factor)
            case .deferral: dueShare = relief.factor
            }
        }
        return Contribution(
            programmes: programmes, period: period, amount: try amount.rounded(),
            due: try amount.times(dueShare).rounded(), workerShare: try worker.rounded(),
            stateShare: try state.rounded(), basis: basis)
    }

    /// The value of a slot, noted as used.
    ///
    /// - Throws: ``LawFault`` where the month has no such value.
    mutating func use(_ slot: ContributionSlot) throws(LawFault) -> DatedLaw {
        let law = try tariff.law(slot)
        basis.append(LegalBasis(law))
        return law
    }

    mutating func add(_ slot: ContributionSlot, of base: Rupiah) throws(LawFault) {
        amount = try amount.adding(try use(slot).decimal, of: base)
    }

    /// The month's earnings, zero or more.
    ///
    /// - Throws: ``LawFault/baseDoesNotFit(_:_:)``, ``LawFault/baseNegative(_:)``.
    func earnings(_ programme: Programme) throws(LawFault) -> Rupiah {
        guard case .earnings(let earnings) = subject.base else {
            throw .baseDoesNotFit(programme, subject.route)
        }
        guard earnings >= .zero else { throw .baseNegative(earnings) }
        return earnings
    }
}

extension ContributionDraft {
    /// `rate(class) x wage - part of JKP x capped wage`; the second term only with JKP
    /// (PP 44/2015, PP 37/2021).
    private mutating func wageAccident() throws(LawFault) {
        guard let riskClass = subject.riskClass else { throw .riskClassMissing(subject.route) }
        let wage = try earnings(.jkk)
        try add(.jkk(riskClass: riskClass), of: wage)
        try recompose(.puJKPFromJKK, wage: wage)
    }

    /// `rate x wage - part of JKP x capped wage`; the second term only with JKP. Since PP 6/2025
    /// the part is zero.
    private mutating func wageDeath() throws(LawFault) {
        let wage = try earnings(.jkm)
        try add(.puJKM, of: wage)
        try recompose(.puJKPFromJKM, wage: wage)
    }

    /// `(employer + worker) x min(wage, ceiling)` (PP 45/2015).
    private mutating func wagePension() throws(LawFault) {
        let base = min(try earnings(.jp), try use(.puJPCeiling).rupiah)
        try shared(.puJPEmployer, .puJPWorker, of: base)
    }

    /// `rate x min(wage, ceiling)`, of which the state adds its part (PP 37/2021, PP 6/2025).
    private mutating func wageJobLoss() throws(LawFault) {
        let base = min(try earnings(.jkp), try use(.puJKPCeiling).rupiah)
        try add(.puJKP, of: base)
        state = try state.adding(try use(.puJKPState).decimal, of: base)
    }

    /// Takes out of this row what the row of JKP shows, so that rows add to money paid.
    ///
    /// The part is taken on the wage up to the ceiling of JKP, as the row of JKP is.
    ///
    /// Nothing is taken from who is not in JKP: recomposition concerns registered members only (PP
    /// 49/2023).
    private mutating func recompose(_ slot: ContributionSlot, wage: Rupiah) throws(LawFault) {
        guard subject.programmes.contains(.jkp) else { return }
        let base = min(wage, try use(.puJKPCeiling).rupiah)
        amount = try amount.subtracting(try use(slot).decimal, of: base)
    }

    /// Adds the employer's and the worker's rate on a base. Only the worker's is counted as the
    /// worker's share.
    private mutating func shared(
        _ employerRate: ContributionSlot, _ workerRate: ContributionSlot, of base: Rupiah
    ) throws(LawFault) {
        try add(employerRate, of: base)
        let rate = try use(workerRate).decimal
        amount = try amount.adding(rate, of: base)
        worker = try worker.adding(rate, of: base)
    }

    /// The base of the band in which the declared income falls (PP 44/2015 Annex II).
    ///
    /// The basis carries the mark of the row, which may be better known than the table.
    private mutating func bandBase(_ programme: Programme) throws(LawFault) -> Rupiah {
        let income = try earnings(programme)
        let law = try tariff.law(.bpuBands)
        let row = try law.brackets.row(for: income)
        basis.append(LegalBasis(law, mark: row.mark))
        return row.base
    }

    /// A construction project: by wage where it is known, else by the tiers of the contract.
    private mutating func project(
        _ programme: Programme, scale: ContributionSlot, rate: ContributionSlot
    ) throws(LawFault) {
        switch subject.base {
        case .earnings: try add(rate, of: earnings(programme))
        case .contract(let value):
            guard value >= .zero else { throw .baseNegative(value) }
            period = .contract
            amount = try use(scale).scale.amount(on: value)
        default: throw .baseDoesNotFit(programme, subject.route)
        }
    }
}

extension ContributionTariff {
    /// The contributions of a migrant worker: JKK and JKM are one package by months of placement,
    /// JHT is savings that the worker chooses.
    ///
    /// Both are not asked for at once: a package is paid once, savings are paid a month, and one
    /// base cannot state both.
    ///
    ///     JKK and JKM, 24 months of placement   one row, paid once
    ///     JHT alone                             one row, paid each month
    ///
    /// - Throws: ``LawFault`` for other programmes, half a package, unknown months, savings outside
    ///   the law, or a base that is not of the programme.
    func placementSchedule(
        for subject: ContributionSubject
    ) throws(LawFault) -> ContributionSchedule {
        let asked = subject.programmes
        for programme in [Programme.jp, .jkp] where asked.contains(programme) {
            throw .notAvailable(programme, .pmi)
        }
        var draft = ContributionDraft(tariff: self, subject: subject)
        if asked == [.jht] {
            try draft.chooseSavings()
            return ContributionSchedule(month: month, rows: [try draft.finished([.jht])])
        }
        guard !asked.contains(.jht) else { throw .baseDoesNotFit(.jht, .pmi) }
        for (half, other) in [(Programme.jkk, Programme.jkm), (.jkm, .jkk)]
        where asked.contains(half) && !asked.contains(other) {
            throw .packageIndivisible(.pmi, missing: other)
        }
        guard !asked.isEmpty else { return ContributionSchedule(month: month, rows: []) }
        try draft.choosePackage()
        return ContributionSchedule(month: month, rows: [try draft.finished([.jkk, .jkm])])
    }
}

extension ContributionDraft {
    /// The price of a placement, or of the months by which one is made longer.
    ///
    /// A placement has the price of its months, `pmi.package.<months>`; there is none for months
    /// between. A longer stay is `months x pmi.extension.amount`.
    fileprivate mutating func choosePackage() throws(LawFault) {
        period = .contract
        switch subject.base {
        case .placement(let months):
            guard let law = tariff.packages[months] else {
                throw .packageUnknown(months: months, offered: tariff.packages.keys.sorted())
            }
            basis.append(LegalBasis(law))
            amount = LawAmount(try law.rupiah)
        case .extended(let months):
            guard months > 0 else { throw .packageUnknown(months: months, offered: []) }
            amount = try LawAmount(try use(.pmiExtension).rupiah)
                .times(ExactDecimal(Int64(months)))
        default: throw .baseDoesNotFit(.jkk, .pmi)
        }
    }

    fileprivate mutating func chooseSavings() throws(LawFault) {
        guard case .savings(let savings) = subject.base else { throw .baseDoesNotFit(.jht, .pmi) }
        let (least, most) = (
            try use(.pmiSavingsMinimum).rupiah, try use(.pmiSavingsMaximum).rupiah
        )
        guard savings >= least, savings <= most else {
            throw .savingsOutOfRange(savings, allowed: least...max(least, most))
        }
        amount = LawAmount(savings)
    }
}
