import Quantities

/// What reaching people of a segment costs beyond their contributions: the more are reached, the
/// dearer is the next one.
///
///     outreach(n) = sum over pieces of cost x persons of the piece     by region and year
///
/// Pieces get dearer, so that the cost is convex in the persons and what money reaches is concave:
/// the programme stays linear, and fills cheaper pieces first of itself. Nobody is reached beyond
/// the last piece.
public struct AllocationOutreach: Sendable, Equatable {
    /// Persons who cost the same to reach, up to an end.
    public struct Piece: Sendable, Equatable {
        /// Where it ends: a share of the eligible of a region and year, or persons there.
        package let upTo: Double
        /// Whole rupiah for each person of the piece and year.
        package let cost: Double

        public init(upTo: Double, cost: Double) {
            (self.upTo, self.cost) = (upTo, cost)
        }
    }

    /// Whether pieces end at shares of the eligible; else at persons.
    package let isShare: Bool
    /// In order; ends rise, and costs do not fall.
    package let pieces: [Piece]

    public init(isShare: Bool, pieces: [Piece]) {
        (self.isShare, self.pieces) = (isShare, pieces)
    }

    /// Outreach that tires as ``Saturation`` says, in pieces that address equally many.
    ///
    ///     y_k    = Saturation.reached(k / count)      the share reached once k pieces are done
    ///     cost_k = cost / count / (y_k - y_(k-1))     rupiah for each person reached
    ///
    /// Each person addressed costs `cost`. Pieces are chords of the curve, right at their ends and
    /// a little too dear between them, and stop where everybody was addressed once or a piece would
    /// reach less than a millionth.
    ///
    /// - Parameters:
    ///   - cost: rupiah for each person who is addressed.
    ///   - most: the share that can be reached at all, above 0.
    ///   - count: how many pieces.
    public init(cost: Double, saturation most: Double, pieces count: Int = Self.usualPieces) {
        let ends = (0...count).map {
            Saturation.reached(Double($0) / Double(count), most: most)
        }
        self.init(
            isShare: true,
            pieces: zip(ends, ends.dropFirst()).filter { $1 - $0 > 1e-6 }.map { start, end in
                Piece(upTo: end, cost: (cost / Double(count) / (end - start)).rounded())
            })
    }

    /// What this many reach is within 0.2 % of what a thousand do for a saturation from 60 % on,
    /// within 0.6 % from 30 % on, while addressing costs up to one and a half contributions.
    public static let usualPieces = 20

    /// Whole persons of each piece among the eligible of a region and year.
    package func widths(of eligible: Double) -> [Double] {
        var before = 0.0
        return pieces.map { piece in
            let end = isShare ? piece.upTo * eligible : piece.upTo
            let whole = max(before, min(end, eligible).settled.rounded(.down))
            defer { before = whole }
            return whole - before
        }
    }

    /// Rupiah for some persons of a region and year, cheapest pieces first; not a number beyond the
    /// last piece.
    package func cost(of persons: Double, eligible: Double) -> Double {
        var (left, cost) = (persons, 0.0)
        for (piece, width) in zip(pieces, widths(of: eligible)) {
            cost += min(left, width) * piece.cost
            left -= min(left, width)
        }
        return left > 0 ? .nan : cost
    }
}

extension AllocationProblem {
    /// Whole persons of each piece of a cell; one piece of everybody where outreach costs nothing.
    package func widths(of cell: Int) -> [Double] {
        let eligible = data.eligible[cell]
        return outreach[data.parts(of: cell).segment]?.widths(of: eligible) ?? [eligible]
    }
}

extension AllocationProgramme {
    /// Nobody is reached in a piece who is not in it: `sum over purses of x <= width`.
    mutating func addOutreach() {
        for cell in byCell.indices where !byCell[cell].isEmpty {
            let (year, region, segment) = problem.data.parts(of: cell)
            guard problem.outreach[segment] != nil else { continue }
            for (piece, width) in problem.widths(of: cell).enumerated() {
                let options = byCell[cell].filter { problem.options[$0].piece == piece }
                guard !options.isEmpty else { continue }
                add(
                    options.map { (variable($0), 1) }, upper: width,
                    AllocationLimit(
                        .outreach(piece), year: year, region: region, segment: segment))
            }
        }
    }
}
