import Analysis
import Formats
import Policy
import Quantities

extension ExpectationFinding {
    private var label: OutcomeLabel { OutcomeLabel(outcome) }

    /// What the figure is; where a condition should move it, what it was before.
    var figure: Phrase {
        guard case .moves = expectation.claim else { return label.value(value) }
        return Phrase(same: "\(label.value(before)) → \(label.value(value))")
    }

    /// What is claimed.
    var expected: Phrase {
        switch expectation.claim {
        case .moves(let movement): return Phrase.movement(movement)
        case .within(let range):
            let (low, high) = (exact(range.lowerBound), exact(range.upperBound))
            if range.lowerBound == range.upperBound { return Phrase.equalTo(low) }
            if range.lowerBound == -.infinity { return Phrase.atMost(high) }
            if range.upperBound == .infinity { return Phrase.atLeast(low) }
            return Phrase.between(low, high)
        }
    }

    var verdictWord: Phrase {
        switch verdict {
        case .holds: Phrase.passed
        case .idle: Phrase.movesNothing
        case .fails: Phrase.failed
        }
    }

    /// By how much it fails, and to which side; nil where it holds.
    var offBy: Phrase? {
        guard verdict == .fails else { return nil }
        guard distance.isFinite else { return Phrase.noValue }
        switch expectation.claim {
        case .moves:
            guard distance > 0 else {
                return movesNothing ? Phrase.movesNothing : Phrase.doesNotMove
            }
            return value > before ? Phrase.risesBy(amount) : Phrase.fallsBy(amount)
        case .within(let range):
            return value > range.upperBound ? Phrase.tooMuch(amount) : Phrase.tooLittle(amount)
        }
    }

    /// What a reader of the command is told of an expectation that was missed.
    ///
    ///     x.yaml:12:11: harapan meleset: 'gap_rp paling banyak 0'; nilainya Rp 5 juta, ...
    package var sentence: Phrase {
        let place = expectation.place
        let position = "\(place.file):\(place.line):\(place.column)"
        return Phrase(
            "\(position): harapan meleset: '\(expectation.statement)'; nilainya \(figure)"
                + "\(", \(offBy ?? figure)", if: offBy != nil)",
            en: "\(position): expectation missed: '\(expectation.statement)'; it is \(figure)"
                + "\(", \(offBy ?? figure)", if: offBy != nil)")
    }

    /// The distance with its unit; of shares in percentage points.
    private var amount: Phrase {
        guard outcome.quantity.unit == .share else { return label.value(distance) }
        return Phrase(same: "\(significant: distance * 100) \(Phrase.points)")
    }

    /// A limit with all its digits where it is a share: 43.92 % is not 43.9 %.
    private func exact(_ number: Double) -> Phrase {
        guard outcome.quantity.unit == .share else { return label.value(number) }
        return Phrase { $0.plain((number * 1e12).rounded() / 1e10) + " %" }
    }
}

extension Sequence<ExpectationFinding> {
    /// Those that fail.
    package var missed: [ExpectationFinding] { filter { $0.verdict == .fails } }

    /// A warning for each that holds under a condition that moves nothing: it would hold of
    /// anything.
    package var idle: [Diagnostic] {
        filter { $0.verdict == .idle }.map { finding in
            let place = finding.expectation.place
            return Diagnostic(
                .warning,
                at: Position(file: place.file, line: place.line, column: place.column),
                Phrase(
                    id: "pengandaian ini tidak mengubah hasil apa pun, jadi harapan ini tidak"
                        + " menguji apa-apa",
                    en: "this condition changes no result, so that the expectation tests nothing"),
                hint: Phrase(
                    id: "mungkin kuncinya bernilai nol, atau ditimpa kunci lain",
                    en: "its key may be zero, or overridden by another"))
        }
    }
}
