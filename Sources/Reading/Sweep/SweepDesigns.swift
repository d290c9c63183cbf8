import Analysis
import Formats
import Policy
import Quantities
import Sampling

/// Reads the section `design` and the table of points.
///
///     design: { kind: grid }
///     design: { kind: lhs, points: 200, seed: 7 }
///     design: { kind: list }
///     points: { table: ./titik.csv }
///
/// `grid` crosses all lists of `inputs`, the last one fastest. `list` takes the rows of the table.
/// `mc`, `lhs` and `sobol` draw `points` points from a seed, which is 1 where none is given.
struct SweepDesigns {
    static let most = 100_000_000

    /// Reads keys; knows where faults are noted.
    let keys: SweepKeys
    /// The entry, where there is one.
    private let entry: YAMLEntry?
    /// Nil without a design, or after a fault.
    let kind: SweepDesign.Kind?
    /// The table of points; nil where there is none, or after a fault.
    let points: SweepPoints?
    /// How many points are drawn; nil where the file does not say, or after a fault.
    private let count: Int?
    /// The seed that was asked for, or the file's, or 1.
    private let seed: UInt64

    /// - Parameters:
    ///   - seed: in place of the file's.
    ///   - isNeeded: whether a file without a design has a fault.
    init(keys: SweepKeys, root: YAMLNode, seed: UInt64?, isNeeded: Bool) {
        let entry = root["design"]
        let session = keys.session
        if entry == nil, isNeeded {
            session.fault(
                Position(file: keys.file), Phrase.missingField("design"),
                hint: Phrase.designHint)
        }
        self.keys = keys
        self.entry = entry
        kind = entry.flatMap { Self.kind($0, session) }
        count = entry?.value["points"].flatMap {
            Self.whole($0, session).flatMap { Int(exactly: $0) }
        }
        self.seed = seed ?? entry?.value["seed"].flatMap { Self.whole($0, session) } ?? 1
        let table = root["points"]
        points = table.flatMap { SweepPoints($0, keys: keys) }
        if let kind, let entry { Self.check(kind, entry, table, session) }
    }

    private static func kind(_ entry: YAMLEntry, _ session: ReadingSession) -> SweepDesign.Kind? {
        let node = entry.value["kind"]?.value ?? entry.value
        if entry.value.entries != nil {
            let fields = FieldReader(session: session)
            fields.check(entry.value, allowed: ["kind", "points", "seed"]) { key in
                let isDrawn = SweepDesign.Kind(rawValue: node.text ?? "")?.drawn != nil
                return isDrawn ? nil : Phrase.knownFields(["kind"])
            }
            guard fields.text("kind", of: entry.value, at: entry.position) != nil else {
                return nil
            }
        }
        let text = node.text ?? ""
        return session.word(
            SweepDesign.Kind.self, text, at: node.position, Phrase.unknownDesign(text))
    }

    /// A whole number of a design; nil with a fault.
    private static func whole(_ entry: YAMLEntry, _ session: ReadingSession) -> UInt64? {
        if let number = entry.value.text.flatMap(UInt64.init) { return number }
        session.fault(entry.value.position, Phrase.notWhole(entry.key))
        return nil
    }

    /// What a kind needs and what means nothing to it.
    ///
    /// A number that means nothing is a fault as well: its author believes that it does.
    private static func check(
        _ kind: SweepDesign.Kind, _ entry: YAMLEntry, _ table: YAMLEntry?,
        _ session: ReadingSession
    ) {
        let count = entry.value["points"]
        if kind.drawn != nil, count == nil {
            session.fault(
                entry.position, Phrase.missingField("points"), hint: Phrase.designHint)
        }
        if kind.drawn != nil, count?.value.text == "0" {
            session.fault(
                count?.value.position ?? entry.position,
                Phrase(id: "rancangan ini tidak punya titik", en: "this design has no points"))
        }
        if kind.drawn != nil, let number = count?.value.text.flatMap(UInt64.init),
            number > Self.most
        {
            session.fault(
                count?.value.position ?? entry.position,
                Phrase(
                    "rancangan ini paling banyak punya \(Self.most) titik",
                    en: "this design can have at most \(Self.most) points"))
        }
        if kind.drawn == nil, let count {
            session.fault(
                count.position,
                Phrase(
                    id: "rancangan '\(kind.rawValue)' menentukan sendiri banyaknya titik",
                    en: "design '\(kind.rawValue)' counts its points itself"))
        }
        if kind == .list, table == nil {
            session.fault(
                entry.position,
                Phrase(
                    id: "rancangan 'list' butuh tabel titik",
                    en: "design 'list' needs a table of points"),
                hint: Phrase(
                    id: "buat tabel dengan satu kolom untuk setiap masukan dan sebutkan di"
                        + " 'points'",
                    en: "make a table with a column for each input and name it in 'points'"))
        }
        if kind != .list, let table {
            session.fault(
                table.position,
                Phrase(
                    id: "rancangan '\(kind.rawValue)' tidak memakai tabel titik",
                    en: "design '\(kind.rawValue)' does not use a table of points"),
                hint: Phrase.didYouMean("design: { kind: list }"))
        }
    }
}

