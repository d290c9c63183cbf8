import Welfare

/// A survey file of households, with what it says about poverty at a line.
///
/// Columns: `consumption` (per head, in the money of the line), `weight` (of the household), and
/// where the file has them `size` (members; 1 where missing), `stratum`, `psu`. Every household
/// counts as weight times size persons.
package struct HouseholdSurvey: Sendable {
    package let path: String
    /// Poverty line, rupiah per person and month.
    package let line: Double
    package let sample: HouseholdSample
    package let hasDesign: Bool

    package init(path: String, line: Double, sample: HouseholdSample, hasDesign: Bool) {
        self.path = path
        self.line = line
        self.sample = sample
        self.hasDesign = hasDesign
    }
}

/// A table of groups, from the poorest on, with what both Lorenz forms say about it.
///
/// Columns: `people_share` and `consumption_share` of each group; both add to 1.
package struct GroupedSurvey: Sendable {
    package let path: String
    /// Poverty line and mean of the same month, rupiah per person.
    package let line, mean: Double
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
