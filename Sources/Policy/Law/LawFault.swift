import Quantities

/// Why the law cannot answer, or cannot be changed as asked.
public enum LawFault: Error, Equatable, Sendable {
    /// No parameter has that path; ``LawTree/paths`` lists those that do.
    case unknownPath(String)
    /// Two parameters, or an overlay and a parameter, have the same path.
    case duplicatePath(String)
    /// The parameter has no value in the month; `first` is the earliest month that has one.
    case noValue(path: String, month: Month, first: Month?)
    /// The parameter holds another kind of value than was asked for or given.
    case wrongKind(path: String, expected: LawValue.Kind, found: LawValue.Kind)
    /// The number is outside the allowed range of its parameter.
    case outOfRange(path: String, value: ExactDecimal, allowed: ClosedRange<ExactDecimal>)
    /// Periods of a parameter overlap or run backwards at the month.
    case datesOutOfOrder(path: String, month: Month)
    /// The change would end before it begins.
    case emptyPeriod(path: String, from: Month, until: Month)
    /// The change has no meaning for the value: adding to a table of bands, scaling a word.
    case changeDoesNotFit(path: String, kind: LawValue.Kind)
    /// The result has more digits or is larger than can be kept exactly.
    case tooLarge

    /// The programme does not exist for the route.
    case notAvailable(Programme, RegistrationRoute)
    /// Wage earners need a risk class.
    case riskClassMissing(RegistrationRoute)
    /// Risk classes are 1 (very low) to 5 (very high).
    case riskClassUnknown(Int)
    /// The base is of a kind from which the route's contribution is not computed.
    case baseDoesNotFit(Programme, RegistrationRoute)
    /// The base is below zero.
    case baseNegative(Rupiah)
    /// The route sells its programmes as one package; the named one is missing.
    case packageIndivisible(RegistrationRoute, missing: Programme)
    /// No package covers that many months.
    case packageUnknown(months: Int, offered: [Int])
    /// The chosen savings are outside what the route allows.
    case savingsOutOfRange(Rupiah, allowed: ClosedRange<Rupiah>)
    /// The first programme is paid out of the second one's rate, which the person does not have.
    case recomposedWithout(Programme, needs: Programme)
}
