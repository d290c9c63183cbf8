import Analysis
import Quantities

/// Scenarios side by side, a row for each figure.
package struct AlignedRow: Sendable {
    package struct Cell: Sendable {
        package let text: Phrase
        /// Whether no other scenario does better; false where all do equally well.
        package let isBest: Bool
        package let isWorst: Bool
    }

    package let heading: Phrase
    /// Nil where the numbers carry it.
    package let unit: Phrase?
    /// By scenario, the baseline first.
    package let cells: [Cell]
}

extension Comparison {
    /// What planners weigh, and which end of it they would rather have.
    private static let weighed: [(quantity: Quantity, isMoreBetter: Bool)] = [
        (.measure(.publicBill), false), (.measure(.gap), false),
        (.measure(.fundedPersonMonths), true), (.measure(.waitingPersonMonths), false),
        (.measure(.gapPersonMonths), false), (.measure(.protectedAtEnd), true),
        (.indicator(.averageCoverage), true), (.indicator(.coverageOfWorkers), true),
        (.measure(.familiesKept), true), (.indicator(.billPerFundedMonth), false),
        (.indicator(.billPerFamilyKept), false),
    ]

    /// Every figure over the whole horizon, with the best and the worst scenario of each.
    package var alignedRows: [AlignedRow] {
        let shown = Set(self.shown(Self.weighed.map(\.quantity)))
        return Self.weighed.filter { shown.contains($0.quantity) }.map { quantity, isMoreBetter in
            let values = results.map { quantity.value($0.summary, year: nil) }
            let known = values.filter(\.isFinite)
            let (low, high) = (known.min() ?? 0, known.max() ?? 0)
            let differ = known.count > 1 && !low.isAbout(high)
            let (best, worst) = isMoreBetter ? (high, low) : (low, high)
            return AlignedRow(
                heading: quantity.heading,
                unit: quantity.unit == .share ? nil : quantity.unit.heading,
                cells: values.map { value in
                    AlignedRow.Cell(
                        text: Phrase { CellText(language: $0).number(value, quantity.unit) },
                        isBest: differ && value.isAbout(best),
                        isWorst: differ && value.isAbout(worst))
                })
        }
    }
}
