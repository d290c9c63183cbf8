import Policy
import Quantities

/// What a scenario speaks of; a part is nil where it is not known, because its reading failed, so
/// that one fault does not make many.
struct ScenarioReach {
    /// In order of code.
    var regions: [RegionCode]?
    /// Identifiers in order of priority.
    var segments: [String]?
    /// Identifiers in order of rank.
    var purses: [String]?
    /// First to last month, both inclusive.
    var horizon: ClosedRange<Month>?

    /// Segments or purses that it speaks of.
    ///
    /// Empty for parameters of a region, which have no member; nil where the list is not known.
    func members(_ scope: ParameterDefinition.Scope) -> [String]? {
        switch scope {
        case .region: []
        case .segment: segments
        case .purse: purses
        }
    }

    /// Whether it speaks of a region or of one inside it.
    func touches(_ area: RegionCode) -> Bool {
        regions?.contains { area.contains($0) } ?? true
    }

    /// The layer without settings for other segments, purses, regions or months.
    func restricting(_ layer: Layer) -> Layer {
        Layer(name: layer.name, settings: layer.settings.compactMap(restricting))
    }

    /// The setting as far as it is within reach; nil where nothing of it is.
    ///
    /// Dated points before the horizon shrink to the last of them, which is what holds at its
    /// start.
    private func restricting(_ setting: Setting) -> Setting? {
        let address = setting.address
        if let member = address.member, let scope = address.scope,
            members(scope)?.contains(member) == false
        {
            return nil
        }
        if let area = address.region, !touches(area) { return nil }
        if let until = setting.until, let horizon, until < horizon.lowerBound { return nil }
        let points = setting.points.within(horizon) { $0.from }
        guard !points.isEmpty else { return nil }
        return Setting(
            address: address, entry: setting.entry, verb: setting.verb, points: points,
            until: setting.until,
            provenance: setting.provenance, spread: setting.spread)
    }
}

extension Array {
    /// Dated points as a horizon sees them: of those up to its start the last, then all through
    /// its end.
    ///
    /// The points stand in order of month; a month of nil is the start.
    func within(_ horizon: ClosedRange<Month>?, month: (Element) -> Month?) -> [Element] {
        guard let horizon else { return self }
        let start = horizon.lowerBound
        let later = filter { month($0).map { $0 > start && $0 <= horizon.upperBound } ?? false }
        let early = last { month($0).map { $0 <= start } ?? true }
        return (early.map { [$0] } ?? []) + later
    }
}
