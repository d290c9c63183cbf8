import Exploration
import Forecasting
import LinearAlgebra
import Sampling

/// What `forecast` asks: how the series of a file go on.
package struct ForecastQuestion: Sendable {
    package let table: SeriesTable
    /// The tree and how forecasts are made to add up along it; nil for series on their own.
    package let tree: (hierarchy: SeriesHierarchy, by: ReconciliationName)?
    package let method: MethodName
    /// How many steps are asked for.
    package let horizon: Int
    /// What no forecast and no end of an interval leaves; in a tree, no leaf.
    package let bounds: ClosedRange<Double>?
    /// The probability that an outcome lies inside an interval.
    package let level: Double
    /// The scale on which series are modelled; bounds have one of their own.
    package var scale = ScaleName.level
    /// Where intervals of series on their own come from.
    package var intervals = IntervalName.analytic
    /// Dates whose effects are estimated together with the model, which ARIMA alone takes.
    package var policies: [PolicyDate] = []
    /// Decides the samples from which intervals of a tree are taken.
    package let seed: UInt64

    package init(
        table: SeriesTable, tree: (hierarchy: SeriesHierarchy, by: ReconciliationName)?,
        method: MethodName, horizon: Int, bounds: ClosedRange<Double>?, level: Double, seed: UInt64
    ) {
        (self.table, self.tree, self.method) = (table, tree, method)
        (self.horizon, self.bounds, self.level, self.seed) = (horizon, bounds, level, seed)
    }

    /// The series that are continued: those of the tree where there is one.
    package var members: [SeriesTable.Member] { tree?.hierarchy.nodes ?? table.members }

    /// Fits every series and continues it.
    ///
    /// - Parameter threads: which change no bit.
    /// - Throws: ``ForecastFault`` of a tree with a series that cannot be fitted, or that cannot be
    ///   made to add up.
    package func answer(threads: Int) async throws -> ForecastResult {
        let members = members
        let leaf = tree?.hierarchy.hierarchy.structure.upperCount ?? 0
        var fits: [Result<any FittedSeries, FitFault>] = []
        try await OrderedChunks(count: members.count, concurrency: threads).run { place in
            // Upper nodes are sums, whose bounds are not those of their leaves.
            let method = method(for: members[place], in: place >= leaf ? bounds : nil)
            return Result { () throws(FitFault) in try method.fit(members[place].series) }
        } take: {
            fits.append($1)
        }
        var (fitted, refused) = ([ForecastResult.Fit](), [(SeriesTable.Member, FitFault)]())
        for (member, fit) in zip(members, fits) {
            switch fit {
            case .success(let fit): fitted.append((member, fit))
            case .failure(let fault): refused.append((member, fault))
            }
        }
        guard let tree else {
            let series = fitted.map { member, fit in
                SeriesForecast(
                    member, fit, fit.forecast(steps: horizon, level: level),
                    policies: shown(by: member), bounds: bounds)
            }
            return ForecastResult(question: self, series: series, refused: refused)
        }
        if let (member, fault) = refused.first { throw ForecastFault.node(member.name, fault) }
        let forecasts = try reconciled(fitted.map(\.fit), tree.hierarchy, tree.by)
        let series = zip(fitted, forecasts).map {
            SeriesForecast($0.member, $0.fit, $1, policies: shown(by: $0.member))
        }
        return ForecastResult(question: self, series: series, refused: [])
    }

    /// The policies whose effects a series shows.
    private func shown(by member: SeriesTable.Member) -> [PolicyDate] {
        policies.filter { $0.intervention(in: member) != nil }
    }

    private func method(
        for member: SeriesTable.Member, in bounds: ClosedRange<Double>?
    ) -> any ForecastMethod {
        method.method(
            in: bounds, isLogarithmic: scale == .log,
            interventions: policies.compactMap { $0.intervention(in: member) },
            conformal: intervals == .conformal ? (horizon, level) : nil)
    }

    /// How many samples intervals of a tree are taken from.
    private static let sampleCount = 1_000

    /// Forecasts that add up, with intervals from samples that add up one by one.
    ///
    /// The samples of a leaf are its method's paths, moved to the mean that adds up; those of one
    /// step are put in the order in which past residuals of the leaves stood together.
    private func reconciled(
        _ fits: [any FittedSeries], _ tree: SeriesHierarchy, _ name: ReconciliationName
    ) throws -> [Forecast] {
        let structure = tree.hierarchy.structure
        // What has a logarithm is above 0.
        let bounds = bounds ?? (scale == .log ? 0...(.infinity) : nil)
        let base = fits.map { $0.forecast(steps: horizon, level: level).mean }
        let residuals = tree.table(fits.map(\.residuals))
        let forecasts = Matrix(rows: horizon, columns: fits.count) { base[$1][$0] }
        let means: Matrix
        do {
            means = try name.reconciled(
                forecasts, of: tree, residuals: residuals, bounds: bounds)
        } catch {
            throw ForecastFault.tree(error)
        }
        let first = structure.upperCount
        let paths = fits[first...].enumerated().map { leaf, fit in
            fit.simulate(
                steps: horizon, paths: Self.sampleCount,
                stream: RandomStream(seed: seed, name: "forecast \(tree.nodes[first + leaf].name)"))
        }
        let complete = (0..<residuals.rows).filter { row in
            (first..<fits.count).allSatisfy { !residuals[row, $0].isNaN }
        }
        let template =
            complete.isEmpty
            ? Matrix(rows: 1, columns: structure.leafCount)
            : Matrix(rows: complete.count, columns: structure.leafCount) {
                residuals[complete[$0], first + $1]
            }
        var ends = (lower: means, upper: means)
        for step in 0..<horizon {
            let samples = Matrix(rows: Self.sampleCount, columns: structure.leafCount) {
                let moved =
                    paths[$1][$0, step] + means[step, first + $1] - base[first + $1][step]
                return bounds.map { min(max(moved, $0.lowerBound), $0.upperBound) } ?? moved
            }
            let coherent = structure.coherentSamples(
                samples, template: template,
                stream: RandomStream(seed: seed, name: "forecast order \(step)"))
            let quantiles = SummingStructure.quantiles(
                of: coherent, at: [(1 - level) / 2, (1 + level) / 2])
            for node in 0..<fits.count {
                ends.lower[step, node] = quantiles[0, node]
                ends.upper[step, node] = quantiles[1, node]
            }
        }
        return (0..<fits.count).map { node in
            Forecast(
                mean: Array(means.column(node)), lower: Array(ends.lower.column(node)),
                upper: Array(ends.upper.column(node)), level: level)
        }
    }
}

/// Why the series of a tree cannot be continued.
package enum ForecastFault: Error {
    /// A node that the method cannot be fitted to.
    case node(String, FitFault)
    case tree(HierarchyFault)
}
