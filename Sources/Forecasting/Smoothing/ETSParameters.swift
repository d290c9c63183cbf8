/// The smoothing parameters and the states before the first observation.
public struct ETSParameters: Sendable, Equatable {
    /// The share of an error that the level takes, in (0, 1).
    public var alpha: Double
    /// The share of an error that the trend takes, below `alpha`; 0 without a trend.
    public var beta: Double
    /// The share of an error that the season takes, below `1 - alpha`; 0 without a season.
    public var gamma: Double
    /// What a step leaves of the trend; 1 unless it is damped.
    public var phi: Double
    /// The level before the first step.
    public var level: Double
    /// The trend before the first step; 0 without one.
    public var slope: Double
    /// The season of the first steps, one for each step of a period; empty without one.
    public var season: [Double]
}

extension ETSParameters {
    static let usual: ClosedRange<Double> = 1e-4...0.9999
    static let damping: ClosedRange<Double> = 0.8...0.98

    /// The parameters in the order in which R's search lays them out: smoothing parameters, level,
    /// slope, season of the steps m, m - 1, ..., 2; that of step 1 follows from their sum.
    func vector(_ form: ETSForm) -> [Double] {
        var vector = [alpha]
        if form.trend != .none { vector.append(beta) }
        if form.season != .none { vector.append(gamma) }
        if form.trend == .damped { vector.append(phi) }
        vector.append(level)
        if form.trend != .none { vector.append(slope) }
        return vector + season.dropFirst().reversed()
    }

    init(_ form: ETSForm, vector: some Collection<Double>) {
        var rest = vector.makeIterator()
        func next() -> Double { rest.next() ?? 0 }
        alpha = next()
        beta = form.trend == .none ? 0 : next()
        gamma = form.season == .none ? 0 : next()
        phi = form.trend == .damped ? next() : 1
        level = next()
        slope = form.trend == .none ? 0 : next()
        season = []
        guard form.season != .none else { return }
        let others = Array(IteratorSequence(rest))
        let whole = form.season == .multiplicative ? Double(others.count + 1) : 0
        season = [whole - others.reduce(0, +)] + others.reversed()
    }

    /// Whether the parameters are both in the usual ranges and such that old observations are
    /// forgotten.
    func areAdmissible(_ form: ETSForm, period: Int) -> Bool {
        guard Self.usual.contains(alpha) else { return false }
        if form.trend != .none && !(1e-4...alpha).contains(beta) { return false }
        if form.trend == .damped && !Self.damping.contains(phi) { return false }
        guard form.season != .none else { return true }
        // The sum of both may exceed one by rounding alone.
        guard gamma >= 1e-4, gamma <= 1 - alpha, gamma <= 0.9999 else { return false }
        return CharacteristicEquation.isStable(self, period: period)
    }
}
