import Costing
import Formats
import Policy
import Quantities

/// A question for the tariff: a registration and a month.
package struct TariffQuestion: Sendable, Hashable {
    package let subject: ContributionSubject
    package let month: Month

    /// The answer of a law.
    ///
    /// - Throws: ``InputFaults`` where the law has none.
    package func schedule(under law: LawTree) throws(InputFaults) -> ContributionSchedule {
        do throws(LawFault) {
            return try ContributionTariff(law: law, month: month).schedule(for: subject)
        } catch {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: "tariff"), Phrase.law(error),
                    hint: Phrase.lawHint(error))
            ])
        }
    }
}

/// A question for the tariff as it was typed, option by option.
///
/// Every option stays a text until ``question()``, so that all of them are read, and all faults
/// told, at once.
package struct TariffRequest: Sendable {
    package var route = ""
    package var base: String?
    /// `1` to `5`.
    package var risk: String?
    package var programmes = ""
    package var payer = ""
    /// The kind of work; general where nil.
    package var group: String?
    /// `2026-05`.
    package var date = ""
    package var months: String?
    package var extensionMonths: String?
    /// Construction: the base is the wage bill of a month, not the contract's value.
    package var isWageKnown = false

    package init() {}

    /// The registration and the month that are asked about.
    ///
    /// - Throws: ``InputFaults`` with every option that makes no sense.
    package func question() throws(InputFaults) -> TariffQuestion {
        var faults: [Diagnostic] = []
        /// What an option reads as; nil where it is refused, after its faults are gathered.
        func read<Value>(_ value: () throws(InputFaults) -> Value) -> Value? {
            do throws(InputFaults) {
                return try value()
            } catch {
                faults += error.diagnostics
                return nil
            }
        }
        let route = read { () throws(InputFaults) in
            try OptionNumber.choice(self.route, "--route", among: RegistrationRoute.self)
        }
        let payer = read { () throws(InputFaults) in
            try OptionNumber.choice(self.payer, "--payer", among: Payer.self)
        }
        let group = read { () throws(InputFaults) in
            try OptionNumber.choice(self.group ?? "general", "--group", among: WorkerGroup.self)
        }
        let programmes = read(self.readProgrammes)
        let month = read(self.readMonth)
        let risk = self.risk.flatMap { text in
            read { () throws(InputFaults) in try riskClass(text) }
        }
        let base = route.flatMap { route in
            read { () throws(InputFaults) in try readBase(route, programmes ?? []) }
        }
        guard faults.isEmpty, let route, let payer, let group, let programmes, let month,
            let base
        else { throw InputFaults(faults) }
        let subject = ContributionSubject(
            programmes: programmes, route: route, base: base, riskClass: risk, group: group,
            payer: payer)
        return TariffQuestion(subject: subject, month: month)
    }

    /// Programmes out of a list with commas, each once.
    private func readProgrammes() throws(InputFaults) -> Set<Programme> {
        var chosen: Set<Programme> = []
        let words = programmes.split(separator: ",", omittingEmptySubsequences: false)
        for word in words {
            let name = String(word.filter { $0 != " " })
            let programme = try OptionNumber.choice(name, "--programmes", among: Programme.self)
            guard chosen.insert(programme).inserted else {
                throw InputFaults(option: "--programmes", Phrase.twice(name))
            }
        }
        return chosen
    }

    private func readMonth() throws(InputFaults) -> Month {
        if let month = Month(date) { return month }
        throw InputFaults(
            option: "--date", Phrase.notAMonth(date), hint: Phrase.monthHint(date))
    }

    /// A risk class out of its digit.
    private func riskClass(_ text: String) throws(InputFaults) -> Int {
        if let number = Int(text), (1...5).contains(number) { return number }
        throw InputFaults(option: "--risk", Phrase.notARiskClass(text), hint: Phrase.riskHint)
    }
}

extension TariffRequest {
    private func readBase(
        _ route: RegistrationRoute, _ programmes: Set<Programme>
    ) throws(InputFaults) -> ContributionBase {
        switch route {
        case .pmi where programmes == [.jht]: return .savings(try money())
        case .pmi:
            if let extensionMonths {
                return .extended(months: try whole(extensionMonths, "--extension"))
            }
            return .placement(months: try whole(months ?? "24", "--months"))
        case .jakon where !isWageKnown: return .contract(try money())
        case .bpu where base == nil: return .earnings(.zero)
        case .pu, .bpu, .jakon: return .earnings(try money())
        }
    }

    /// A count of months: 1 to 1200.
    private func whole(_ text: String, _ option: String) throws(InputFaults) -> Int {
        if let number = Int(text), number > 0, number <= 1200 { return number }
        throw InputFaults(
            option: option,
            Phrase(id: "'\(text)' bukan banyaknya bulan", en: "'\(text)' is no number of months"))
    }

    /// The base as money: digits, `Rp 1.000.000`, or thousands marked so that nothing is in doubt.
    private func money() throws(InputFaults) -> Rupiah {
        guard let base else {
            throw InputFaults(
                option: "--base",
                Phrase(id: "jalur ini membutuhkan dasar iuran", en: "this route needs a base"),
                hint: Phrase.baseHint)
        }
        let number: ExactDecimal
        do throws(NumberTextFault) {
            number = try parseNumber(base)
        } catch {
            throw InputFaults(
                option: "--base", Phrase.number(error), hint: Phrase.baseHint)
        }
        let isMoney = number.scale == 0 && !base.contains("%")
        guard isMoney, number.coefficient >= 0, number.coefficient <= 1_000_000_000_000_000 else {
            throw InputFaults(
                option: "--base", Phrase.notMoney(base), hint: Phrase.baseHint)
        }
        return Rupiah(number.coefficient)
    }
}
