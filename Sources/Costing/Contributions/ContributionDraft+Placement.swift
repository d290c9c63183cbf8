import Policy
import Quantities

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
