/// One box on the way of a search, with what it holds.
public struct PrimStep: Sendable, Equatable {
    /// Its limits; none for the first step.
    public let box: Box
    /// How many points lie in it, of those that no earlier box holds.
    public let points: Int
    /// How many of them are of interest.
    public let cases: Int
    /// The share of all points of interest that it holds.
    public let coverage: Double
    /// The share of its points that are of interest.
    public let density: Double
    /// The share of all points that it holds.
    public let mass: Double
    /// By limit of the box: whether it may be luck.
    public let significance: [BoxSignificance]
}

extension PrimSearch {
    func step() -> PrimStep {
        PrimStep(
            box: box, points: tally.points, cases: tally.cases,
            coverage: Double(tally.cases) / Double(data.caseCount), density: tally.density,
            mass: Double(tally.points) / Double(data.count), significance: significance())
    }

    /// The limits of the restricted inputs, in the order of the inputs.
    private var box: Box {
        var limits: [(input: Int, allowed: BoxLimit.Allowed)] = []
        for (column, state) in zip(data.numbers, numbers) where state.isRestricted {
            let lower = state.lower > -.infinity ? state.lower : nil
            let upper = state.upper < .infinity ? state.upper : nil
            limits.append((column.input, .range(lower: lower, upper: upper)))
        }
        for (column, state) in zip(data.categories, categories) where state.isRestricted {
            let labels = zip(column.labels, state.isAllowed).filter(\.1).map(\.0)
            limits.append((column.input, .categories(labels)))
        }
        return Box(
            limits.sorted { $0.input < $1.input }.map {
                BoxLimit(input: data.inputs[$0.input].name, allowed: $0.allowed)
            })
    }

    /// The quasi-p-values of the limits, in the order of the inputs.
    private func significance() -> [BoxSignificance] {
        var found: [(input: Int, value: BoxSignificance)] = []
        for (column, state) in zip(data.numbers, numbers) where state.isRestricted {
            let below = outsideAlone(state.order[..<state.low])
            let above = outsideAlone(state.order[state.high...])
            found.append(
                (
                    column.input,
                    BoxSignificance(
                        input: data.inputs[column.input].name, whole: quasiP(below, above),
                        lower: state.lower > -.infinity ? quasiP(below) : nil,
                        upper: state.upper < .infinity ? quasiP(above) : nil)
                ))
        }
        for (column, state) in zip(data.categories, categories) where state.isRestricted {
            let others = outsideAlone(
                remaining.lazy.filter { !state.isAllowed[Int(column.codes[Int($0)])] })
            found.append(
                (
                    column.input,
                    BoxSignificance(
                        input: data.inputs[column.input].name, whole: quasiP(others), lower: nil,
                        upper: nil)
                ))
        }
        return found.sorted { $0.input < $1.input }.map(\.value)
    }

    /// How many of some points beyond a limit nothing but that limit keeps outside.
    private func outsideAlone(_ points: some Sequence<Int32>) -> PrimTally {
        var tally = PrimTally(points: 0, cases: 0)
        for point in points where violations[Int(point)] == 1 {
            tally.points += 1
            tally.cases += data.isCase[Int(point)] ? 1 : 0
        }
        return tally
    }

    private func quasiP(_ outside: PrimTally...) -> Double {
        let wider = outside.reduce(tally) {
            PrimTally(points: $0.points + $1.points, cases: $0.cases + $1.cases)
        }
        return BoxBinomial.upperTail(
            atLeast: tally.cases, of: tally.points, chance: wider.density)
    }
}