extension SweepDesigns {
    /// The points of some inputs; nil without a design or after a fault.
    func design(of inputs: [SweepInput], correlations: [RankPair]) -> SweepDesign? {
        guard let kind, let entry, !inputs.isEmpty else { return nil }
        if kind.drawn == nil, let pair = correlations.first(where: { $0.isIn(keys.file) }) {
            keys.session.fault(
                Position(pair.provenance),
                Phrase(
                    id: "rancangan '\(kind.rawValue)' tidak mengacak, jadi tidak mengenal korelasi",
                    en: "design '\(kind.rawValue)' draws nothing, so it knows no correlations"),
                hint: Phrase(
                    id: "pakai mc, lhs atau sobol, atau hapus korelasinya",
                    en: "use mc, lhs or sobol, or leave the correlation out"))
        }
        let varied = inputs.map { $0.own ?? $0.varied(layer: 0, position: 0) }
        switch kind {
        case .grid: return grid(inputs, varied, entry)
        case .list: return list(inputs)
        default:
            guard let drawn = kind.drawn, let count, (1...Self.most).contains(count) else {
                return nil
            }
            return draws(drawn, varied, correlations, count, entry)
        }
    }

    /// Every combination; each input must have a list of values.
    private func grid(
        _ inputs: [SweepInput], _ varied: [VariedInput], _ entry: YAMLEntry
    ) -> SweepDesign? {
        var isSound = true
        for (input, varied) in zip(inputs, varied) where varied.levels == nil {
            keys.session.fault(
                input.position,
                Phrase(
                    id: "rancangan 'grid' butuh daftar nilai untuk '\(input.key)'",
                    en: "design 'grid' needs a list of values for '\(input.key)'"),
                hint: Phrase.gridNeedsValuesHint(input.exampleValues))
            isSound = false
        }
        guard isSound else { return nil }
        guard let design = SweepDesign(gridOf: varied), design.count <= Self.most else {
            keys.session.fault(
                entry.position,
                Phrase(id: "kombinasinya terlalu banyak", en: "there are too many combinations"),
                hint: Phrase(
                    id: "pakai 'design: { kind: lhs, points: 200, seed: 7 }', atau kurangi nilai",
                    en: "use 'design: { kind: lhs, points: 200, seed: 7 }', or list fewer values"))
            return nil
        }
        return design
    }

    private func list(_ inputs: [SweepInput]) -> SweepDesign? {
        guard let rows = points?.table.rows.count else { return nil }
        let columns = inputs.compactMap(\.column)
        guard columns.count == inputs.count, rows > 0 else { return nil }
        return SweepDesign(list: (0..<rows).map { row in columns.map { $0[row] } })
    }

    /// Draws; what cannot be drawn is told at the pair or at the design.
    ///
    /// Of correlations that contradict each other one pair is named, with the nearest that can be.
    private func draws(
        _ kind: DesignKind, _ inputs: [VariedInput], _ correlations: [RankPair], _ count: Int,
        _ entry: YAMLEntry
    ) -> SweepDesign? {
        do {
            return try SweepDesign(
                kind, of: inputs, correlations: correlations, count: count, seed: seed)
        } catch CorrelationFault.inconsistent(let fault) {
            let guilty = correlations.last {
                Set([$0.first, $0.second]) == [fault.first, fault.second]
            }
            keys.session.fault(
                (guilty ?? correlations.last).map { Position($0.provenance) } ?? entry.position,
                Phrase.impossibleCorrelation(fault),
                hint: Phrase.nearestCorrelation(fault) { first, second in
                    correlations.contains { Set([$0.first, $0.second]) == [first, second] }
                })
        } catch {
            keys.session.fault(entry.position, Phrase.cannotDraw("\(error)"))
        }
        return nil
    }
}

