import Analysis
import Formats
import Policy
import Quantities

extension Report {
    /// The results as a workbook: the answer with charts, costs line by line with live formulas,
    /// their sums by purse and segment, and where all of it is from.
    ///
    /// - Parameter results: of one scenario, or of those compared, the baseline first.
    package func workbook(_ results: [ScenarioResult], in language: Language) -> Workbook {
        let costs = CostSheet(results, in: language)
        let purses = PivotSheet(.purses, results, costs, in: language)
        let segments = PivotSheet(.segments, results, costs, in: language)
        let summary = SummarySheet(self, results, costs, purses, in: language)
        let origin = OriginSheet(report: self, results: results, language: language)
        return Workbook(
            title: title[language],
            [summary.sheet, costs.sheet, purses.sheet, segments.sheet, origin.sheet])
    }
}
