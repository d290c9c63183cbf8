import Quantities

/// The statutory tariff and its rules as dated parameters: every number with its months, its legal
/// reference, its source and how well it is known.
///
/// Paths are dotted and go from the general to the particular: `pu.jkk.rate.1`, `bpu.bands`,
/// `jkm.scholarship.tertiary`, `overlay.pp-50-2025.factor`. A path may be the beginning of another.
/// A tree never changes; ``overriding(_:from:until:change:provenance:)`` makes another one.
///
///     try law.rupiah("bpu.jkm.amount", at: Month(2026, 1))   // Rp 6,800
public struct LawTree: Sendable {
    /// In order of path, those of the overlays included.
    public let parameters: [LawParameter]
    /// Temporary rules, in order of name.
    public let overlays: [LawOverlay]
    private let index: [String: Int]

    /// A tree of parameters and overlays; the parameters of the overlays are added.
    ///
    /// - Throws: ``LawFault/duplicatePath(_:)``.
    public init(parameters: [LawParameter], overlays: [LawOverlay] = []) throws(LawFault) {
        let all = (parameters + overlays.flatMap(\.parameters)).sorted { $0.path < $1.path }
        for (left, right) in zip(all, all.dropFirst()) where left.path == right.path {
            throw .duplicatePath(left.path)
        }
        self.init(sorted: all, overlays: overlays.sorted { $0.id < $1.id })
    }

    /// A tree from parameters in order of path, no two of one path.
    private init(sorted parameters: [LawParameter], overlays: [LawOverlay]) {
        self.parameters = parameters
        self.overlays = overlays
        index = Dictionary(
            parameters.enumerated().map { ($1.path, $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Every path, sorted: what a message about an unknown one chooses its hint from.
    public var paths: [String] { parameters.map(\.path) }

    /// The unit of each path: what a number that a scenario writes must be in.
    public var units: [String: Unit] {
        Dictionary(parameters.map { ($0.path, $0.unit) }, uniquingKeysWith: { first, _ in first })
    }

    /// The parameter at a path.
    ///
    /// - Throws: ``LawFault/unknownPath(_:)``.
    public func parameter(_ path: String) throws(LawFault) -> LawParameter {
        guard let position = index[path] else { throw .unknownPath(path) }
        return parameters[position]
    }

    /// The value at a path in a month, with what it rests on.
    ///
    /// - Throws: ``LawFault/unknownPath(_:)``, ``LawFault/noValue(path:month:first:)``.
    public func value(_ path: String, at month: Month) throws(LawFault) -> DatedLaw {
        let parameter = try parameter(path)
        guard let value = parameter.value(at: month) else {
            throw .noValue(path: path, month: month, first: parameter.first)
        }
        return value
    }

    /// The number at a path in a month.
    ///
    /// - Throws: as ``value(_:at:)``, and ``LawFault/wrongKind(path:expected:found:)``.
    public func decimal(_ path: String, at month: Month) throws(LawFault) -> ExactDecimal {
        try value(path, at: month).decimal
    }

    /// The amount at a path in a month, to whole rupiah.
    ///
    /// - Throws: as ``decimal(_:at:)``.
    public func rupiah(_ path: String, at month: Month) throws(LawFault) -> Rupiah {
        try value(path, at: month).rupiah
    }

    func replacing(_ parameter: LawParameter) -> LawTree {
        var changed = parameters
        if let position = index[parameter.path] { changed[position] = parameter }
        return LawTree(sorted: changed, overlays: overlays)
    }
}

extension DatedLaw {
    /// The number.
    ///
    /// - Throws: ``LawFault/wrongKind(path:expected:found:)`` where the value is none.
    public var decimal: ExactDecimal {
        get throws(LawFault) {
            guard case .decimal(let number) = value else { throw mismatch(.decimal) }
            return number
        }
    }

    /// The number as money, to the nearest whole rupiah.
    ///
    /// - Throws: ``LawFault/wrongKind(path:expected:found:)`` where the value is no number.
    public var rupiah: Rupiah {
        get throws(LawFault) { try decimal.times(Rupiah(1)) }
    }

    /// The rates by bracket.
    ///
    /// - Throws: ``LawFault/wrongKind(path:expected:found:)`` where the value is no scale.
    public var scale: MarginalScale {
        get throws(LawFault) {
            guard case .scale(let scale) = value else { throw mismatch(.scale) }
            return scale
        }
    }

    /// The bands of income.
    ///
    /// - Throws: ``LawFault/wrongKind(path:expected:found:)`` where the value is no such table.
    public var brackets: LawBrackets {
        get throws(LawFault) {
            guard case .brackets(let table) = value else { throw mismatch(.brackets) }
            return table
        }
    }

    /// The word.
    ///
    /// - Throws: ``LawFault/wrongKind(path:expected:found:)`` where the value is none.
    public var text: String {
        get throws(LawFault) {
            guard case .text(let word) = value else { throw mismatch(.text) }
            return word
        }
    }

    /// The fault of asking for one kind of value where the law has another.
    private func mismatch(_ expected: LawValue.Kind) -> LawFault {
        .wrongKind(path: path, expected: expected, found: value.kind)
    }
}
