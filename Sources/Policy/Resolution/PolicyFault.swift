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
    /// A total of a province or the nation, such as its workers, that would be taken for that of a
    /// region in it.
    case totalOfWiderRegion(address: Address, area: RegionCode, Provenance)
    /// A value that ends, with nothing below it that holds afterwards.
    case ends(address: Address, after: Month, Provenance)
    /// A count of months, or a class, that its shifts leave between whole numbers.
    case notWhole(address: Address, month: Month, value: Double, Provenance)
    /// Opening shares that add to more than one.
    case sharesExceedOne(segment: SegmentID, region: RegionCode, total: Double, Provenance)
    /// A purse named for a segment that its rules do not let it pay.
    case purseMayNotPay(purse: FundingSourceID, segment: SegmentID, Provenance)
    /// A quota for a segment that none of the scenario's purses may pay.
    case noPurse(segment: SegmentID, Provenance)
    /// A quota to be cut to what purses pay, with a programme that none of them may pay.
    case noPurseForProgramme(segment: SegmentID, programme: Programme, Provenance)
    /// A quota to be cut to what purses pay, whose purses may not pay the whole bill together.
    case pursesPayPart(segment: SegmentID, region: RegionCode, share: Double, Provenance)
    /// A purse that is to match another, but the catalogue does not say which.
    case matchWithoutPartner(purse: FundingSourceID, Provenance)
    /// A purse that matches one which the scenario leaves out.
    case partnerLeftOut(purse: FundingSourceID, partner: FundingSourceID, Provenance)
    /// A purse that is asked before its partner has paid, or where the partner may pay nothing.
    case partnerNotBefore(
        purse: FundingSourceID, partner: FundingSourceID, segment: SegmentID, Provenance)
    /// A partner's share of a bill and what matches it, together more than the bill.
    case matchExceedsBill(
        purse: FundingSourceID, partner: FundingSourceID, region: RegionCode, total: Double,
        Provenance)
    /// A quota for a segment without any programme.
    case noProgramme(segment: SegmentID, Provenance)
    /// Funded months that run past December.
    case fundingPastDecember(
        segment: SegmentID, region: RegionCode, start: Int, months: Int, Provenance)
}
