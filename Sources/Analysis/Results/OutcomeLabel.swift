import Quantities

/// An outcome as sentences speak of it.
///
///     kebutuhan iuran petani 2027
///
/// Segment, region and year follow the words as they stand in the name.
package struct OutcomeLabel: Sendable {
    /// As tables and files name it.
    package let name: String
    /// The unit of its values.
    package let unit: Unit
    /// In words.
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

    /// A number of the outcome as a sentence writes it.
    package func value(_ number: Double) -> Phrase { UnitText(unit: unit).phrase(number) }
}

/// Numbers of a unit as sentences write them.
///
/// Tables write numbers in full with the unit in the heading; sentences say them with three digits
/// and the unit beside.
package struct UnitText: Sendable {
    /// What numbers are in; decides words, scale and decimals.
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
