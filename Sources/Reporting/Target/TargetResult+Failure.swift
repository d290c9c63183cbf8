import Analysis
import Quantities

extension TargetResult {
    /// How the keys are written.
    var keyTexts: [TargetKeyText] {
        question.problem.dial.keys.map { TargetKeyText($0, lawUnits: lawUnits) }
    }

    /// Why the command ends with 1: the target is not reached; nil where it is.
    public var failure: Phrase? {
        answer.solution == nil
            ? Phrase.notReached(label, question.problem.aim, best: label.value(point.value)) : nil
    }
}
