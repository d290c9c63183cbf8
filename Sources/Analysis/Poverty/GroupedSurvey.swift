import Welfare

/// A table of groups, from the poorest on, with what both Lorenz forms say about it.
///
/// Columns: `people_share` and `consumption_share` of each group; both add to 1.
public struct GroupedSurvey: Sendable {
    /// As asked.
    package let path: String
    /// Poverty line and mean of the same month, rupiah per person.
    package let line, mean: Double
    /// The Lorenz curve through the table.
    package let fit: LorenzFit
    /// Rows with neither people nor consumption, which say nothing and are passed over.
    package let emptyGroups: Int

    package init(path: String, line: Double, mean: Double, fit: LorenzFit, emptyGroups: Int) {
        self.path = path
        self.line = line
        self.mean = mean
        self.fit = fit
        self.emptyGroups = emptyGroups
    }
}
