import Yams

/// What the aliases of a text come to, before they are worked out.
///
/// An alias stands for a whole value, and a value with aliases for many: a few lines can name
/// billions of values, or nest them deeper than any program follows. So the text is first read with
/// every alias as a word, and what each would come to is counted.
///
///     a: &a [x, x]
///     b: &b [*a, *a]      # 7 values, 2 deep
enum YAMLAliases {
    /// Why a text is not read.
    enum Fault: Equatable {
        case tooLarge
        case inKey(line: Int, column: Int)
    }

    private struct Extent {
        var count = 1
        /// Levels below it.
        var depth = 0
    }

    private static let deepest = 200
    /// Stands for `*` before an alias: a character that no text has.
    private static let mark: Character = "\u{F8FF}"

    /// - Throws: the parser's error.
    static func fault(in text: String, limit: Int) throws -> Fault? {
        guard text.contains("*"), text.contains("&"),
            let root = try Yams.compose(yaml: text.replacing("*", with: String(mark)))
        else { return nil }
        var survey = Survey()
        let whole = survey.extent(of: root, isKey: false)
        if let place = survey.aliasInKey { return .inKey(line: place.line, column: place.column) }
        return whole.count > limit || whole.depth > deepest ? .tooLarge : nil
    }

    private struct Survey {
        private var anchors: [String: Extent] = [:]
        /// The first alias in a key.
        private(set) var aliasInKey: Mark?

        /// What a value comes to; counts stop growing where they would not fit.
        mutating func extent(of node: Node, isKey: Bool) -> Extent {
            var extent = Extent()
            switch node {
            case .scalar(let scalar):
                guard scalar.style == .plain, scalar.string.first == mark else { break }
                if isKey, aliasInKey == nil { aliasInKey = scalar.mark }
                extent = anchors[String(scalar.string.dropFirst())] ?? extent
            case .sequence(let sequence):
                for item in sequence { add(self.extent(of: item, isKey: isKey), to: &extent) }
            case .mapping(let mapping):
                for pair in mapping {
                    add(self.extent(of: pair.key, isKey: true), to: &extent)
                    add(self.extent(of: pair.value, isKey: isKey), to: &extent)
                }
            case .alias: break
            }
            if let anchor = node.anchor { anchors[anchor.rawValue] = extent }
            return extent
        }

        private func add(_ inner: Extent, to outer: inout Extent) {
            outer.count = Swift.min(outer.count + inner.count, Int.max / 4)
            outer.depth = max(outer.depth, inner.depth + 1)
        }
    }
}
