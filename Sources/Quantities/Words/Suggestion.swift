/// Finds what a misspelt name was meant to be.
///
/// A hint that is not meant is worse than none, so a limit of distance decides, and no key is ever
/// taken for another: the suggestion is shown, the fault stays.
package enum Suggestion {
    /// The candidate nearest to a text; nil when none is near enough to be meant.
    ///
    /// Near is at most one edit for every three characters, and two for short names, and always
    /// fewer edits than the text has characters; upper and lower case count as equal. Among
    /// candidates equally near the earlier one is chosen: `quota.petan` gives `quota.petani`.
    ///
    /// Names that begin with a text of three characters or more come before all others, since a
    /// shortened name is no slip of the keyboard: `apbd` gives `apbd-kabkota` and not `apbn`.
    ///
    /// - Complexity: O(n x a x b) for n candidates of about the text's length.
    package static func closest(to text: String, among candidates: some Sequence<String>) -> String?
    {
        let begun = candidates.filter { candidate in
            text.count >= 3 && candidate.lowercased().hasPrefix(text.lowercased())
        }
        // A word that ends where the text does is likelier than a longer word.
        let whole = begun.filter { candidate in
            let next = candidate.dropFirst(text.count).first
            return next.map { !$0.isLetter && !$0.isNumber } ?? true
        }
        for some in [whole, begun] {
            if let first = some.first { return nearest(to: text, among: some) ?? first }
        }
        return nearest(to: text, among: candidates)
    }

    private static func nearest(to text: String, among candidates: some Sequence<String>)
        -> String?
    {
        let limit = max(2, text.count / 3)
        var best: (name: String, distance: Int)?
        for candidate in candidates where abs(candidate.count - text.count) <= limit {
            let distance = editDistance(text.lowercased(), candidate.lowercased())
            guard distance <= limit, distance < max(text.count, 1) else { continue }
            if best.map({ distance < $0.distance }) ?? true { best = (candidate, distance) }
        }
        return best?.name
    }

    /// The least number of insertions, deletions, replacements and swaps of neighbours that turn
    /// one text into the other (optimal string alignment).
    ///
    /// - Complexity: O(a x b) in their lengths.
    package static func editDistance(_ left: String, _ right: String) -> Int {
        let (a, b) = (Array(left), Array(right))
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var previous: [Int] = []
        var current = Array(0...b.count)
        for i in 1...a.count {
            let beforePrevious = previous
            previous = current
            current = [i] + Array(repeating: 0, count: b.count)
            for j in 1...b.count {
                let cost = a[i - 1] == b[j - 1] ? 0 : 1
                current[j] = min(previous[j] + 1, current[j - 1] + 1, previous[j - 1] + cost)
                if i > 1, j > 1, a[i - 1] == b[j - 2], a[i - 2] == b[j - 1] {
                    current[j] = min(current[j], beforePrevious[j - 2] + 1)
                }
            }
        }
        return current[b.count]
    }
}
