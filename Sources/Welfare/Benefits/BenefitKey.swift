import Policy
import Quantities

/// A number of a segment that benefits depend on, by month and region.
///
/// The raw value is its block of rows in a ``BenefitPack``. Programmes are 1 where members have
/// them. The fall of consumption has three: as written, and the ends of the range that its author
/// gives, between which results are told.
package enum BenefitKey: Int, CaseIterable, Sendable {
    /// Of work accidents and deaths.
    case accidentRate, accidentCost, atWork
    /// Of scholarships.
    case tenure, children, scholarshipShare
    /// Of families.
    case fall, fallLow, fallHigh, months, relative
    /// What members are registered with.
    case wage, hasJKK, hasJKM

    private static let plain: [(key: BenefitKey, parameter: ParameterKey<Double>)] = [
        (.accidentRate, Parameters.accidentRate), (.accidentCost, Parameters.accidentCost),
        (.atWork, Parameters.deathAtWorkShare), (.tenure, Parameters.scholarshipTenureShare),
        (.children, Parameters.scholarshipChildren),
        (.scholarshipShare, Parameters.scholarshipShare), (.fall, Parameters.consumptionFall),
        (.months, Parameters.eventMonths), (.relative, Parameters.relativeConsumption),
        (.wage, Parameters.base),
    ]

    /// The scenario keys that a draw may change for benefits.
    package static let paths: Set<String> = Set(
        plain.map(\.parameter.definition.path) + [Parameters.programmes.definition.path])

    /// What a drawn value of a scenario key comes to; nothing where benefits do not depend on it.
    package static func encoded(_ path: String, _ value: SettingValue) -> [(BenefitKey, Double)] {
        if case .words(let words) = value, path == Parameters.programmes.definition.path {
            return programmes(words.compactMap(Programme.init(rawValue:)))
        }
        guard let number = value.number else { return [] }
        return plain.filter { $0.parameter.definition.path == path }.map { ($0.key, number) }
    }

    /// 1 for each programme of benefits that members have, 0 for each that they lack.
    private static func programmes(_ programmes: [Programme]) -> [(BenefitKey, Double)] {
        [
            (.hasJKK, programmes.contains(.jkk) ? 1 : 0),
            (.hasJKM, programmes.contains(.jkm) ? 1 : 0),
        ]
    }

    /// All numbers of a segment in a region, month by month.
    ///
    /// - Parameter set: gets each key, the month from the start of the horizon, and the number.
    static func read(
        _ policy: ResolvedPolicy, _ segment: SegmentID, _ region: RegionCode,
        _ set: (BenefitKey, Int, Double) -> Void
    ) {
        let registered = policy.timeline(Parameters.programmes, segment, region)
        let fall = policy.timeline(Parameters.consumptionFall, segment, region)
        let numbers = plain.map { ($0.key, policy.timeline($0.parameter, segment, region)) }
        for (index, month) in policy.horizon.enumerated() {
            for (key, timeline) in numbers { set(key, index, timeline[month]) }
            for (key, number) in programmes(registered[month]) { set(key, index, number) }
            let range = fall.step(at: month)?.provenance.range
            set(.fallLow, index, range?.lowerBound ?? fall[month])
            set(.fallHigh, index, range?.upperBound ?? fall[month])
        }
    }
}
