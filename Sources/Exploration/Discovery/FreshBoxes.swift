import Sampling

/// How boxes do on points that they were not found from.
///
/// The points are cut into parts by chance; each part judges the boxes that all the others give.
/// Coverage and density in the search's own points are too good: the limits were set to fit them.
/// Those of parts are a little too bad, since nine tenths of the points find less than all.
///
/// Reference: M. Stone, Cross-validatory choice and assessment of statistical predictions, Journal
/// of the Royal Statistical Society B 36 (1974), doi:10.1111/j.2517-6161.1974.tb00994.x.
public struct FreshBoxes: Sendable, Equatable {
    /// One box of the search, over all parts.
    public struct Tally: Sendable, Equatable {
        /// Points that lay in the box which the other parts gave.
        public fileprivate(set) var points = 0
        /// How many of them are of interest.
        public fileprivate(set) var cases = 0
        /// Points of interest in all parts.
        public let allCases: Int

        /// The share of all points of interest that lay in the box.
        public var coverage: Double { Double(cases) / Double(max(1, allCases)) }
        /// The share of the points in the box that are of interest; NaN where none lay in it.
        public var density: Double { Double(cases) / Double(points) }
    }

    /// Into how many parts the points were cut.
    public static let parts = 10
    /// So many points of interest must be there for a box to be tested.
    public static let leastCases = 25

    /// By box, in the order of finding; as many as the search on all points found.
    public let boxes: [Tally]
}

/// Whether boxes could be tested, or how many points would do.
public enum FreshTest: Sendable, Equatable {
    case tested(FreshBoxes)
    /// Fewer points of interest than ``FreshBoxes/leastCases``: so many points would hold enough.
    case tooFewCases(Int, pointsNeeded: Int)
}

extension PrimPoints {
    /// Tests the boxes of a search on fresh points.
    ///
    /// - Parameters:
    ///   - density: as for ``find(density:boxes:)``.
    ///   - boxes: how many were found on all points.
    /// - Complexity: ten searches, each on nine tenths of the points.
    public func freshTest(density: Double, boxes: Int) throws(PrimFault) -> FreshTest {
        guard caseCount >= FreshBoxes.leastCases else {
            let needed = Double(count) * Double(FreshBoxes.leastCases) / Double(caseCount)
            return .tooFewCases(caseCount, pointsNeeded: Int(needed.rounded(.up)))
        }
        let stream = RandomStream(seed: 1, name: "fresh boxes")
        let part = sources.map { Int(stream.bits($0) % UInt64(FreshBoxes.parts)) }
        var tallies = (0..<boxes).map { _ in FreshBoxes.Tally(allCases: caseCount) }
        for own in 0..<FreshBoxes.parts {
            let others = part.indices.filter { part[$0] != own }
            // A part may hold all points of interest where these are few and lie together.
            guard others.contains(where: { isCase[$0] }), others.contains(where: { !isCase[$0] })
            else { continue }
            let found = try taking(others).find(density: density, boxes: boxes)
            var isLeft = part.map { $0 == own }
            for (number, step) in found.boxes.enumerated() {
                for point in points(in: step.box) where isLeft[point] {
                    tallies[number].points += 1
                    tallies[number].cases += isCase[point] ? 1 : 0
                    isLeft[point] = false
                }
            }
        }
        return .tested(FreshBoxes(boxes: tallies))
    }

    /// Some of the points, in the order given.
    private func taking(_ chosen: [Int]) throws(PrimFault) -> PrimPoints {
        try PrimPoints(
            inputs.map { input in
                switch input.values {
                case .numbers(let values):
                    PrimInput(input.name, .numbers(chosen.map { values[$0] }))
                case .categories(let labels):
                    PrimInput(input.name, .categories(chosen.map { labels[$0] }))
                }
            }, isCase: chosen.map { isCase[$0] }, sources: chosen.map { sources[$0] })
    }
}
