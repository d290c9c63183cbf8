import Policy
import Quantities

/// One figure of a scenario that an analysis looks at: what, when and where.
public struct Outcome: Sendable, Hashable {
    /// A figure or a ratio.
    public let quantity: Quantity
    /// A budget year; nil stands for the whole horizon, or its end for a stock.
    public let year: Int?
    /// Nil for all regions of the scenario.
    public let region: RegionCode?
    /// Nil for all segments.
    public let segment: SegmentID?

    /// A figure of the whole horizon and all people, unless year, region or segment are named.
    ///
    ///     Outcome(.measure(.publicBill), year: 2027).name  // public_bill_rp 2027
    public init(
        _ quantity: Quantity, year: Int? = nil, region: RegionCode? = nil,
        segment: SegmentID? = nil
    ) {
        self.quantity = quantity
        self.year = year
        self.region = region
        self.segment = segment
    }

    /// The name in tables and files: `public_bill_rp`, `public_bill_rp.petani@35.74 2027`.
    public var name: String {
        quantity.name + (segment.map { "." + $0.name } ?? "") + (region.map { "@" + $0.code } ?? "")
            + (year.map { " \($0)" } ?? "")
    }
}

extension Outcome {
    /// What a file without `outcomes` looks at.
    package static let standard: [Outcome] = [
        Outcome(.measure(.publicBill)), Outcome(.measure(.gap)),
        Outcome(.measure(.fundedPersonMonths)), Outcome(.indicator(.coverageOfWorkers)),
    ]
}
