import Analysis
import Coverage
import Formats
import Policy
import Quantities

/// Reads a monitoring table: counts by region, segment, month and status.
///
///     region,segment,month,status,count
///     35.74,ojek,2025-01,mandiri,412
///     35.74,ojek,2025-01,pekerja baru,9
///
/// Columns and words may be Indonesian. Statuses of waiting months are added up. A later row for
/// the same cell replaces the earlier one: monitoring corrects itself so. `planned`, `budgeted`,
/// `registered` and `paid`, in persons, may stand in any row; the last of them count.
struct MonitoringReader {
    private static let names: [(column: String, others: Set<String>)] = [
        ("region", ["wilayah", "daerah", "kode", "kode_wilayah", "kode_daerah", "kabupaten_kota"]),
        ("segment", ["segmen", "kelompok", "segmen_pekerja"]),
        ("month", ["bulan", "periode", "waktu", "time", "period"]),
        ("status", ["keadaan", "status_kepesertaan"]),
        ("count", ["jumlah", "orang", "persons", "banyak", "jumlah_orang", "nilai"]),
        ("planned", ["direncanakan", "rencana"]),
        ("budgeted", ["dianggarkan", "anggaran"]),
        ("registered", ["terdaftar", "didaftarkan"]),
        ("paid", ["dibayar", "terbayar"]),
    ]
    private static let required = 5

    /// Words for what is counted; statuses of the model by their symbols.
    private static let items: [(words: [String], item: MonitoredItem)] = [
        (
            ["unprotected", "u", "belum terlindungi", "belum terdaftar", "tidak terlindungi"],
            .status(.unprotected)
        ),
        (
            [
                "funded", "f", "f1", "f2", "dibiayai", "pbi", "penerima bantuan iuran",
                "bantuan iuran",
            ],
            .status(.funded)
        ),
        (["self", "s", "s1", "s2", "mandiri", "self-paying"], .status(.selfPaying)),
        (["employer", "e", "pemberi kerja", "pu"], .status(.employer)),
        (
            ["lapsed", "l", "lv", "putus", "nonaktif", "tidak aktif", "putus iuran"],
            .status(.lapsed)
        ),
        (["entrants", "pekerja baru", "pendatang", "masuk"], .entrants),
        (["enrolled", "didaftarkan", "baru dibiayai"], .enrolled),
        (["released", "dilepas", "berhenti dibiayai"], .released),
        (["died", "meninggal", "wafat"], .left(.death)),
        (["past the age limit", "batas umur", "melewati batas umur"], .left(.ageLimit)),
        (
            ["out of the labour force", "keluar angkatan kerja", "keluar dari angkatan kerja"],
            .left(.outOfLabourForce)
        ),
        (["moved away", "pindah"], .left(.movedAway)),
    ]
    /// The first word of each, for hints.
    static let words = items.map { $0.words[0] }
    /// More people than the nation has.
    private static let most = 1e9

    let session: ReadingSession
    let catalogue: Catalogue
    let locale: NumberLocale?

    private struct Row {
        let place: MonitoringTable.Place
        let month: Month
        let item: MonitoredItem
        let word: String
        let count: Double
        let progress: [Double?]
    }

    /// The table of a file; nil after any fault.
    ///
    /// Faults: a column that is not there; no rows; an unknown region, segment, month or status; a
    /// count that is no number, is negative, or exceeds a nation's; no two months in a row.
    func read(_ file: String) -> MonitoringTable? {
        guard let table = CSVReader(session: session).table(file) else { return nil }
        guard let places = places(table) else { return nil }
        guard !table.rows.isEmpty else {
            session.fault(Position(file: file), Phrase.noRows)
            return nil
        }
        let rows = table.rows.map { row($0, places) }
        let found = rows.compactMap { $0 }
        guard found.count == rows.count else { return nil }
        let result = gathered(found)
        guard
            result.counts.values.contains(where: { months in
                months.keys.contains { months[$0.advanced(by: 1)] != nil }
            })
        else {
            session.fault(
                table.position,
                Phrase(
                    id: "tidak ada dua bulan berturut-turut untuk satu segmen dan daerah",
                    en: "no segment of any region has two months in a row"),
                hint: Phrase(
                    id: "tingkat dipelajari dari jumlah orang bulan ini dan bulan sesudahnya",
                    en: "rates are learnt from the counts of a month and the next"))
            return nil
        }
        return result
    }

