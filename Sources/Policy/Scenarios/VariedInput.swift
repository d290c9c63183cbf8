import Quantities

/// An input of a scenario that takes other values than the written one.
///
/// It is one setting of one layer: what its values change is what that setting decides, whatever
/// higher layers scale, add or replace afterwards. A draw gives it a number; for a choice that is
/// the position of a value.
public struct VariedInput: Sendable, Hashable {
    /// The key as it was written, unique among a scenario's inputs: `rate.lapse.ojek@35.74`, with
    /// the verb where it shifts, the month where it is dated:
    /// `purse.ceiling.dbh-cht scale 2026-01`.
    public let name: String
    /// The position of its layer in the scenario.
    public let layer: Int
    /// The position of its setting in the layer, the first of several where a table gave them.
    public let position: Int
    /// What decides without a draw.
    public let setting: Setting
    /// How it spreads.
    public let spread: Spread

    /// An input as it was found; ``Scenario/uncertainInputs`` finds those with a spread.
    public init(name: String, layer: Int, position: Int, setting: Setting, spread: Spread) {
        self.name = name
        self.layer = layer
        self.position = position
        self.setting = setting
        self.spread = spread
    }

    /// The values of a choice; nil where the input is a number.
    public var choices: [SettingValue]? {
        if case .choice(let values, _) = spread { values } else { nil }
    }

    /// The paths of a forecast; nil for any other input. Path n is the number n, from 1.
    public var paths: DrawnPaths? {
        if case .paths(let paths) = spread { paths } else { nil }
    }

    /// The number that stands for the written value: the value itself, its position among the
    /// choices, or 0 for the written path.
    public var written: Double? {
        if paths != nil { return 0 }
        guard let value = setting.points.first?.value else { return nil }
        return choices.map { $0.firstIndex(of: value).map(Double.init) } ?? value.number
    }

    /// The value that a drawn number stands for, in the unit that was written. A share stays a
    /// share and persons stay persons.
    ///
    /// - Parameter step: which of the setting's dates; the last where it is nil, which tells a path
    ///   by its end.
    /// - Returns: nil for a number that is no position among the choices or paths.
    public func value(_ drawn: Double, step: Int? = nil) -> SettingValue? {
        if let paths {
            let step = step ?? setting.points.count - 1
            let path = Int(drawn)
            guard (0...paths.values.count).contains(path) else { return nil }
            let written = setting.points[step].value
            return path == 0 ? written : written.mapNumber { _ in paths.values[path - 1][step] }
        }
        if let choices {
            let position = Int(drawn)
            return choices.indices.contains(position) ? choices[position] : nil
        }
        return setting.points.first?.value.mapNumber { _ in drawn }
    }
}

extension Scenario {
    /// The settings that carry a spread, by layer and place.
    ///
    /// A setting of several points has none but the paths of a forecast: a common factor over a
    /// path is a `scale: 1` with a range. Where two layers draw one key, the name of the second has
    /// its layer behind it, so that names differ.
    ///
    /// - Complexity: O(settings).
    public var uncertainInputs: [VariedInput] {
        var names: [String: Int] = [:]
        var inputs: [VariedInput] = []
        for (index, layer) in layers.enumerated() {
            for (position, setting) in layer.settings.enumerated() {
                guard let spread = setting.spread else { continue }
                if setting.points.count > 1 {
                    guard case .paths = spread else { continue }
                }
                let name = setting.inputName
                names[name, default: 0] += 1
                let count = names[name] ?? 1
                inputs.append(
                    VariedInput(
                        name: count == 1 ? name : "\(name) (\(layer.name))", layer: index,
                        position: position, setting: setting, spread: spread))
            }
        }
        return inputs
    }

    /// How far values may be off, by the place that set them; tables and files alike.
    public var spreads: [Provenance: Spread] {
        Dictionary(
            layers.flatMap(\.settings).compactMap { setting in
                setting.spread.map { (setting.provenance, $0) }
            }, uniquingKeysWith: { first, _ in first })
    }

    /// The scenario with other values for some inputs; nil where a number stands for no choice.
    ///
    /// The changed settings keep their provenance: a fault of a drawn value points at the line that
    /// draws it.
    ///
    /// - Parameter values: by input, in their order.
    public func taking(_ values: [Double], for inputs: [VariedInput]) -> Scenario? {
        var changed = layers.map(\.settings)
        for (input, number) in zip(inputs, values) {
            let setting = changed[input.layer][input.position]
            let values = setting.points.indices.compactMap { input.value(number, step: $0) }
            guard values.count == setting.points.count else { return nil }
            changed[input.layer][input.position] = setting.taking(values)
        }
        return with(
            layers: zip(layers, changed).map { Layer(name: $0.name, settings: $1) })
    }

    /// The scenario with a layer on top, such as the keys of a sweep.
    public func adding(_ layer: Layer) -> Scenario { with(layers: layers + [layer]) }
}

extension Setting {
    /// The written key, with verb and month where it has them.
    public var inputName: String {
        var words = ["\(address)"]
        switch verb {
        case .replace: break
        case .scale: words.append("scale")
        case .add: words.append("add")
        }
        if let month = points.first?.from { words.append("\(month)") }
        return words.joined(separator: " ")
    }

    func taking(_ values: [SettingValue]) -> Setting {
        Setting(
            address: address, entry: entry, verb: verb,
            points: zip(points, values).map { Point(from: $0.from, value: $1) }, until: until,
            provenance: provenance, spread: spread)
    }
}
