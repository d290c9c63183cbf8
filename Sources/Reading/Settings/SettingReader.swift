import Formats
import Policy
import Quantities

/// What the sections of one file say.
struct SettingSections {
    /// From tables first, so that what the file itself writes for the same address wins.
    var settings: [Setting] = []
    var gaps: [TableGap] = []

    mutating func add(_ other: SettingSections) {
        settings += other.settings
        gaps += other.gaps
    }
}

/// Reads the sections `law`, `levers` and `assumptions` of a file.
///
///     levers:
///       quota.petani: 1200
///       quota.nelayan: { from: 2026-01, value: 500, mark: A }
///     assumptions:
///       workers: { table: workforce/segments.csv, column: workers_persons }
///
/// An entry is a value alone, which holds for the whole horizon in the parameter's first unit, or a
/// mapping with one of the fields `value`, `values`, `scale`, `add`, `table`, `forecast` and any of
/// the others.
///
/// Every entry is read, whatever is wrong with those before it. The fields are the same under all
/// three sections; a field that no entry has is a fault, and so are two that carry values.
struct SettingReader {
    static let verbs = ["value", "values", "scale", "add", "table", "forecast"]
    static let fields =
        verbs + ["distribution", "saturation", "unit", "from", "until", "column", "locale"]
        + EvidenceReader.fields

    let session: ReadingSession
    let context: SettingContext

    /// The settings of all sections of a file.
    ///
    /// A section that is empty is passed over; one that is a list or a text is a fault. Entries
    /// whose key means nothing are told and not read further, as is one that means what another
    /// does, such as with a region's name in place of its code: which of them holds would be a
    /// matter of their order.
    func read(_ root: YAMLNode) -> SettingSections {
        let addresses = AddressReader(session: session, context: context)
        var written: [Setting] = []
        var lines: [String: Int] = [:]
        var result = SettingSections()
        for role in ParameterDefinition.Role.inFileOrder {
            guard let section = root[role.section], !section.value.isNull else { continue }
            guard let entries = section.value.entries else {
                session.fault(
                    section.value.position, Phrase.sectionNotMapping(role.section),
                    hint: Phrase(
                        id: "contoh: 'quota.petani: 1200', menjorok dua spasi",
                        en: "for example 'quota.petani: 1200', indented by two spaces"))
                continue
            }
            for entry in entries {
                guard let address = addresses.address(entry.key, at: entry.position, in: role)
                else { continue }
                if let line = lines.updateValue(entry.position.line, forKey: address.meaning) {
                    session.fault(
                        entry.position, Phrase.twice(entry.key),
                        hint: Phrase.firstWritten(line))
                    continue
                }
                if entry.value["table"] != nil || entry.value["forecast"] != nil {
                    result.add(table(entry, address))
                } else if let setting = setting(entry, address) {
                    written.append(setting)
                }
            }
        }
        result.settings += written
        return result
    }

    /// The setting that an entry without a table gives.
    ///
    /// - Parameters:
    ///   - entry: the key with its value, `quota.petani: 1200` or `quota.petani: { value: 1200,
    ///     mark: A }`.
    ///   - address: what the key means.
    /// - Returns: nil after a fault that leaves no value; a faulty mark or source loses itself
    ///   alone.
    func setting(_ entry: YAMLEntry, _ address: Address) -> Setting? {
        guard entry.value.entries != nil else { return bare(entry, address) }
        guard fieldsAreKnown(entry), let verb = verb(entry),
            case .some(let unit) = unit(entry, address)
        else { return nil }
        let spreads = SpreadReader(
            session: session, context: context, literals: literals(address, unit: unit),
            verb: verb)
        let evidence = EvidenceReader(
            session: session, regions: context.catalogue.regions,
            scalars: spreads.literals.scalars
        ).evidence(entry.value, unit: spreads.unit)
        let dates = SettingDates(session: session, context: context, spreads: spreads)
        guard case .some(let spread) = spreads.spread(entry.value),
            let points = dates.points(entry.value, verb, spread),
            case .some(let until) = dates.until(entry.value, after: points.last?.from),
            spreads.accepts(points[0].value, entry.value, spread, evidence),
            let reached = saturated(points, entry, address, isSpread: spread != nil)
        else { return nil }
        return Setting(
            address: address, verb: verb.settingVerb, points: reached, until: until,
            provenance: evidence.with(spread).provenance(at: entry.position, layer: context.layer),
            spread: spread)
    }