    /// Where the columns stand; nil after a fault.
    private func places(_ table: CSVTable) -> [Int?]? {
        let plain = table.header.map { name in
            name.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: "_")
        }
        let places = Self.names.map { column, others in
            plain.firstIndex(of: column) ?? plain.firstIndex(where: others.contains)
        }
        for (place, name) in zip(places, Self.names).prefix(Self.required) where place == nil {
            session.fault(
                table.position, Phrase.noColumn(name.column, file: table.file),
                hint: Phrase(
                    "tabel pemantauan berisi wilayah,segmen,bulan,status,jumlah; kolom yang ada:"
                        + " \(Phrase.list(table.header))",
                    en: "a monitoring table holds region,segment,month,status,count; its columns"
                        + " are: \(Phrase.list(table.header))"))
        }
        return places.prefix(Self.required).contains { $0 == nil } ? nil : places
    }

    /// A row; nil after a fault of any of its cells.
    private func row(_ row: CSVRow, _ places: [Int?]) -> Row? {
        func cell(_ column: Int) -> CSVCell? { places[column].map { row.cells[$0] } }
        let region = cell(0).flatMap { filled($0) }.flatMap {
            session.region($0.text, catalogue.regions, at: $0.position)
        }
        let segment = cell(1).flatMap { filled($0) }.flatMap {
            session.word(
                $0.text, among: catalogue.segments.map(\.id.name), at: $0.position,
                Phrase.unknownMember(.segment, $0.text))
        }
        let month = cell(2).flatMap { filled($0) }.flatMap { self.month($0) }
        let item = cell(3).flatMap { filled($0) }.flatMap { self.item($0) }
        let count = cell(4).flatMap { filled($0) }.flatMap { number($0, "count") }
        let progress = (5..<Self.names.count).map { column -> Double?? in
            guard let cell = cell(column), !cell.text.isEmpty else { return .some(nil) }
            return number(cell, Self.names[column].column).map { .some($0) }
        }
        guard let region, let segment, let month, let item, let count,
            progress.allSatisfy({ $0 != nil })
        else { return nil }
        return Row(
            place: .init(region, segment), month: month, item: item.item, word: item.word,
            count: count, progress: progress.map { $0 ?? nil })
    }

    private func filled(_ cell: CSVCell) -> CSVCell? {
        guard cell.text.isEmpty else { return cell }
        session.fault(cell.position, Phrase.emptyCell)
        return nil
    }

    private func month(_ cell: CSVCell) -> Month? {
        if let month = Month(cell.text) { return month }
        session.fault(
            cell.position, Phrase.notAMonth(cell.text), hint: Phrase.monthHint(cell.text))
        return nil
    }

    private func item(_ cell: CSVCell) -> (item: MonitoredItem, word: String)? {
        let word = cell.text.lowercased().split { $0 == " " || $0 == "_" }.joined(separator: " ")
        if let found = Self.items.first(where: { $0.words.contains(word) }) {
            return (found.item, word)
        }
        session.fault(
            cell.position,
            Phrase(
                id: "status '\(cell.text)' tidak dikenal", en: "unknown status '\(cell.text)'"),
            hint: Phrase.choices(Self.words, nearestTo: cell.text))
        return nil
    }

    private func number(_ cell: CSVCell, _ column: String) -> Double? {
        guard
            let number = ScalarReader(session: session, locale: locale)
                .number(cell.text, unit: .person, at: cell.position)
        else { return nil }
        guard number >= 0 else {
            session.fault(cell.position, Phrase.negative(column))
            return nil
        }
        guard number <= Self.most else {
            session.fault(cell.position, Phrase.outOfRange(column, number, 0...Self.most))
            return nil
        }
        return number
    }

    /// The counts of all rows; of two for one cell the later.
    private func gathered(_ rows: [Row]) -> MonitoringTable {
        struct Cell: Hashable {
            let place: MonitoringTable.Place
            let month: Month
            let word: String
        }
        var table = MonitoringTable()
        var last: [Cell: Double] = [:]
        for row in rows {
            let cell = Cell(place: row.place, month: row.month, word: row.word)
            let before = last.updateValue(row.count, forKey: cell)
            if let before, before != row.count {
                table.revised[row.place, default: [:]][row.month, default: 0] += 1
            }
            table.counts[row.place, default: [:]][row.month, default: [:]][row.item, default: 0] +=
                row.count - (before ?? 0)
            guard row.progress.contains(where: { $0 != nil }) else { continue }
            var progress = table.progress[row.place] ?? .init(month: row.month)
            guard row.month >= progress.month else { continue }
            if row.month > progress.month { progress = .init(month: row.month) }
            progress.planned = row.progress[0] ?? progress.planned
            progress.budgeted = row.progress[1] ?? progress.budgeted
            progress.registered = row.progress[2] ?? progress.registered
            progress.paid = row.progress[3] ?? progress.paid
            table.progress[row.place] = progress
        }
        return table
    }
}

