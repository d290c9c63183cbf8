import Policy
import Quantities

/// Prices a person-month: the contribution of each of the person's programmes, in their order.
///
/// A function and not the law itself, so that a budget can be tested on prices without decrees.
public typealias ContributionPricing =
    @Sendable (ContributionSubject, Month) throws -> [Rupiah]

/// The contributions of every segment, region and month of a policy, looked up by payer.
///
/// Every price is asked for once, before any month is simulated: a missing one is a fault of the
/// input and must not turn up in the middle of a run.
public struct TariffBook: Sendable {
    /// Each distinct registration once; the payer in it has no meaning.
    private var subjects: [ContributionSubject] = []
    /// The programmes of each subject, in order.
    private var programmes: [[Programme]] = []
    /// By segment, then `month * regions + region`: a position in `subjects`.
    private var positions: [[Int]] = []
    /// The contribution of each programme, in order; indexed
    /// `(position * months + month) * payers + payer`, nil where nobody may ask.
    private var prices: [[Rupiah]?] = []
    private let payers: [Payer]
    private let regionCount: Int
    private let monthCount: Int

    /// Prices everything that a projection of the policy may need.
    ///
    /// Segments and regions that register alike share one price, so a province of one route and
    /// wage asks the law once for each payer and month.
    ///
    /// - Throws: ``TariffFault`` where the law has no price; what else `pricing` throws.
    public init(_ policy: ResolvedPolicy, pricing: ContributionPricing) throws {
        regionCount = policy.regions.count
        monthCount = policy.monthCount
        payers = policy.payers
        var known: [ContributionSubject: Int] = [:]
        for segment in policy.segments {
            let registrations = Registrations(policy, segment.id)
            var row: [Int] = []
            row.reserveCapacity(registrations.count)
            for cell in 0..<registrations.count {
                // Most months are as the one before.
                let before = cell - regionCount
                if before >= 0, registrations.areSame(cell, before) {
                    row.append(row[before])
                    continue
                }
                let person = registrations[cell]
                let position = known[person] ?? subjects.count
                if position == subjects.count {
                    subjects.append(person)
                    programmes.append(person.programmes.sorted())
                }
                known[person] = position
                row.append(position)
            }
            positions.append(row)
        }
        try price(policy, pricing)
    }

    /// Asks for the price of each distinct registration, payer and month.
    ///
    /// Payers are those of ``ResolvedPolicy/payers``.
    private mutating func price(
        _ policy: ResolvedPolicy, _ pricing: ContributionPricing
    ) throws {
        prices = Array(repeating: nil, count: subjects.count * monthCount * payers.count)
        for (segment, row) in zip(policy.segments, positions) {
            for (cell, position) in row.enumerated() {
                let month = cell / regionCount
                let place = (position * monthCount + month) * payers.count
                guard prices[place] == nil else { continue }
                let date = policy.horizon.lowerBound.advanced(by: month)
                for (offset, payer) in payers.enumerated() {
                    do {
                        prices[place + offset] = try pricing(
                            subjects[position].paid(by: payer), date)
                    } catch let fault as LawFault {
                        let region = policy.regions[cell % regionCount]
                        throw TariffFault(
                            segment: segment.id, region: region, month: date, fault: fault)
                    }
                }
            }
        }
    }

    /// The registration of a segment's members when a payer pays. For explanations, which ask the
    /// law again and show its basis.
    public func subject(
        segment: Int, region: Int, month: Int, payer: Payer
    ) -> ContributionSubject {
        subjects[positions[segment][month * regionCount + region]].paid(by: payer)
    }

    /// Every programme that a segment's members have in any region and month, in order.
    package func programmes(of segment: Int) -> [Programme] {
        Set(Set(positions[segment]).flatMap { programmes[$0] }).sorted()
    }

    /// The programmes of a segment's members, in order.
    package func programmes(segment: Int, region: Int, month: Int) -> [Programme] {
        programmes[positions[segment][month * regionCount + region]]
    }

    /// The contribution of each programme for a person-month, by who pays it. In the order of
    /// ``programmes(segment:region:month:)``.
    ///
    /// Asking for a month outside the horizon, or a payer whose price was not read, is a defect of
    /// the program.
    public func contributions(
        segment: Int, region: Int, month: Int, payer: Payer
    ) -> [Rupiah] {
        let position = positions[segment][month * regionCount + region]
        guard let offset = payers.firstIndex(of: payer),
            let found = prices[(position * monthCount + month) * payers.count + offset]
        else {
            preconditionFailure("no price for \(payer) in month \(month)")
        }
        return found
    }
}

/// A segment whose contribution the law does not know.
public struct TariffFault: Error, Sendable, Equatable {
    /// The segment whose members are registered so.
    public let segment: SegmentID
    /// The first region in which it turned up.
    public let region: RegionCode
    /// The month that was asked for.
    public let month: Month
    /// Why the law has no price.
    public let fault: LawFault

    package init(segment: SegmentID, region: RegionCode, month: Month, fault: LawFault) {
        (self.segment, self.region) = (segment, region)
        (self.month, self.fault) = (month, fault)
    }
}

extension ContributionSubject {
    /// The registration that a payer makes: an employer registers wage earners. Who finds such
    /// work leaves the segment's own route: that is what `E` means.
    func paid(by payer: Payer) -> ContributionSubject {
        var subject = self
        subject.payer = payer
        if payer == .employer { subject.route = .pu }
        return subject
    }
}

extension ResolvedPolicy {
    /// The registration of a segment's members in a region and month, as a payer makes it but for
    /// the employer, who registers wage earners.
    package func registration(
        of segment: SegmentID, in region: RegionCode, at month: Month, paidBy payer: Payer
    ) -> ContributionSubject {
        func value<Value>(_ key: ParameterKey<Value>) -> Value {
            timeline(key, segment, region)[month]
        }
        return ContributionSubject(
            programmes: Set(value(Parameters.programmes)), route: value(Parameters.route),
            base: .earnings(ExpectedRupiah(value(Parameters.base)).rounded()),
            riskClass: Int(value(Parameters.riskClass)), group: value(Parameters.group),
            payer: payer)
    }
}

/// The registrations of a segment, indexed `month * regions + region`; the payer in them has no
/// meaning.
private struct Registrations {
    private let route: [RegistrationRoute]
    private let base: [Double]
    private let riskClass: [Double]
    private let group: [WorkerGroup]
    private let programmes: [[Programme]]

    init(_ policy: ResolvedPolicy, _ segment: SegmentID) {
        route = policy.panel(Parameters.route, segment)
        base = policy.panel(Parameters.base, segment)
        riskClass = policy.panel(Parameters.riskClass, segment)
        group = policy.panel(Parameters.group, segment)
        programmes = policy.panel(Parameters.programmes, segment)
    }

    var count: Int { route.count }

    func areSame(_ cell: Int, _ other: Int) -> Bool {
        base[cell] == base[other] && route[cell] == route[other]
            && riskClass[cell] == riskClass[other] && group[cell] == group[other]
            && programmes[cell] == programmes[other]
    }

    subscript(cell: Int) -> ContributionSubject {
        ContributionSubject(
            programmes: Set(programmes[cell]), route: route[cell],
            base: .earnings(ExpectedRupiah(base[cell]).rounded()),
            riskClass: Int(riskClass[cell]), group: group[cell], payer: .apbd)
    }
}
