import Exploration
import Policy
import Quantities

package struct DiscoverQuestion: Sendable {
    /// A position among the sweep's outcomes.
    package let outcome: Int
    /// Whether the cases of interest lie above the value.
    package let isAbove: Bool
    /// In the outcome's unit; a case lies beyond it.
    package let limit: Double
    /// The least density of a box.
    package let density: Double
    /// How many boxes are looked for at most.
    package let boxes: Int

    package init(outcome: Int, isAbove: Bool, limit: Double, density: Double, boxes: Int) {
        self.outcome = outcome
        self.isAbove = isAbove
        self.limit = limit
        self.density = density
        self.boxes = boxes
    }

    /// Whether a value is of interest; one that is the limit but for last bits is not.
    package func isCase(_ value: Double) -> Bool {
        isAbove ? value.exceeds(limit) : !value.reaches(limit)
    }

    /// What counts as a case, in words: `kekurangan pagu 2027 di atas Rp 0`.
    package func words(_ source: ExperimentSource) -> Phrase {
        let label = source.outcomes[outcome]
        let value = label.value(limit)
        return Phrase(
            id: "\(label.phrase.indonesian) di \(isAbove ? "atas" : "bawah") \(value.indonesian)",
            en: "\(label.phrase.english) \(isAbove ? "above" : "below") \(value.english)")
    }
}