extension RankPair {
    fileprivate func isIn(_ file: String) -> Bool { provenance.file == file }
}

/// The table of points of a design of the kind `list`: a column for each input, a row for each
/// point.
///
///     points: { table: ./titik.csv, locale: id-ID }
///
/// A cell is written as the value of its key would be; columns of other names are not read, and
/// told.
struct SweepPoints {
    /// Reads keys; knows where faults are noted.
    let keys: SweepKeys
    let table: CSVTable
    let locale: NumberLocale?

    /// The table that a field names; nil with a fault where it cannot be used.
    init?(_ entry: YAMLEntry, keys: SweepKeys) {
        let fields = FieldReader(session: keys.session)
        fields.check(entry.value, allowed: ["table", "locale"])
        guard let path = fields.text("table", of: entry.value, at: entry.position) else {
            return nil
        }
        let context = keys.context(layer: SweepPlan.layerName)
        guard
            let table = CSVReader(session: keys.session).table(
                context.tablePath(path), namedAt: entry.value["table"]?.value.position),
            case .some(let locale) = context.locale(of: path, in: entry.value, keys.session)
        else { return nil }
        if table.rows.isEmpty { keys.session.fault(table.position, Phrase.noRows) }
        self.keys = keys
        self.table = table
        self.locale = locale
    }

    var context: SettingContext {
        var context = keys.context(layer: SweepPlan.layerName)
        (context.locale, context.isDrawn) = (locale, true)
        return context
    }

    /// The cells of an input's column as the items of a list; empty without such a column.
    func cells(_ key: String) -> [YAMLNode] {
        guard let index = table.index(of: key) else { return [] }
        return table.rows.map { row in
            let cell = row.cells[index]
            return YAMLNode(
                content: cell.text.isEmpty ? .null : .scalar(cell.text, isQuoted: false),
                position: cell.position)
        }
    }

    /// The numbers of an input's column: values, or positions among its choices. Nil with a fault
    /// where there is no such column or a cell is none of them.
    func column(_ input: VariedInput, key: String) -> [Double]? {
        guard let index = table.index(of: key) ?? table.index(of: input.name) else {
            keys.session.fault(
                table.position, Phrase.noColumn(key, file: table.file),
                hint: Phrase.nearest(
                    key, among: table.header, else: Phrase.columns(table.header)))
            return nil
        }
        keys.session.columns.note(table, reading: [table.header[index]], tells: true)
        let literals = LiteralReader(
            session: keys.session, context: context, address: input.setting.address,
            unit: input.unit, locale: locale)
        let numbers = table.rows.map { number($0.cells[index], input, literals) }
        return numbers.contains { $0 == nil } ? nil : numbers.compactMap { $0 }
    }

    /// The number that a cell stands for; nil with a fault.
    private func number(
        _ cell: CSVCell, _ input: VariedInput, _ literals: LiteralReader
    ) -> Double? {
        let node = YAMLNode(
            content: cell.text.isEmpty ? .null : .scalar(cell.text, isQuoted: true),
            position: cell.position)
        guard let choices = input.choices else {
            guard input.setting.verb == .replace else { return literals.number(node) }
            return literals.value(node)?.number
        }
        guard let value = literals.value(node) else { return nil }
        guard let position = choices.firstIndex(of: value) else {
            keys.session.fault(
                cell.position,
                Phrase(
                    id: "'\(cell.text)' bukan salah satu nilai '\(input.name)'",
                    en: "'\(cell.text)' is none of the values of '\(input.name)'"),
                hint: Phrase.choices(choices.map { SettingText(language: nil).text($0) }))
            return nil
        }
        return Double(position)
    }
}

extension VariedInput {
    /// What the number of an input counts; nil for law and for choices.
    var unit: Unit? {
        guard setting.verb != .scale else { return .factor }
        guard case .parameter(let definition) = setting.address.subject else { return nil }
        switch setting.points.first?.value {
        case .share: return .share
        case .heads: return .person
        case .perMonth: return .personPerMonth
        case .perYear: return .perYear
        default: return definition.standardUnit
        }
    }
}
