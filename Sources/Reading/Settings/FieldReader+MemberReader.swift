import Formats
import Policy
import Quantities

extension FieldReader {
    /// Words out of a list of what exists, each once, in the order written, because order has a
    /// meaning: `segments: [rt-rw, petani]` gives the highest priority to the first, `purses` is
    /// their rank.
    ///
    /// One word alone, `segments: petani`, is a list of one. Faults: nothing, an empty list or a
    /// mapping; a word that does not exist, with the nearest one; a word that stands twice.
    ///
    /// - Parameters:
    ///   - node: the list.
    ///   - existing: what the catalogue has, in its order.
    ///   - scope: segments or purses, for the words of a fault.
    /// - Returns: nil after any fault; the others of the list are still checked.
    func members(_ node: YAMLNode, existing: [String], _ scope: ParameterDefinition.Scope)
        -> [String]?
    {
        guard !node.isNull, node.entries == nil, node.items?.isEmpty != true else {
            session.fault(node.position, Phrase.emptyList)
            return nil
        }
        var found: [String] = []
        var seen: Set<String> = []
        var isSound = true
        for item in node.items ?? [node] {
            let word = item.text ?? ""
            let isFirst = seen.insert(word).inserted
            let known = session.word(
                word, among: existing, at: item.position, Phrase.unknownMember(scope, word),
                hint: Phrase.nearest(word, among: existing))
            if known == nil {
                isSound = false
            } else if !isFirst {
                session.fault(item.position, Phrase.twice(word))
                isSound = false
            }
            found.append(word)
        }
        return isSound ? found : nil
    }
}
