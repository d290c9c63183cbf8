import Policy
import Quantities

/// How the families of a region live: consumption per head over time and their size.
public struct RegionalWelfare: Sendable {
    /// Consumption from the start of the horizon on.
    public var outlook: PovertyOutlook
    /// Persons of a household.
    public var persons: Double

    /// What a policy says of a region; nil where it does not say what is needed.
    public init?(_ policy: ResolvedPolicy, region: RegionCode) {
        self.init(
            PovertyOutlook(policy, region: region),
            persons: policy.timeline(Parameters.householdSize, region)[policy.horizon.lowerBound])
    }

    /// - Returns: nil where the outlook does not know what is needed.
    public init?(_ outlook: PovertyOutlook, persons: Double) {
        guard outlook.isKnown else { return nil }
        (self.outlook, self.persons) = (outlook, persons)
    }

    /// Consumption per head some years after the start.
    public func welfare(afterYears years: Int) -> LognormalWelfare {
        outlook.welfare(after: min(12 * years, outlook.population.count))
    }
}
