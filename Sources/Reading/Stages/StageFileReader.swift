import Analysis
import Formats
import Policy
import Quantities

/// Reads a stages file.
///
///     name: tahapan-2026
///     title: { id: Tahapan APBD 2026, en: Stages of the 2026 budget }
///     year: 2026
///     stages:
///       rkpd: { date: 2025-06-30, scenario: ./tahapan/rkpd.yaml }
///       apbd: { date: 2025-11-28, scenario: ./tahapan/apbd.yaml, note: Perda 7/2025 }
///       realisation: { date: 2027-01-31, table: ./tahapan/realisasi.csv }
///
/// Scenarios and the table are not read here.
struct StageFileReader {
    private static let fields = ["name", "title", "description", "year", "locale", "stages"]

    let session: ReadingSession

    /// The file's stages; nil where any fault was noted.
    ///
    /// Faults: a file of locks in place of the stages; an unknown field or stage; a missing name,
    /// title, year, date, scenario or table; stages or dates out of order; a scenario file that is
    /// not there.
    ///
    /// - Parameters:
    ///   - file: seen from the root of the session's files.
    ///   - place: the entry that names it; nil for the file asked for.
    func read(_ file: String, namedAt place: Position? = nil) -> StageFile? {
        guard !file.hasSuffix(StageLocks.ending) else {
            let stages = file.dropLast(StageLocks.ending.count) + ".yaml"
            session.fault(
                place ?? Position(file: file),
                Phrase(
                    id: "berkas ini menyimpan kunci tahapan, bukan tahapannya",
                    en: "this file keeps the locks of stages, not the stages"),
                hint: Phrase(
                    id: "tahapannya ada di '\(String(stages))'",
                    en: "the stages are in '\(String(stages))'"))
            return nil
        }
        guard let root = YAMLReader(session: session).root(of: file, namedAt: place) else {
            return nil
        }
        let (fields, whole) = (FieldReader(session: session), Position(file: file))
        let faultsBefore = session.diagnostics.count
        fields.check(root, allowed: Self.fields)
        let name = fields.text("name", of: root, at: whole)
        let title = fields.phrase("title", of: root, at: whole)
        let year = fields.text("year", of: root, at: whole).flatMap { self.year($0, root) }
        let locale = root["locale"].flatMap { LocaleReader(session: session).locale($0.value) }
        let entries = self.entries(of: root)
        checkOrder(entries)
        guard let name, let title, let year, !entries.isEmpty,
            session.diagnostics.count == faultsBefore
        else { return nil }
        return StageFile(
            file: file, name: name, title: title, year: year, locale: locale, entries: entries)
    }

    /// A budget year of four digits.
    private func year(_ text: String, _ root: YAMLNode) -> Int? {
        if text.utf8.count == 4, let year = Int(text), (2000...2199).contains(year) { return year }
        session.fault(
            root["year"]?.value.position ?? root.position, Phrase.notAYear(text),
            hint: Phrase.yearHint(text))
        return nil
    }

    private func entries(of root: YAMLNode) -> [StageFile.Entry] {
        guard let field = root["stages"] else {
            session.fault(Position(file: root.position.file), Phrase.missingField("stages"))
            return []
        }
        guard let stages = field.value.entries, !stages.isEmpty else {
            session.fault(
                field.position,
                Phrase(id: "'stages' tidak memuat satu tahap pun", en: "'stages' has no stage"),
                hint: Phrase(
                    id: "misalnya 'apbd: { date: 2025-11-28, scenario: ./tahapan/apbd.yaml }'",
                    en: "such as 'apbd: { date: 2025-11-28, scenario: ./tahapan/apbd.yaml }'"))
            return []
        }
        return stages.compactMap { entry in
            guard let stage = self.stage(entry.key, at: entry.position) else { return nil }
            return self.entry(stage, entry)
        }
    }

    func stage(_ word: String, at position: Position) -> BudgetStage? {
        session.word(BudgetStage.self, word, at: position, Phrase.unknownStage(word))
    }

    private func entry(_ stage: BudgetStage, _ entry: YAMLEntry) -> StageFile.Entry? {
        let fields = FieldReader(session: session)
        let field = stage == .realisation ? "table" : "scenario"
        fields.check(entry.value, allowed: ["date", field, "note"]) { key in
            ["table", "scenario"].contains(key) ? Phrase.stageHas(field) : nil
        }
        let date = fields.text("date", of: entry.value, at: entry.position).flatMap {
            day($0, at: entry.value["date"]?.value.position ?? entry.position)
        }
        let note = entry.value["note"].flatMap { _ in
            fields.phrase("note", of: entry.value, at: entry.position)
        }
        guard let path = fields.text(field, of: entry.value, at: entry.position), let date else {
            return nil
        }
        let place = entry.value[field]?.value.position ?? entry.position
        let source = FilePath.join(FilePath.folder(of: entry.position.file), path)
        guard session.source(source, namedAt: place) != nil else { return nil }
        return StageFile.Entry(
            stage: stage, date: date, source: source, note: note, place: Provenance(entry.position))
    }