    /// Points with what outreach gets of them: ``Saturation/reached(_:most:)``.
    ///
    /// Faults: anything but a quota written as certain shares of the eligible; a saturation that is
    /// no share above 0.
    private func saturated(
        _ points: [Setting.Point], _ entry: YAMLEntry, _ address: Address, isSpread: Bool
    ) -> [Setting.Point]? {
        guard let field = entry.value["saturation"] else { return points }
        let asked = points.compactMap { point -> Double? in
            if case .share(let share) = point.value { share } else { nil }
        }
        guard !isSpread, asked.count == points.count,
            entry.value["value"] != nil || entry.value["values"] != nil
        else {
            session.fault(
                field.position, Phrase.saturationOfQuota,
                hint: Phrase.saturationHint(
                    isQuota: Set([.person, .share]).isSubset(of: address.units ?? [])))
            return nil
        }
        guard
            let most = literals(address, unit: .share).scalars.number(
                field.value.text ?? "", unit: .share, at: field.value.position)
        else { return nil }
        guard most > 0, most <= 1 else {
            session.fault(
                field.value.position, Phrase.notASharePart(field.value.text ?? ""),
                hint: Phrase.rangeOfUnit(.share, 0...1, most, as: field.value.text))
            return nil
        }
        return zip(points, asked).map { point, share in
            .init(from: point.from, value: .share(Saturation.reached(share, most: most)))
        }
    }

    private func bare(_ entry: YAMLEntry, _ address: Address) -> Setting? {
        let spreads = SpreadReader(
            session: session, context: context,
            literals: literals(address, unit: standardUnit(address)), verb: .value)
        let isRange = SpreadReader.isRange(entry.value.text)
        let spread = isRange ? spreads.range(entry.value) : nil
        let value = isRange ? spread.flatMap(spreads.written) : spreads.literals.value(entry.value)
        return value.map {
            Setting(
                address: address, points: [.init(from: nil, value: $0)],
                provenance: Evidence().with(spread)
                    .provenance(at: entry.position, layer: context.layer), spread: spread)
        }
    }

    /// Reads single values for an address.
    ///
    /// Numbers in the entry are read by the locale of its file; only tables have one of their own.
    private func literals(_ address: Address, unit: Unit?) -> LiteralReader {
        LiteralReader(
            session: session, context: context, address: address, unit: unit,
            locale: context.locale)
    }

    /// The settings of an entry whose values stand in a table.
    ///
    /// `from` and `until` are faults beside a table, whose rows are dated by themselves; the table
    /// is read in spite of them, for the faults in it.
    private func table(_ entry: YAMLEntry, _ address: Address) -> SettingSections {
        guard fieldsAreKnown(entry), verb(entry) != nil,
            case .some(let unit) = unit(entry, address)
        else { return SettingSections() }
        for name in ["from", "until"] {
            if let field = entry.value[name] {
                session.fault(
                    field.position, Phrase.notWithTable(name),
                    hint: Phrase(
                        id: "hapus dari sini: tabel menyebut tahunnya sendiri dalam kolom 'year'",
                        en: "leave it out here: a table names its years in a column 'year'"))
            }
        }
        if let field = entry.value["saturation"] {
            session.fault(
                field.position, Phrase.saturationOfQuota,
                hint: Phrase.saturationHint(isQuota: false))
        }
        if let field = entry.value["distribution"] {
            session.fault(
                field.position, Phrase.notWithTable(field.key), hint: Phrase.tableRanges)
        }
        let forecast = ForecastEntry(entry, session)
        if entry.value["forecast"] != nil, forecast == nil { return SettingSections() }
        return TableSettings(
            session: session, context: context, address: address, entry: entry, unit: unit,
            forecast: forecast
        ).read()
    }

