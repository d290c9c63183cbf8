import Analysis
import Formats
import Quantities
import Welfare

extension GroupedQuestion {
    /// The longest time over which growth may be asked for.
    private static let mostYears = 100

    /// Reads options and the table, see ``GroupedSurvey``.
    ///
    /// - Parameters:
    ///   - headcount: `--p0`, a share above 0 and below 1; must be given.
    ///   - years: `--years`, from 1 to a hundred; nil asks for the growth as a whole.
    /// - Throws: ``InputFaults``, also for a P0 too near the curve's low end, where it does not
    ///   hold.
    package static func read(
        _ path: String, line: String?, mean: String?, headcount: String?, years: String?,
        locale: NumberLocale? = nil, files: SourceFiles
    ) throws(InputFaults) -> Checked<GroupedQuestion> {
        guard let headcount else {
            throw InputFaults(
                option: "--p0", Phrase.isMissing,
                hint: Phrase(id: "misalnya '5 %'", en: "for example '5 %'"))
        }
        let target = try OptionNumber.share(headcount, "--p0", isOneAllowed: false)
        var count: Int?
        if let years { count = try Self.years(years) }
        let survey = try GroupedSurvey.read(
            path, line: line, mean: mean, locale: locale, files: files)
        let question = GroupedQuestion(survey: survey.value, headcount: target, years: count)
        if let fault = question.chosen.fault {
            throw InputFaults(
                option: "--p0", Phrase.notServing(survey.value.fit.form, fault),
                hint: survey.value.fit.curve.leastHeadcount.map(Phrase.leastHeadcount))
        }
        return Checked(question, survey.warnings)
    }

    /// A whole number of years.
    ///
    /// - Throws: ``InputFaults``.
    private static func years(_ text: String) throws(InputFaults) -> Int {
        guard let years = Int(text), (1...mostYears).contains(years) else {
            throw InputFaults(
                option: "--years",
                Phrase(
                    "'\(text)' bukan bilangan bulat dari 1 sampai \(mostYears)",
                    en: "'\(text)' is no whole number from 1 to \(mostYears)"),
                hint: Phrase(id: "misalnya 5", en: "for example 5"))
        }
        return years
    }
}
