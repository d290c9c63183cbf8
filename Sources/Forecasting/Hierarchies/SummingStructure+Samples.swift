public import LinearAlgebra
public import Sampling

extension SummingStructure {
    /// Samples of all nodes of one step that add up sample by sample, from samples of the leaves.
    ///
    /// Each leaf keeps its own values, and so its own distribution; their order is changed so that
    /// leaves rank together as they did in the template: the rows of a table of past residuals, or
    /// of observations of the same season. Sample k follows row k modulo the rows; the stream
    /// decides among equal ranks.
    ///
    /// References: M. Clark et al., The Schaake shuffle, J. Hydrometeorology 5 (2004),
    /// doi:10.1175/1525-7541(2004)005<0243:TSSAMF>2.0.CO;2; S. Ben Taieb, J. Taylor and R. Hyndman,
    /// Hierarchical probabilistic forecasting, JASA 116 (2021), doi:10.1080/01621459.2020.1736081.
    ///
    /// - Parameters:
    ///   - samples: a row for each sample, a column for each leaf.
    ///   - template: at least one row, a column for each leaf.
    /// - Returns: a row for each sample, a column for each node.
    public func coherentSamples(
        _ samples: Matrix, template: Matrix, stream: RandomStream
    ) -> Matrix {
        precondition(samples.columns == leafCount && template.columns == leafCount, "other leaves")
        precondition(template.rows > 0, "a template without rows")
        var ordered = samples
        for leaf in 0..<leafCount {
            let places = stream.order(
                of: samples.rows, as: (0..<template.rows).map { template[$0, leaf] }, item: leaf)
            for (place, value) in zip(places, samples.column(leaf).sorted()) {
                ordered[place, leaf] = value
            }
        }
        return summed(ordered)
    }

    /// Quantiles of each node over samples that add up: a row for each probability in [0, 1].
    ///
    /// Between samples by lines, the least at 0 and the largest at 1. The samples add up, their
    /// quantiles do not: a total's is nearer to its mean than the sum of its parts' is.
    public static func quantiles(of samples: Matrix, at probabilities: [Double]) -> Matrix {
        precondition(samples.rows > 0, "quantiles of no samples")
        var result = Matrix(rows: probabilities.count, columns: samples.columns)
        for node in 0..<samples.columns {
            let values = samples.column(node).sorted()
            for (row, probability) in probabilities.enumerated() {
                let place = probability * Double(values.count - 1)
                let below = min(Int(place), values.count - 1)
                let next = min(below + 1, values.count - 1)
                result[row, node] =
                    values[below] + (place - Double(below)) * (values[next] - values[below])
            }
        }
        return result
    }
}

extension RandomStream {
    /// The places of samples from the least to the largest, where sample k ranks as value k modulo
    /// their number does; `item` of the stream decides among equal ranks.
    package func order(of count: Int, as values: [Double], item: Int = 0) -> [Int] {
        (0..<count).map { (values[$0 % values.count], uniform($0, item), $0) }
            .sorted { $0 < $1 }.map(\.2)
    }
}
