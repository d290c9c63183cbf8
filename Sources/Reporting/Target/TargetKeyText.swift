import Analysis
import Policy
import Quantities

/// A key of a dial as sentences and scenario files write it.
///
///     kuota petani sejak 2027-01      2,3117 kali
///     quota.petani: { from: 2027-01, scale: 2.3117 }
///
/// Numbers have all their digits: what a reader sees is what was computed with.
struct TargetKeyText: Sendable {
    let key: DialledLever
    private let label: InputLabel
    /// Of its numbers; nil for a factor.
    private let unit: Unit?

    /// Words and unit of a key.
    ///
    /// - Parameter lawUnits: by path; the unit of a law key is not in its value. A key that scales
    ///   has no unit.
    init(_ key: DialledLever, lawUnits: [String: Unit]) {
        self.key = key
        let input = VariedInput(
            name: key.name, layer: 0, position: 0, setting: key.setting,
            spread: .uniform(min(key.from, key.to)...max(key.from, key.to)))
        label = InputLabel(input)
        if key.setting.verb == .scale {
            unit = nil
        } else {
            unit =
                switch key.setting.address.subject {
                case .law(let path): lawUnits[path]
                case .parameter(let definition):
                    key.setting.points.first.map {
                        SettingText(language: nil).unit($0.value, of: definition)
                    }
                }
        }
    }

    var phrase: Phrase { label.phrase }
    /// The same without the key in brackets.
    var short: Phrase { label.short }
    var columnUnit: Unit { unit ?? .factor }

    func value(_ number: Double) -> Phrase {
        Phrase { language in
            let plain = language.plain(number)
            guard let unit else { return Phrase.times(plain)[language] }
            switch unit {
            case .share: return language.plain((number * 1e12).rounded() / 1e10) + " %"
            case .rupiah: return "Rp " + plain
            case .rupiahPerMonth, .rupiahPerYear, .rupiahPerPersonMonth:
                return "Rp " + plain + unit.name[language].drop { $0 != " " }
            case .factor: return plain
            default:
                return SettingText(language: language).withUnit(
                    ValueText(value: plain, number: number, unit: unit))
            }
        }
    }

    /// The entry of a scenario file that sets it, without its key.
    func entry(_ number: Double) -> String {
        let setting = key.setting
        var fields: [String] = []
        if let from = setting.points.first?.from { fields.append("from: \(from)") }
        if let until = setting.until { fields.append("until: \(until)") }
        let verb =
            switch setting.verb {
            case .replace: "value"
            case .scale: "scale"
            case .add: "add"
            }
        fields.append("\(verb): \(SettingText(language: nil).number(number))")
        if let unit, setting.verb != .scale, case .parameter = setting.address.subject {
            fields.append("unit: \(unit.rawValue)")
        }
        return "{ " + fields.joined(separator: ", ") + " }"
    }
}
