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
    case purseMayNotPay(purse: PurseID, segment: SegmentID, Provenance)
    /// A quota for a segment that none of the scenario's purses may pay.
    case noPurse(segment: SegmentID, Provenance)
    /// A quota to be cut to what purses pay, with a programme that none of them may pay.
    case noPurseForProgramme(segment: SegmentID, programme: Programme, Provenance)
    /// A quota to be cut to what purses pay, whose purses may not pay the whole bill together.
    case pursesPayPart(segment: SegmentID, region: RegionCode, share: Double, Provenance)
    /// A purse that is to match another, but the catalogue does not say which.
    case matchWithoutPartner(purse: PurseID, Provenance)
    /// A purse that matches one which the scenario leaves out.
    case partnerLeftOut(purse: PurseID, partner: PurseID, Provenance)
    /// A purse that is asked before its partner has paid, or where the partner may pay nothing.
    case partnerNotBefore(
        purse: PurseID, partner: PurseID, segment: SegmentID, Provenance)
    /// A partner's share of a bill and what matches it, together more than the bill.
    case matchExceedsBill(
        purse: PurseID, partner: PurseID, region: RegionCode, total: Double,
        Provenance)
    /// A quota for a segment without any programme.
    case noProgramme(segment: SegmentID, Provenance)
    /// Funded months that run past December.
    case fundingPastDecember(
        segment: SegmentID, region: RegionCode, start: Int, months: Int, Provenance)
}

extension PolicyFault {
    /// What is wrong, whatever the numbers; the raw value stands in the files of a sweep.
    public enum Kind: String, Sendable, Hashable {
        case missing, gap, ends, match
        case outOfRange = "out_of_range"
        case totalOfWiderRegion = "total_of_wider_region"
        case notWhole = "not_whole"
        case sharesExceedOne = "shares_exceed_one"
        case purseMayNotPay = "purse_may_not_pay"
        case noPurse = "no_purse"
        case pursesPayPart = "purses_pay_part"
        case noProgramme = "no_programme"
        case fundingPastDecember = "past_december"
    }

    /// What is wrong, the key, segment or purse that it speaks of besides the region, and where the
    /// value was set; no place for a value that nobody set.
    ///
    /// The subject tells apart what one line can do wrong twice: a line for all segments can leave
    /// two of them without a purse.
    public var summary: (kind: Kind, subject: String, place: Provenance?) {
        switch self {
        case .missing(let address): (.missing, address.withoutRegion, nil)
        case .gap(let address, _, _, let place): (.gap, address.withoutRegion, place)
        case .outOfRange(let address, _, _, _, let place):
            (.outOfRange, address.withoutRegion, place)
        case .totalOfWiderRegion(let address, _, let place):
            (.totalOfWiderRegion, address.withoutRegion, place)
        case .ends(let address, _, let place): (.ends, address.withoutRegion, place)
        case .notWhole(let address, _, _, let place): (.notWhole, address.withoutRegion, place)
        case .sharesExceedOne(let segment, _, _, let place): (.sharesExceedOne, segment.name, place)
        case .purseMayNotPay(let purse, let segment, let place):
            (.purseMayNotPay, "\(purse.name) \(segment.name)", place)
        case .noPurse(let segment, let place), .noPurseForProgramme(let segment, _, let place):
            (.noPurse, segment.name, place)
        case .pursesPayPart(let segment, _, _, let place): (.pursesPayPart, segment.name, place)
        case .matchWithoutPartner(let purse, let place), .partnerLeftOut(let purse, _, let place),
            .partnerNotBefore(let purse, _, _, let place),
            .matchExceedsBill(let purse, _, _, _, let place):
            (.match, purse.name, place)
        case .noProgramme(let segment, let place): (.noProgramme, segment.name, place)
        case .fundingPastDecember(let segment, _, _, _, let place):
            (.fundingPastDecember, segment.name, place)
        }
    }
}

extension Address {
    fileprivate var withoutRegion: String { key + (member.map { "." + $0 } ?? "") }
}
