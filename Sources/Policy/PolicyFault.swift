import Quantities

/// What is wrong with a scenario once its layers are put together.
///
/// Carries data only; words are made where it is shown.
public enum PolicyFault: Error, Sendable, Equatable {
    /// A parameter without a standard value that no layer sets.
    case missing(address: Address)
    /// The first value begins after the horizon does.
    case gap(address: Address, firstValue: Month, horizonStart: Month, Provenance)
    /// A value, after its shifts, outside the accepted range.
    case outOfRange(
        address: Address, month: Month, value: Double, range: ClosedRange<Double>, Provenance)
    /// A dated value before the horizon's start or after its end.
    case outsideHorizon(address: Address, month: Month, horizon: ClosedRange<Month>, Provenance)
    /// Opening shares that add to more than one.
    case sharesExceedOne(segment: SegmentID, region: RegionCode, total: Double, Provenance)
    /// A purse named for a segment that its rules do not let it pay.
    case purseMayNotPay(purse: FundingSourceID, segment: SegmentID, Provenance)
    /// A quota for a segment that none of the scenario's purses may pay.
    case noPurse(segment: SegmentID, Provenance)
    /// Funded months that run past December.
    case fundingPastDecember(
        segment: SegmentID, region: RegionCode, start: Int, months: Int, Provenance)
    /// A law path that the tree does not have, or a value that it refuses.
    case law(path: String, Provenance)
}
