import Policy
import Quantities

/// A value of the law that a contribution rests on.
///
/// An explanation prints these in order of use, so the reader can follow the sum through the
/// decrees.
public struct LegalBasis: Sendable, Equatable {
    /// What the value does in the calculation.
    public enum Effect: String, Sendable, CaseIterable {
        /// It is a rate, an amount, a ceiling or a table of the tariff.
        case tariff
        /// It cuts the amount.
        case cut
        /// It defers the rest of the amount.
        case deferral
        /// It says that a temporary rule is in force in the month.
        case inForce
        /// It says whether a temporary rule leaves this payer out.
        case payerTest
    }

    /// The value with its months, legal reference, source and provenance.
    public let law: DatedLaw
    /// How well the value is known; a row of a table may be known better than the table.
    public let mark: EvidenceMark
    /// What it does in the calculation.
    public let effect: Effect
    /// The name of the temporary rule that the value belongs to.
    public let overlay: String?

    /// Notes a value of the law; its own mark holds unless another is given.
    init(
        _ law: DatedLaw, mark: EvidenceMark? = nil, effect: Effect = .tariff, overlay: String? = nil
    ) {
        self.law = law
        self.mark = mark ?? law.entry.mark
        self.effect = effect
        self.overlay = overlay
    }

    /// Where the tree keeps the value.
    public var path: String { law.path }
    /// The regulation; nil where a scenario set the value.
    public var legal: Phrase? { law.entry.legal }
}