    private func fieldsAreKnown(_ entry: YAMLEntry) -> Bool {
        FieldReader(session: session).check(
            entry.value, allowed: Self.fields, locale: context.locale)
    }

    /// The one field that carries values.
    ///
    /// A distribution alone stands for a value. Faults: none of them, told at the key; two of
    /// them, told at the second in order of the file.
    private func verb(_ entry: YAMLEntry) -> SettingDates.Verb? {
        let given = Self.verbs.compactMap { name in entry.value[name] }
            .sorted {
                ($0.position.line, $0.position.column) < ($1.position.line, $1.position.column)
            }
        guard let first = given.first else {
            if entry.value["distribution"] != nil { return .value }
            session.fault(
                entry.position,
                Phrase(id: "isian ini tidak punya nilai", en: "this entry has no value"),
                hint: Phrase.verbHint(Self.verbs))
            return nil
        }
        guard given.count == 1 else {
            session.fault(
                given[1].position, Phrase.twoVerbs(first.key, given[1].key),
                hint: Phrase.leaveVerbOut)
            return nil
        }
        return SettingDates.Verb(rawValue: first.key)
    }

    /// The unit an entry names, or the parameter's own; nothing at all where it is faulty.
    ///
    /// `unit: share` makes `quota.petani: { unit: share, value: 0.4 }` a part of the eligible.
    /// Faults: a word that is no unit; a unit that the parameter does not count in. A parameter of
    /// the law counts in its own unit alone, as nothing is converted.
    private func unit(_ entry: YAMLEntry, _ address: Address) -> Unit?? {
        guard let field = entry.value["unit"] else { return .some(standardUnit(address)) }
        let text = field.value.text ?? ""
        let accepted = address.units ?? standardUnit(address).map { [$0] }
        guard let unit = Unit(rawValue: text) else {
            let units = accepted ?? Unit.allCases
            session.fault(
                field.value.position,
                Phrase(id: "satuan '\(text)' tidak dikenal", en: "unknown unit '\(text)'"),
                hint: Phrase.nearest(
                    text, among: units.map(\.rawValue), else: Phrase.units(units)))
            return nil
        }
        if let accepted, !accepted.contains(unit) {
            session.fault(
                field.value.position,
                Phrase(
                    id: "satuan '\(text)' tidak cocok untuk '\(address)'",
                    en: "unit '\(text)' does not fit '\(address)'"),
                hint: Phrase.units(accepted))
            return nil
        }
        return .some(unit)
    }
}

extension SettingReader {
    /// The unit of a value that names none; for law that of the tree's parameter.
    private func standardUnit(_ address: Address) -> Unit? {
        guard case .law(let path) = address.subject else { return address.standardUnit }
        return context.lawUnits[path]
    }
}

extension Address {
    /// The same text for all ways of writing it; the nation is as wide as no region.
    fileprivate var meaning: String {
        region == .indonesia ? "\(Address(subject: subject, member: member))" : "\(self)"
    }

    /// The units that a value may have; nil for law, whose tree decides.
    ///
    /// A flag or a word has the one unit that says so, which files need not write.
    var units: [Unit]? {
        guard case .parameter(let definition) = subject else { return nil }
        if case .number(let units, _) = definition.domain { return units }
        return [definition.standardUnit]
    }

    /// The unit of a value that names none; nil for law.
    var standardUnit: Unit? {
        guard case .parameter(let definition) = subject else { return nil }
        return definition.standardUnit
    }
}
