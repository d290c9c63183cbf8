import Policy
import Quantities

/// What a regency or a province fills in: the cells of its workbook with the values that are in
/// force, a sheet for each kind of input. A province has rows for each of its regencies.
///
/// The template writes it, and what comes back is read against it, so a value is known to be
/// changed by comparing it with the one that stands here.
package struct RegionForm: Sendable {
    package let region: RegionCode
    /// Those that have rows: itself, or all regencies of a province.
    package let places: [RegionCode]
    package let horizon: ClosedRange<Month>
    package let sheets: [FormSheet]

    /// - Parameters:
    ///   - policy: the region's baseline.
    ///   - region: one of its regions, or the province of all.
    package init(_ policy: ResolvedPolicy, _ region: RegionCode) {
        self.region = region
        let places = region.level == .kabkota ? [region] : policy.regions
        self.places = places
        horizon = policy.horizon
        sheets = FormSheet.Kind.allCases.map { kind in
            FormSheet(kind, policy, places, of: region)
        }
    }

    /// Whether rows say whose they are.
    package var hasRegions: Bool { region.level != .kabkota }

    package subscript(kind kind: FormSheet.Kind) -> FormSheet? { sheets.first { $0.kind == kind } }
}

/// One kind of input: rows of segments, purses or assumptions by columns of years or parameters.
package struct FormSheet: Sendable {
    package enum Kind: String, CaseIterable, Sendable {
        case workers, opening, quotas, months, ceilings, assumptions

        /// Whether its columns are the years of the horizon.
        package var isDated: Bool { [.quotas, .months, .ceilings].contains(self) }

        /// What its cells set; of the assumptions, every row its own.
        package var parameters: [ParameterDefinition] {
            switch self {
            case .workers: [Parameters.workers.definition]
            case .opening: Parameters.openingShares.map(\.definition)
            case .quotas: [Parameters.quota.definition]
            case .months: [Parameters.fundedMonths.definition]
            case .ceilings: [Parameters.ceiling.definition]
            case .assumptions: FormSheet.assumptions
            }
        }
    }

    /// What is believed of a region or of all its segments: numbers and flags alone.
    private static let assumptions = Parameters.catalogue.filter { definition in
        let isElsewhere = [Kind.workers, .opening].contains {
            $0.parameters.contains(definition)
        }
        guard definition.role == .assumption, definition.scope != .purse, !isElsewhere else {
            return false
        }
        switch definition.domain {
        case .number, .flag: return true
        default: return false
        }
    }

    package struct Row: Sendable {
        /// A regency; the province for an assumption that is the same in all of it.
        package let region: RegionCode
        /// A segment or purse, or the path of an assumption.
        package let code: String
        package let name: Phrase
        /// One for each column.
        package let cells: [FormCell]
    }

    package enum Column: Hashable, Sendable {
        /// From a month on, to the next column.
        case month(Month)
        case parameter(ParameterDefinition)
        /// The only one, of rows that are a parameter each.
        case value
    }

    package let kind: Kind
    package let columns: [Column]
    package let rows: [Row]

    init(_ kind: Kind, _ policy: ResolvedPolicy, _ places: [RegionCode], of whole: RegionCode) {
        self.kind = kind
        let years = policy.years.map { year in
            max(Month(year, 1), policy.horizon.lowerBound)
        }
        columns =
            kind == .assumptions
            ? [.value]
            : kind.isDated
                ? years.map(Column.month) : kind.parameters.map(Column.parameter)
        rows =
            switch kind {
            case .workers, .opening, .quotas, .months:
                places.flatMap { place in
                    policy.segments.map {
                        Self.row(kind, policy, place, years, $0.id.name, $0.name)
                    }
                }
            case .ceilings:
                places.flatMap { place in
                    policy.purses.map { Self.row(kind, policy, place, years, $0.id.name, $0.name) }
                }
            case .assumptions:
                kind.parameters.flatMap { Self.assumptions($0, policy, places, of: whole) }
            }
    }

    /// The row of a segment or purse.
    private static func row(
        _ kind: Kind, _ policy: ResolvedPolicy, _ place: RegionCode, _ years: [Month],
        _ code: String, _ name: Phrase
    ) -> Row {
        let parameters = kind.parameters
        return Row(
            region: place, code: code, name: name,
            cells: kind.isDated
                ? years.compactMap { cell(parameters[0], code, place, policy, from: $0) }
                : parameters.compactMap { cell($0, code, place, policy) })
    }

    private static func cell(
        _ definition: ParameterDefinition, _ member: String?, _ place: RegionCode,
        _ policy: ResolvedPolicy, from month: Month? = nil
    ) -> FormCell? {
        let at = month ?? policy.horizon.lowerBound
        return policy.settings(definition, member: member, region: place)?.step(at: at).map {
            FormCell(
                definition: definition, member: member, region: place, from: month,
                value: $0.value, provenance: $0.provenance)
        }
    }

    /// The rows of an assumption: one where it is the same everywhere, else one for each place in
    /// which one number says it all.
    private static func assumptions(
        _ definition: ParameterDefinition, _ policy: ResolvedPolicy, _ places: [RegionCode],
        of whole: RegionCode
    ) -> [Row] {
        let cells = places.compactMap { place -> FormCell? in
            guard isConstant(definition, policy, place) else { return nil }
            return cell(definition, anyMember(definition, policy), place, policy)
        }
        let isSame = cells.count == places.count && Set(cells.map(\.value)).count == 1
        let own =
            isSame
            ? cells.prefix(1).map { $0.forAllMembers(in: whole) }
            : cells.map {
                $0.forAllMembers(in: $0.region)
            }
        return own.map {
            Row(region: $0.region, code: definition.path, name: definition.meaning, cells: [$0])
        }
    }

    /// A segment that stands for all, of a parameter of segments.
    private static func anyMember(
        _ definition: ParameterDefinition, _ policy: ResolvedPolicy
    ) -> String? {
        definition.scope == .segment ? policy.segments.first?.id.name : nil
    }

    /// Whether one number says it all, the same for every segment in every month, and somebody has
    /// set it.
    private static func isConstant(
        _ definition: ParameterDefinition, _ policy: ResolvedPolicy, _ region: RegionCode
    ) -> Bool {
        let members: [String?] =
            definition.scope == .segment ? policy.segments.map(\.id.name) : [nil]
        let steps = members.flatMap { member in
            policy.settings(definition, member: member, region: region)?
                .spans(in: policy.horizon).map(\.step) ?? []
        }
        return Set(steps.map(\.value)).count == 1 && steps.allSatisfy { $0.provenance.line > 0 }
    }
}

/// A cell that may be filled in, with what holds where it is left alone.
package struct FormCell: Sendable {
    package let definition: ParameterDefinition
    /// A segment or purse; nil for what is the region's own or the same for all.
    package let member: String?
    package let region: RegionCode
    /// The month from which it holds; nil for the whole horizon.
    package let from: Month?
    package let value: SettingValue
    package let provenance: Provenance

    /// The key that sets it: `quota.petani@35.07`.
    package var key: String {
        definition.path + (member.map { "." + $0 } ?? "") + "@" + region.code
    }

    package var unit: Unit { SettingText(language: nil).unit(value, of: definition) }

    fileprivate func forAllMembers(in region: RegionCode) -> FormCell {
        FormCell(
            definition: definition, member: nil, region: region, from: from, value: value,
            provenance: provenance)
    }
}
