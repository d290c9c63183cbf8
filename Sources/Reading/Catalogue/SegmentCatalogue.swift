import Formats
import Policy
import Quantities

/// Reads which segments exist and what they are called.
///
///     segments:
///       petani:
///         name: { id: Petani, en: Farmers }
///         settings: { route: bpu, base: { value: 1000000, mark: A } }
///
/// `source` and `mark` of a segment are those of its being a segment; each setting has its own.
struct SegmentCatalogue {
    /// Where faults are noted.
    let session: ReadingSession

    /// The segments of a file, in its order; those without a name are left out.
    func read(_ root: YAMLNode) -> [Segment] {
        let fields = FieldReader(session: session)
        fields.check(root, allowed: ["segments"])
        guard let entries = root["segments"]?.value.entries else {
            session.fault(Position(file: root.position.file), Phrase.missingField("segments"))
            return []
        }
        return entries.compactMap { entry in
            fields.check(entry.value, allowed: ["name", "settings", "source", "mark", "note"])
            guard let name = fields.phrase("name", of: entry.value, at: entry.position) else {
                return nil
            }
            let evidence = EvidenceReader(
                session: session, regions: nil,
                scalars: ScalarReader(session: session, locale: nil)
            ).evidence(entry.value, unit: nil)
            return Segment(
                id: SegmentID(entry.key), name: name,
                provenance: evidence.provenance(at: entry.position, layer: "segments"))
        }
    }
}