    /// A day of the calendar, `2025-11-28`, as text; such texts are in the order of their days.
    func day(_ text: String, at position: Position) -> String? {
        if Self.isDay(text) { return text }
        session.fault(
            position, Phrase(id: "'\(text)' bukan tanggal", en: "'\(text)' is not a day"),
            hint: Phrase(
                id: "tulis tahun-bulan-tanggal, misalnya 2025-11-28",
                en: "write year-month-day, such as 2025-11-28"))
        return nil
    }

    private static func isDay(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard text.utf8.count == 10, parts.count == 3, let month = Month(String(text.prefix(7))),
            parts[2].allSatisfy({ ("0"..."9").contains($0) }), let day = Int(parts[2])
        else { return false }
        let isLeap = month.year % 4 == 0 && (month.year % 100 != 0 || month.year % 400 == 0)
        let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        return (1...days[month.monthOfYear - 1]).contains(day)
    }

    /// Stages in their order, and each not before the one above it.
    private func checkOrder(_ entries: [StageFile.Entry]) {
        for (above, entry) in zip(entries, entries.dropFirst()) {
            if entry.stage < above.stage {
                session.fault(
                    Position(entry.place),
                    Phrase(
                        id: "tahap '\(entry.stage.rawValue)' ditulis sesudah"
                            + " '\(above.stage.rawValue)'",
                        en: "stage '\(entry.stage.rawValue)' is written after"
                            + " '\(above.stage.rawValue)'"
                    ),
                    hint: Phrase(
                        id: "urutannya rkpd, kua-ppas, apbd, apbd-perubahan, realisation",
                        en: "their order is rkpd, kua-ppas, apbd, apbd-perubahan, realisation"))
            } else if entry.date < above.date {
                session.fault(
                    Position(entry.place),
                    Phrase(
                        id: "tahap '\(entry.stage.rawValue)' bertanggal \(entry.date), sebelum"
                            + " '\(above.stage.rawValue)' (\(above.date))",
                        en: "stage '\(entry.stage.rawValue)' is dated \(entry.date), before"
                            + " '\(above.stage.rawValue)' (\(above.date))"
                    ),
                    hint: Phrase(
                        id: "tanggal tahap tidak boleh mundur; periksa kedua tanggal itu",
                        en: "the dates of stages must not run backwards; check both dates"))
            }
        }
    }
}

/// Reads the field `stage` of a scenario.
struct StageReferenceReader {
    let session: ReadingSession

    /// The stage that a field names; nil after a fault.
    ///
    /// Faults: a text without `#` and a stage; a file that cannot be read or has any fault; a stage
    /// that it does not have; realisation, which has no scenario to build on.
    func read(_ field: YAMLEntry) -> StageReference? {
        guard let text = FieldReader(session: session).text(field.value) else { return nil }
        let place = field.value.position
        let parts = text.split(separator: "#", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else {
            session.fault(
                place,
                Phrase(
                    id: "'\(text)' tidak menyebut berkas dan tahap",
                    en: "'\(text)' does not name a file and a stage"),
                hint: Phrase(
                    id: "misalnya 'stage: ./tahapan-2026.yaml#apbd'",
                    en: "such as 'stage: ./tahapan-2026.yaml#apbd'"))
            return nil
        }
        let file = FilePath.join(FilePath.folder(of: place.file), parts[0])
        let reader = StageFileReader(session: session)
        guard let stage = reader.stage(parts[1], at: place),
            let stages = reader.read(file, namedAt: place)
        else { return nil }
        guard let entry = stages[stage] else {
            session.fault(
                place,
                Phrase(
                    id: "tahap '\(stage.rawValue)' tidak ada di '\(file)'",
                    en: "'\(file)' has no stage '\(stage.rawValue)'"),
                hint: Phrase.choices(stages.entries.map(\.stage.rawValue)))
            return nil
        }
        guard stage != .realisation else {
            session.fault(
                place,
                Phrase(
                    id: "skenario tidak dapat dibangun di atas realisasi, yang berupa tabel",
                    en: "a scenario cannot build on realisation, which is a table"),
                hint: Phrase(
                    id: "sebut tahap sebelumnya, misalnya '#apbd-perubahan'",
                    en: "name a stage before it, such as '#apbd-perubahan'"))
            return nil
        }
        return StageReference(stages: stages, entry: entry)
    }
}

extension Workspace {
    /// The stage that a scenario hangs under, as a line of its report; nil where there is none.
    ///
    ///     di atas APBD 2026, terkunci 2025-11-28
    ///
    /// - Throws: ``InputFaults`` where the stages or their locks can no longer be read.
    package func stageNote(under scenario: Scenario) throws(InputFaults) -> Phrase? {
        guard let stage = lineage(of: scenario.file).stages.first else { return nil }
        let lock = try locks(of: stage.stages).locks[stage.entry.stage]
        return Phrase.under(stage, locked: lock?.locked)
    }
}
