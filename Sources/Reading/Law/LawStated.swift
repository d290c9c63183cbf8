import Quantities

/// What a parameter or a value states about itself; a value may leave it to its parameter.
///
/// Nothing in the law is without a status, a legal reference and a source: where neither the value
/// nor its parameter has one, that is a fault at the value.
struct LawStated {
    /// The keys, all optional where a parameter and its values share the statement.
    static let keys = ["status", "legal", "source", "checked"]

    /// The statement with nothing missing.
    struct Whole {
        /// How well the value is known.
        let mark: EvidenceMark
        /// The regulation.
        let legal: Phrase
        /// Outlet and address, not the short name.
        let source: String
        /// The month in which the newest source was seen.
        let checked: Month
    }

    /// The keys that stand here, readable or not: what is there but wrong is not also missing.
    private let given: Set<String>
    /// Each part is nil where its key is not there or could not be read.
    private let mark: EvidenceMark?
    /// The rule that sets the value.
    private let legal: Phrase?
    /// Where the value was read.
    private let source: String?
    /// When the value was last compared with its source.
    private let checked: Month?
    /// The file, for messages.
    private let context: LawFileContext

    /// Reads the keys that are there.
    init(_ fields: [String: LawNode], _ context: LawFileContext) {
        given = Set(fields.keys)
        mark = fields["status"]?.word(EvidenceMark.self)
        legal = fields["legal"]?.wording()
        source = fields["source"].flatMap { context.sources.citation($0) }
        checked = fields["checked"]?.month()
        self.context = context
    }

    /// This statement with gaps filled from the parameter's; what neither states is reported at
    /// the node.
    func filled(from shared: LawStated, at node: LawNode) -> Whole? {
        for key in ["status", "legal", "source"]
        where !given.contains(key) && !shared.given.contains(key) {
            node.fault(.missingKey(key))
        }
        guard let mark = mark ?? shared.mark, let legal = legal ?? shared.legal,
            let source = source ?? shared.source
        else { return nil }
        return Whole(
            mark: mark, legal: legal, source: source,
            checked: checked ?? shared.checked ?? context.checked)
    }
}
