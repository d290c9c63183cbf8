import Welfare

/// What growth brings the P0 of a grouped table down to a target while its distribution stays.
package struct GroupedQuestion: Sendable {
    /// The table, with its line and mean.
    package let survey: GroupedSurvey
    /// P0 that is wanted, above 0 and below 1.
    package let headcount: Double
    /// Over how many years; nil asks for the growth as a whole.
    package let years: Int?

    package init(survey: GroupedSurvey, headcount: Double, years: Int?) {
        self.survey = survey
        self.headcount = headcount
        self.years = years
    }

    /// The question put to a curve of the table.
    package func target(_ curve: any LorenzCurve) -> GroupedTarget {
        GroupedTarget(
            curve, mean: survey.mean, line: survey.line, headcount: headcount, years: years)
    }

    /// The question put to the form that is used.
    package var chosen: GroupedTarget { target(survey.fit.curve) }

    /// By form; nil where it serves for the line or for the target no more.
    package var targets: [(form: LorenzFit.Form, target: GroupedTarget?)] {
        survey.fit.candidates.map { candidate in
            let curve = candidate.fault == nil ? candidate.curve : nil
            let target = curve.map(target)
            return (candidate.form, target.flatMap { $0.fault == nil ? $0 : nil })
        }
    }
}
