import Analysis
import Exploration
import Policy
import Quantities

/// What draws come to, for people: a few figures as median and range.
///
/// The tables that programs read have every figure, quantile and place; see ``Ensemble/tables``.
/// Sections stand behind those of the written values, which stay in the report: people compare the
/// two.
extension Ensemble {
    /// What planners look at first.
    private static let headline: [Quantity] = [
        .indicator(.averageCoverage), .indicator(.coverageOfWorkers),
        .measure(.fundedPersonMonths), .measure(.waitingPersonMonths), .measure(.publicBill),
        .measure(.gap),
    ]

    private static let short: [Quantity] = [
        .indicator(.averageCoverage), .indicator(.coverageOfWorkers), .measure(.publicBill),
    ]

    /// Lines for a report's introduction: draws that have no result, scenario by scenario.
    func notes(_ reasons: (EnsembleMember) -> [Phrase]) -> [Phrase] {
        members.filter { $0.failures.count > 0 }.map {
            Phrase.drawsFailed(
                $0.name, $0.failures, of: plan.draws, reasons($0))
        }
    }

    /// The years of one scenario, and the whole horizon, which for coverage is its end.
    ///
    /// - Parameter isShort: coverage and money alone, for a first screen.
    func yearSection(isShort: Bool = false, in language: Language) -> Report.Section {
        let years = baseline.policy.years.map { Optional($0) } + [nil]
        let table = ResultTable("ensemble-years", years) {
            Key("year") { $0.map(String.init) ?? "all" }
            for quantity in isShort ? Self.short : Self.headline {
                Column(quantity.name, quantity.unit) {
                    baseline.interval(Outcome(quantity, year: $0), in: language)
                }
            }
        }
        return Report.Section(
            heading: Phrase(id: "Sebaran menurut tahun", en: "Spread by year"),
            note: explained(in: language), .table(table))
    }

    /// The years of one scenario: a few figures for a first screen, all for the whole report.
    func yearSections(in language: Language) -> [Report.Section] {
        [
            yearSection(isShort: true, in: language).at(.firstScreen),
            yearSection(in: language),
        ]
    }

    /// Scenarios side by side over the whole horizon, then their differences to the baseline.
    ///
    /// A difference of medians is not the median of differences: scenarios share their draws, and
    /// the second is what a decision changes.
    func comparisonSections(in language: Language) -> [Report.Section] {
        let table = ResultTable("ensemble-overall", members) {
            Key("scenario", \.name)
            for quantity in Self.headline {
                Column(quantity.name, quantity.unit) {
                    $0.interval(Outcome(quantity), in: language)
                }
            }
        }
        let overall = Report.Section(
            heading: Phrase(id: "Sebaran, seluruh periode", en: "Spread, the whole horizon"),
            note: explained(in: language), .table(table))
        guard members.count > 1 else { return [overall] }
        return [
            overall,
            Report.Section(
                heading: Phrase(
                    id: "Selisih terhadap acuan dalam simulasi acak yang sama",
                    en: "Differences to the baseline in the same draws"),
                note: Phrase(
                    id: "bagian simulasi acak dengan kebutuhan iuran di atas atau di bawah acuan",
                    en: "the share of draws with a bill above or below the baseline's"),
                .table(differenceTable(in: language))),
        ]
    }

    /// Alternatives down: intervals of differences, and how often the bill is above and below.
    private func differenceTable(in language: Language) -> ResultTable {
        let text = IntervalText(language: language, isDifference: true)
        let bill = Outcome(.measure(.publicBill))
        return ResultTable("ensemble-differences", members.dropFirst()) {
            Key("scenario", \.name)
            for quantity in Self.headline {
                Column(quantity.name, quantity.unit) { member in
                    member.difference(Outcome(quantity)).map {
                        text.text($0.difference, quantity.unit)
                    } ?? "–"
                }
            }
            Column("above_share", .share) { $0.difference(bill)?.aboveShare }
            Column("below_share", .share) { $0.difference(bill)?.belowShare }
        }
    }

    private func explained(in language: Language) -> Phrase {
        let bill = baseline.summary(Outcome(.measure(.publicBill)))
        let error = bill.map(\.error).flatMap { $0.isNaN ? nil : $0 } ?? 0
        return Phrase.drawsExplained(
            plan, inputs: Set(members.flatMap { $0.inputs.map(\.name) }).count,
            error: String(language.money(error).dropFirst(3)))
    }
}

extension EnsembleMember {
    /// What the draws of an outcome come to; nil where it is not looked at.
    func summary(_ outcome: Outcome) -> StreamedSummary? {
        outcomes.firstIndex(of: outcome).map { summaries[$0] }
    }

    /// How an outcome differs from the baseline's; nil where it is not looked at.
    func difference(_ outcome: Outcome) -> DifferenceSummary? {
        outcomes.firstIndex(of: outcome).map { differences[$0] }
    }

    /// An outcome as a text; a dash where it is not looked at.
    func interval(_ outcome: Outcome, in language: Language) -> String {
        summary(outcome).map {
            IntervalText(language: language).text($0, outcome.quantity.unit)
        } ?? "–"
    }
}
