import Analysis
import Formats
import Policy
import Quantities

/// Some values of one input, as the spread that takes each as likely as another.
struct SweepLevels {
    /// With the value in the middle of the list, which is the likeliest to fit with the others.
    let setting: Setting
    /// Numbers as they are, other values as a choice.
    let spread: Spread

    /// - Parameter settings: the same setting with each of its values; nil where there is none.
    init?(_ settings: [Setting]) {
        guard !settings.isEmpty else { return nil }
        setting = settings[settings.count / 2]
        let values = settings.compactMap(\.points.first?.value)
        let numbers = values.compactMap(\.number)
        spread =
            numbers.count == values.count
            ? .empirical(numbers)
            : .choice(values, weights: Array(repeating: 1, count: values.count))
    }
}

extension SweepInputs {
    /// A field of an entry that holds a list, and the list.
    struct List {
        /// Nil where the entry itself is the list.
        let field: YAMLEntry?
        /// Its values, in the order written.
        let items: [YAMLNode]
    }

    /// The list of values that an entry gives; nil where it gives none.
    ///
    /// Where a table gives the points, an entry with nothing behind its colon takes the values of
    /// its column.
    func list(_ entry: YAMLEntry) -> List? {
        if let items = entry.value.items { return List(field: nil, items: items) }
        if entry.value.isNull, let items = points?.cells(entry.key), !items.isEmpty {
            return List(field: nil, items: items)
        }
        for name in Self.fields {
            guard let field = entry.value[name] else { continue }
            if let items = field.value.items { return List(field: field, items: items) }
            if field.value.isNull, let items = points?.cells(entry.key), !items.isEmpty {
                return List(field: field, items: items)
            }
        }
        return nil
    }

    /// The setting of an entry with each of the values of its list; nil after a fault.
    ///
    /// Faults: an empty list; an item that the key does not accept; a range among values; a value
    /// written twice; a number that a decimal comma has cut in two. All items are looked at.
    func levels(_ entry: YAMLEntry, _ address: Address, _ list: List) -> [Setting]? {
        let isOfTable = entry.value.isNull || list.field?.value.isNull == true
        let context = isOfTable ? points?.context : nil
        let reader = SettingReader(
            session: keys.session, context: context ?? keys.context(layer: SweepPlan.layerName))
        guard !list.items.isEmpty else {
            let place = list.field?.value.position ?? entry.value.position
            keys.session.fault(place, Phrase.emptyList, hint: Phrase.listHint)
            return nil
        }
        var settings: [Setting] = []
        var isSound = true
        for (place, item) in list.items.enumerated() {
            if let text = item.text, text.isCutByComma {
                let before = place > 0 ? list.items[place - 1].text : nil
                keys.session.fault(
                    item.position, Phrase.cutByComma(text),
                    hint: Phrase.quoteListCommas([before, text].compactMap { $0 }))
                isSound = false
                continue
            }
            guard let setting = reader.setting(entry.taking(item, in: list.field), address) else {
                isSound = false
                continue
            }
            if setting.spread != nil, item.entries != nil || item.text?.contains("..") == true {
                keys.session.fault(item.position, Phrase.rangeInList, hint: Phrase.listHint)
                isSound = false
            } else if settings.contains(where: { $0.points == setting.points }) {
                // Cells of a table come in again; a list that repeats itself is a slip.
                guard isOfTable else {
                    keys.session.fault(item.position, Phrase.twice(item.text ?? "…"))
                    isSound = false
                    continue
                }
            } else {
                settings.append(setting)
            }
        }
        return isSound ? settings : nil
    }
}

extension YAMLEntry {
    /// The entry with one value in place of its list.
    fileprivate func taking(_ item: YAMLNode, in field: YAMLEntry?) -> YAMLEntry {
        guard let field else { return YAMLEntry(key: key, position: position, value: item) }
        let fields = (value.entries ?? []).map {
            $0.key == field.key ? YAMLEntry(key: $0.key, position: $0.position, value: item) : $0
        }
        return YAMLEntry(
            key: key, position: position,
            value: YAMLNode(content: .mapping(fields), position: value.position))
    }
}

extension String {
    /// Whether it looks like what follows a decimal comma that YAML took for the end of an item:
    /// `05` out of `[0,05, 0,5]`.
    fileprivate var isCutByComma: Bool {
        utf8.count > 1 && utf8.first == UInt8(ascii: "0") && utf8.allSatisfy { 48...57 ~= $0 }
    }
}
