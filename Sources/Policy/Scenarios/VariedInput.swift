import Quantities

/// An input of a scenario that takes other values than the written one.
///
/// It is one setting of one layer: what its values change is what that setting decides, whatever
/// higher layers scale, add or replace afterwards. A draw gives it a number; for a choice that is
/// the position of a value. Regions of one forecast are one input, since path n of each belongs to
/// path n of the others.
public struct VariedInput: Sendable, Hashable {
    /// The key as it was written, unique among a scenario's inputs: `rate.lapse.ojek@35.74`, with
    /// the verb where it shifts, the month where it is dated:
    /// `purse.ceiling.dbh-cht scale 2026-01`.
    public let name: String
    /// The position of its layer in the scenario.
    public let layer: Int
    /// The positions of its settings in the layer: one, or those of the regions of a forecast.
    public let positions: [Int]
    /// What decides without a draw, at these positions.
    public let settings: [Setting]
    /// How it spreads; for regions of a forecast how the first does.
    public let spread: Spread

    /// The position of the first of its settings.
    public var position: Int { positions[0] }
    /// The first of its settings.
    public var setting: Setting { settings[0] }
    /// Whom it speaks of: its setting's address, of several that of the entry that made them.
    public var address: Address { settings.count > 1 ? setting.entry : setting.address }

    /// An input as it was found; ``Scenario/uncertainInputs`` finds those with a spread.
    public init(name: String, layer: Int, position: Int, setting: Setting, spread: Spread) {
        self.init(
            name: name, layer: layer, positions: [position], settings: [setting], spread: spread)
    }

    init(name: String, layer: Int, positions: [Int], settings: [Setting], spread: Spread) {
        self.name = name
        self.layer = layer
        self.positions = positions
        self.settings = settings
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
    /// - Parameters:
    ///   - place: which of the settings.
    ///   - step: which of the setting's dates; the last where it is nil, which tells a path by its
    ///     end.
    /// - Returns: nil for a number that is no position among the choices or paths.
    public func value(_ drawn: Double, of place: Int = 0, step: Int? = nil) -> SettingValue? {
        if case .paths(let paths) = settings[place].spread ?? spread {
            let setting = settings[place]
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
            for group in layer.spreadGroups {
                let settings = group.map { layer.settings[$0] }
                guard let spread = settings[0].spread else { continue }
                let name = settings[0].inputName(of: settings.count)
                names[name, default: 0] += 1
                let count = names[name] ?? 1
                inputs.append(
                    VariedInput(
                        name: count == 1 ? name : "\(name) (\(layer.name))", layer: index,
                        positions: group, settings: settings, spread: spread))
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
            for (place, position) in input.positions.enumerated() {
                let setting = changed[input.layer][position]
                let values = setting.points.indices.compactMap {
                    input.value(number, of: place, step: $0)
                }
                guard values.count == setting.points.count else { return nil }
                changed[input.layer][position] = setting.taking(values)
            }
        }
        return with(
            layers: zip(layers, changed).map { Layer(name: $0.name, settings: $1) })
    }

    /// The scenario with a layer on top, such as the keys of a sweep.
    public func adding(_ layer: Layer) -> Scenario { with(layers: layers + [layer]) }
}

extension Layer {
    /// The positions of the settings that carry a spread, those of the regions of one forecast
    /// together.
    fileprivate var spreadGroups: [[Int]] {
        var groups: [[Int]] = []
        var forecasts: [Address: Int] = [:]
        for (position, setting) in settings.enumerated() {
            guard let spread = setting.spread else { continue }
            if case .paths = spread {
                if let group = forecasts[setting.entry] {
                    groups[group].append(position)
                    continue
                }
                forecasts[setting.entry] = groups.count
            } else if setting.points.count > 1 {
                continue
            }
            groups.append([position])
        }
        return groups
    }
}

extension Setting {
    /// The written key, with verb and month where it has them.
    public var inputName: String { inputName(of: 1) }

    /// - Parameter count: how many settings share the name; several have that of their entry.
    fileprivate func inputName(of count: Int) -> String {
        var words = ["\(count > 1 ? entry : address)"]
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