extension Workspace {
    /// Reads a monitoring table and learns its rates.
    ///
    /// A gap is priced as the scenario registers the people of a segment, or as the catalogue of
    /// segments does where it has no such segment or region, in the last month of the table.
    ///
    /// - Parameter scenario: nil for the catalogue alone.
    /// - Throws: ``InputFaults`` with every fault of the table.
    package func calibration(
        _ file: String, locale: NumberLocale?, scenario: ResolvedPolicy?
    ) throws(InputFaults) -> Checked<Calibration> {
        let session = ReadingSession(files: files)
        let reader = MonitoringReader(session: session, catalogue: catalogue, locale: locale)
        guard let table = reader.read(file), !session.diagnostics.hasErrors else {
            throw InputFaults(session.diagnostics)
        }
        let prices = try prices(of: table, scenario, file)
        do {
            let calibration = try Calibration(table, prices: prices)
            return Checked(calibration, session.diagnostics)
        } catch {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: file),
                    Phrase(
                        id: "sebuah segmen tidak punya dua bulan berturut-turut yang dapat"
                            + " dibandingkan",
                        en: "a segment has no two months in a row that can be compared"),
                    hint: Phrase(
                        id: "periksa apakah jumlah orang tidak bertambah melebihi yang masuk",
                        en: "see whether people are not more than there were and joined"))
            ])
        }
    }

    /// What a person-month costs where a place gives figures of plan and payment.
    private func prices(
        of table: MonitoringTable, _ scenario: ResolvedPolicy?, _ file: String
    ) throws(InputFaults) -> [MonitoringTable.Place: FundedPrice] {
        guard let month = table.counts.values.flatMap(\.keys).max(), !table.progress.isEmpty
        else { return [:] }
        let plain = try plainPolicy(table.progress.keys.sorted(), in: month, file)
        do {
            let usual = try plain.fundedPrices(in: month, law: law, name: nil)
            let own = try scenario?.fundedPrices(
                in: month, law: law, name: scenario?.scenario.name)
            return usual.merging(own ?? [:]) { $1 }
        } catch {
            throw faults(error, [plain])
        }
    }

    /// The catalogue alone: nobody is there, but all are registered.
    private func plainPolicy(
        _ places: [MonitoringTable.Place], in month: Month, _ file: String
    ) throws(InputFaults) -> ResolvedPolicy {
        let names = Set(places.map(\.segment))
        let segments = catalogue.segments.filter { names.contains($0.id.name) }
        let nobody = segments.map { segment in
            Setting(
                address: Address(
                    subject: .parameter(Parameters.workers.definition), member: segment.id.name),
                points: [.init(from: nil, value: .number(0))], provenance: segment.provenance)
        }
        let scenario = Scenario(
            name: FilePath.name(of: file), title: Phrase(same: "\(file)"), file: file,
            regions: Set(places.map(\.region)).sorted(), horizon: month...month,
            segments: segments, purses: catalogue.purses, knownPurses: catalogue.purses,
            cohorts: [],
            layers: catalogue.layers + [Layer(name: FilePath.name(of: file), settings: nobody)])
        do {
            return try scenario.resolved()
        } catch {
            let words = PolicyDiagnostics(
                of: scenario, regions: catalogue.regions, files: files)
            throw InputFaults(words.diagnostics(error.faults))
        }
    }
}
