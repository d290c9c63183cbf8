import Quantities

extension ParameterDefinition {
    /// Whether a number in a unit counts something of its region: persons, or rupiah of a budget.
    ///
    /// Such a total of a province says nothing of one kabupaten in it; a mean, such as the members
    /// of a household, does.
    public func isTotal(in unit: Unit) -> Bool {
        switch unit {
        case .person: !isMean
        case .personPerMonth, .rupiahPerYear: true
        default: false
        }
    }

    /// Whether a value is a total above nothing; a share of a quota is none, and 0 of a province is
    /// 0 of each of its parts.
    func isTotal(_ value: SettingValue) -> Bool {
        switch value {
        case .number(let number): number != 0 && isTotal(in: standardUnit)
        case .heads(let number): number != 0 && isTotal(in: .person)
        case .perMonth(let number): number != 0 && isTotal(in: .personPerMonth)
        case .share, .perYear, .flag, .word, .words: false
        }
    }
}

extension Setting {
    /// The province or nation whose total it sets or adds; nil for any other setting.
    ///
    /// A key without a region is none: it says what holds for each region.
    func areaOfTotal(_ definition: ParameterDefinition) -> RegionCode? {
        guard verb != .scale, let area = address.region, area.level != .kabkota,
            points.contains(where: { definition.isTotal($0.value) })
        else { return nil }
        return area
    }

    /// The totals of wider areas that nothing narrower or later replaces in all months of a cell.
    ///
    /// - Parameters:
    ///   - settings: all that cover the cell, first to apply first.
    ///   - definition: what they set.
    ///   - horizonStart: where values without a month begin.
    static func totalsInForce(
        _ settings: [Setting], of definition: ParameterDefinition, horizonStart: Month
    ) -> [(area: RegionCode, provenance: Provenance)] {
        let wide = settings.compactMap { setting in
            setting.areaOfTotal(definition).map { (area: $0, setting: setting) }
        }
        guard !wide.isEmpty else { return [] }
        let written = settings.filter { $0.verb == .replace }
            .reduce(Timeline<SettingValue>(steps: [])) {
                $0.applying($1, horizonStart: horizonStart)
            }
        return wide.filter { _, setting in
            setting.verb == .add
                || written.steps.contains {
                    $0.provenance == setting.provenance && definition.isTotal($0.value)
                }
        }.map { ($0.area, $0.setting.provenance) }
    }
}
