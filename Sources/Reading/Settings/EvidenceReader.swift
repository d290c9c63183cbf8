import Formats
import Policy
import Quantities

/// What an entry says of where its value comes from.
struct Evidence {
    var mark: EvidenceMark?
    var source: String?
    var borrowedFrom: RegionCode?
    /// The 90 % range.
    var range: ClosedRange<Double>?
    var date: SourceDate?

    func with(_ spread: Spread?) -> Evidence {
        guard case .range(let range, _) = spread else { return self }
        var evidence = self
        evidence.range = range
        return evidence
    }

    func provenance(
        at position: Position, layer: String, forecast: ForecastOrigin? = nil
    ) -> Provenance {
        Provenance(
            file: position.file, line: position.line, column: position.column, layer: layer,
            mark: mark, source: source, borrowedFrom: borrowedFrom, range: range, date: date,
            forecast: forecast)
    }
}

/// Reads the fields that every entry may have: `mark`, `source`, `as_of`, `valid_until`,
/// `borrowed_from`, `range`, `note`.
///
///     workers.petani: { value: 1200, mark: A, source: BPS 2024, as_of: 2024-08,
///                       range: 900 .. 1500, borrowed_from: 35.07, note: sama dengan tetangga }
///
/// A note is for readers of the file and goes no further.
struct EvidenceReader {
    static let fields = [
        "mark", "source", "as_of", "valid_until", "borrowed_from", "range", "note",
    ]

    let session: ReadingSession
    /// What a value may be borrowed from; nil where codes are not looked up.
    let regions: RegionTable?
    let scalars: ScalarReader

    /// Everything the node says; parts that are absent or faulty are nil.
    func evidence(_ node: YAMLNode, unit: Unit?) -> Evidence {
        Evidence(
            mark: node["mark"].flatMap { mark($0.value.text ?? "", at: $0.value.position) },
            source: node["source"]?.value.text,
            borrowedFrom: node["borrowed_from"].flatMap {
                borrowed($0.value.text ?? "", at: $0.value.position)
            },
            range: node["range"].flatMap {
                scalars.range($0.value.text ?? "", unit: unit, at: $0.value.position)
            }, date: date(node))
    }

    /// A year or a month each; the last one alone says nothing.
    private func date(_ node: YAMLNode) -> SourceDate? {
        let entries = ["as_of", "valid_until"].map { node[$0] }
        for entry in entries.compactMap(\.self)
        where SourceDate(entry.value.text ?? "") == nil {
            session.fault(
                entry.value.position,
                Phrase(
                    id: "'\(entry.value.text ?? "")' bukan tahun atau bulan",
                    en: "'\(entry.value.text ?? "")' is neither a year nor a month"),
                hint: Phrase(
                    id: "tulis misalnya 2024 atau 2024-08", en: "write 2024 or 2024-08, for example"
                ))
        }
        if entries[0] == nil, let until = entries[1] {
            session.fault(until.position, Phrase.missingField("as_of"))
        }
        return entries[0].flatMap {
            SourceDate($0.value.text ?? "", until: entries[1]?.value.text)
        }
    }

    /// One of the marks `V1 V2 M C D gap A`.
    ///
    /// `a` is not `A`: marks are written as results show them. The hint lists them all.
    func mark(_ text: String, at position: Position) -> EvidenceMark? {
        if let mark = EvidenceMark(rawValue: text) { return mark }
        session.fault(
            position,
            Phrase(id: "'\(text)' bukan tanda bukti", en: "'\(text)' is not an evidence mark"),
            hint: Phrase.choices(EvidenceMark.allCases.map(\.rawValue)))
        return nil
    }

    func borrowed(_ text: String, at position: Position) -> RegionCode? {
        if let regions { return session.region(text, regions, at: position) }
        guard let code = RegionCode(text) else {
            session.fault(
                position, Phrase.notARegionCode(text), hint: Phrase.regionCodes)
            return nil
        }
        return code
    }
}
