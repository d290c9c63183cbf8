import Quantities

/// How a value comes out of drawn numbers: a first value, then what layers above do to it.
///
/// A key may be drawn in one layer or in several: a quota that a scenario draws and a package above
/// it scales by a draw has one operand for the first value and one for the shift. Equal formulas
/// have equal values at every point, so each is computed once however many cells it fills.
public struct DrawnFormula: Sendable, Hashable {
    /// A value that was written, or the draw of an input by its position.
    enum Operand: Sendable, Hashable {
        case written(SettingValue)
        /// The position of the input, which of its settings, and which of that one's dates.
        case drawn(Int, setting: Int, step: Int)
    }

    /// One shift of a layer above.
    struct Shift: Sendable, Hashable {
        let verb: Setting.Verb
        /// By how much.
        let operand: Operand
    }

    /// What the lowest layer that still counts gave.
    var first: Operand
    /// What layers above it did, lowest first.
    var shifts: [Shift] = []

    var isDrawn: Bool { !inputs.isEmpty }

    /// The positions of the inputs in it.
    public var inputs: [Int] {
        ([first] + shifts.map(\.operand)).compactMap {
            if case .drawn(let input, _, _) = $0 { input } else { nil }
        }
    }

    /// The value at a point; nil where a number stands for no choice.
    ///
    /// The same operations in the same order as in ``Scenario/resolved()``, so the same bits.
    ///
    /// - Parameter point: a number for each input, in their order.
    public func value(_ inputs: [VariedInput], at point: [Double]) -> SettingValue? {
        /// A written value, or what the input's number at this point stands for; nil for no choice.
        func resolved(_ operand: Operand) -> SettingValue? {
            switch operand {
            case .written(let value): value
            case .drawn(let input, let setting, let step):
                inputs[input].value(point[input], of: setting, step: step)
            }
        }
        guard var value = resolved(first) else { return nil }
        for shift in shifts {
            guard let operand = resolved(shift.operand)?.number else { return nil }
            value = value.mapNumber { shift.verb.shifted($0, by: operand) }
        }
        return value
    }
}

/// Months of one parameter, member and region whose value depends on draws.
public struct DrawnCell: Sendable, Hashable {
    /// Which parameter.
    public let definition: ParameterDefinition
    /// The position of the segment or purse; 0 for a parameter of the region.
    public let member: Int
    /// The position of the region.
    public let region: Int
    /// Counted from the start of the horizon.
    public let months: Range<Int>
    /// How the value of these months comes out of draws.
    public let formula: DrawnFormula
}

extension Scenario {
    /// The cells that depend on some inputs. A cell that higher layers replace is not among them.
    ///
    /// - Complexity: O(cells that any input's address covers).
    public func cells(drawnFrom inputs: [VariedInput]) -> [DrawnCell] {
        let index = SettingIndex(layers: layers)
        var places: [InputPlace: (input: Int, setting: Int)] = [:]
        for (number, input) in inputs.enumerated() {
            for (setting, position) in input.positions.enumerated() {
                places[InputPlace(layer: input.layer, position: position)] = (number, setting)
            }
        }
        return Parameters.catalogue.flatMap { definition -> [DrawnCell] in
            let own = inputs.filter { $0.setting.address.subject == .parameter(definition) }
            guard !own.isEmpty else { return [] }
            let settings = index.places(definition)
            return members(of: definition).enumerated().flatMap { row, member in
                regions.enumerated().flatMap { column, region -> [DrawnCell] in
                    let covers = own.contains {
                        $0.settings.contains { $0.address.covers(member: member, region: region) }
                    }
                    guard covers else { return [] }
                    let entries = settings.entries(member: member, region: region)
                    return steps(definition, entries, places).map {
                        DrawnCell(
                            definition: definition, member: row, region: column, months: $0,
                            formula: $1)
                    }
                }
            }
        }
    }

    /// The segments, the purses, or one nil for a parameter of the region.
    func members(of definition: ParameterDefinition) -> [String?] {
        switch definition.scope {
        case .region: [nil]
        case .segment: segments.map(\.id.name)
        case .purse: purses.map(\.id.name)
        }
    }

    /// The steps of one cell that depend on draws, as months of the horizon. The layers are put
    /// together once more, with formulas in place of values, by the same rules for dates and verbs.
    /// Steps that no draw is in are left out.
    private func steps(
        _ definition: ParameterDefinition, _ entries: [SettingIndex.Entry],
        _ places: [InputPlace: (input: Int, setting: Int)]
    ) -> [(Range<Int>, DrawnFormula)] {
        let start = horizon.lowerBound
        var timeline = Timeline<DrawnFormula>(
            steps: definition.standardTimeline(from: start).steps.map {
                .init(
                    from: $0.from, value: DrawnFormula(first: .written($0.value)),
                    provenance: $0.provenance)
            })
        for entry in entries {
            let place = places[InputPlace(layer: entry.layer, position: entry.position)]
            /// The draw of the setting's input where it has one, else the value as written.
            func operand(_ point: Setting.Point) -> DrawnFormula.Operand {
                guard let place else { return .written(point.value) }
                let step = entry.setting.points.firstIndex(of: point) ?? 0
                return .drawn(place.input, setting: place.setting, step: step)
            }
            timeline = timeline.applying(
                entry.setting, horizonStart: start,
                written: { DrawnFormula(first: operand($0)) },
                shifted: { formula, point in
                    var formula = formula
                    formula.shifts.append(
                        .init(verb: entry.setting.verb, operand: operand(point)))
                    return formula
                })
        }
        return timeline.spans(in: horizon).compactMap { months, step in
            step.value.isDrawn ? (months, step.value) : nil
        }
    }
}

extension ResolvedPolicy {
    /// What is wrong with a value that a drawn cell takes, as resolution would say it; nil where
    /// the cell accepts it.
    package func fault(of cell: DrawnCell, _ value: SettingValue) -> PolicyFault? {
        let member = scenario.members(of: cell.definition)[cell.member]
        let region = regions[cell.region]
        let month = horizon.lowerBound.advanced(by: cell.months.lowerBound)
        guard
            let step = settings(cell.definition, member: member, region: region)?.step(at: month)
        else { return nil }
        return cell.definition.fault(
            in: .init(from: step.from, value: value, provenance: step.provenance),
            Address(subject: .parameter(cell.definition), member: member, region: region))
    }
}

/// Where an input is written.
private struct InputPlace: Hashable {
    /// The position of the layer in the scenario.
    let layer: Int
    /// The position of the setting in the layer.
    let position: Int
}

extension ParameterDefinition {
    /// Whether a value is in range, and whole where only whole numbers make sense. Flags and words
    /// are accepted: their choices were read from a list.
    public func accepts(_ value: SettingValue) -> Bool {
        guard let number = value.number, let range = range(of: value) else { return true }
        return range.contains(number) && (!standardUnit.isCount || number == number.rounded())
    }
}
