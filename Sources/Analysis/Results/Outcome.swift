import Policy
import Quantities

/// One figure of a scenario that an analysis looks at: what, when and where.
public struct Outcome: Sendable, Hashable {
    package let quantity: Quantity
    /// A budget year; nil stands for the whole horizon, or its end for a stock.
    package let year: Int?
    /// A region, or a province: all regions of the scenario in it.
    package let region: RegionCode?
    package let segment: SegmentID?

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
    package var name: String {
        quantity.name + (segment.map { "." + $0.name } ?? "") + (region.map { "@" + $0.code } ?? "")
            + (year.map { " \($0)" } ?? "")
    }
}

extension Outcome {
    /// The outcome in some yearly figures; NaN for a ratio to zero.
    ///
    /// A year, region or segment that the scenario does not have stands for all of them.
    ///
    /// - Parameter policy: whose figures they are.
    func value(_ summary: Summary, of policy: ResolvedPolicy) -> Double {
        let province = region.flatMap(policy.provinces.firstIndex(of:))
        return quantity.value(
            province == nil
                ? summary
                : summary.folded(.province, of: policy, keepsSegments: segment != nil),
            year: year.flatMap(summary.years.firstIndex(of:)),
            region: province ?? region.flatMap(policy.regions.firstIndex(of:)),
            segment: segment.flatMap { id in policy.segments.firstIndex { $0.id == id } })
    }

    /// What a file without `outcomes` looks at.
    package static let standard: [Outcome] = [
        Outcome(.measure(.publicBill)), Outcome(.measure(.gap)),
        Outcome(.measure(.fundedPersonMonths)), Outcome(.indicator(.coverageOfWorkers)),
    ]
}

/// An outcome as sentences speak of it.
///
///     kebutuhan iuran petani 2027
///
/// Segment, region and year follow the words as they stand in the name.
package struct OutcomeLabel: Sendable {
    package let name: String
    /// The unit of its values.
    package let unit: Unit
    package let phrase: Phrase

    /// Words for an outcome that is known by its name alone.
    ///
    /// The part before the first point, blank or `@` is looked up among the columns; an unknown one
    /// stands for itself. The rest follows as it is written.
    package init(_ name: String, unit: Unit) {
        self.name = name
        self.unit = unit
        let quantity = String(name.prefix { $0 != "." && $0 != "@" && $0 != " " })
        let rest = name.dropFirst(quantity.count).drop { $0 == "." || $0 == " " }
        let word = ColumnName.heading(quantity)
        phrase = Phrase { language in
            let name = word?[language] ?? quantity
            return rest.isEmpty ? name : name + " " + rest
        }
    }

    /// Words for an outcome with the unit of its quantity.
    package init(_ outcome: Outcome) { self.init(outcome.name, unit: outcome.quantity.unit) }

    package func value(_ number: Double) -> Phrase { UnitText(unit: unit).phrase(number) }
}

/// Numbers of a unit as sentences write them.
///
/// Tables write numbers in full with the unit in the heading; sentences say them with three digits
/// and the unit beside.
package struct UnitText: Sendable {
    package let unit: Unit

    package init(unit: Unit) {
        self.unit = unit
    }

    /// A number with its unit: `Rp 1,2 miliar`, `30 %`, `0,3 per tahun`, `4.098 orang`.
    package func phrase(_ number: Double) -> Phrase {
        Phrase { language in
            guard number.isFinite else { return language.numbers.format(number) }
            let text = language.significant(number)
            switch unit {
            case .share: return language.significant(number * 100) + " %"
            case .percent: return text + " %"
            case .rupiah: return language.money(number)
            case .rupiahPerMonth, .rupiahPerYear, .rupiahPerPersonMonth, .rupiahPerFamily:
                let per = unit.name[language].drop { $0 != " " }
                return language.money(number) + per
            case .person, .family, .personMonth, .personPerMonth:
                let count = abs(number) >= 100 ? language.numbers.format(number) : text
                return count + " " + unit.name[language]
            case .perYear, .monthsPerYear, .month:
                return text + " " + unit.name[language]
            case .monthOfYear: return Phrase.monthOfYear(text)[language]
            case .riskClass: return Phrase.riskClass(text)[language]
            case .factor, .flag, .word: return text
            }
        }
    }
}
