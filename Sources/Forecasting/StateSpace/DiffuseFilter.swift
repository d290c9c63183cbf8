internal import RealModule

/// The Kalman filter of a structural model that starts knowing nothing: its states are diffuse,
/// exactly, by carrying the part of their covariance that is infinite beside the finite part.
///
/// Reference: J. Durbin and S. J. Koopman, Time Series Analysis by State Space Methods, 2nd ed.
/// 2012, section 5.2, doi:10.1093/acprof:oso/9780199641178.001.0001.
struct DiffuseFilter {
    var system: StructuralSystem
    /// Expected states before the step, their finite and their infinite covariance.
    private(set) var state: [Double]
    private(set) var finite: [Double]
    private(set) var infinite: [Double]
    /// The rank of the infinite part that is left.
    private(set) var diffuse: Int

    /// `sum v^2 / F`, `sum log F` and the number of steps that entered them.
    private(set) var squares = 0.0
    private(set) var logVariances = 0.0
    private(set) var counted = 0

    private var gain: [Double]
    private var infiniteGain: [Double]

    /// What one step saw.
    struct Step {
        /// Observation less expectation; NaN where it is missing.
        var innovation: Double
        /// The variance of the innovation, its finite part and the factor of infinity.
        var finite: Double
        var infinite: Double
    }

    init(_ system: StructuralSystem) {
        self.system = system
        let order = system.order
        state = [Double](repeating: 0, count: order)
        finite = [Double](repeating: 0, count: order * order)
        infinite = finite
        for k in 0..<order { infinite[k + k * order] = 1 }
        gain = state
        infiniteGain = state
        diffuse = order
    }

    /// The expectation of the next observation.
    var expectation: Double { system.observe(state) }

    /// The standard deviation of the next observation, once the start is no longer diffuse.
    var deviation: Double {
        var column = [Double](repeating: 0, count: system.order)
        system.observeCovariance(finite, into: &column)
        return (system.observe(column) + system.irregular).squareRoot()
    }

    /// Learns an observation, NaN for none, and moves to the next step.
    mutating func take(_ observation: Double) -> Step {
        let step = learn(observation)
        predict()
        return step
    }

    /// The step's innovation and variances, with the state brought up to date by it.
    private mutating func learn(_ observation: Double) -> Step {
        let order = system.order
        system.observeCovariance(finite, into: &gain)
        var step = Step(
            innovation: observation - expectation, finite: 0, infinite: 0)
        step.finite = system.observe(gain) + system.irregular
        if diffuse > 0 {
            system.observeCovariance(infinite, into: &infiniteGain)
            step.infinite = system.observe(infiniteGain)
            if step.infinite < 1e-9 { step.infinite = 0 }
        }
        if step.innovation.isNaN { return step }
        if step.infinite > 0 {
            learnDiffuse(step)
            return step
        }
        guard step.finite > 0 else { return step }
        let scale = 1 / step.finite
        squares += step.innovation * step.innovation * scale
        logVariances += .log(step.finite)
        counted += 1
        for column in 0..<order {
            let factor = gain[column] * scale
            state[column] += factor * step.innovation
            for row in 0..<order { finite[row + column * order] -= factor * gain[row] }
        }
        return step
    }

    private mutating func learnDiffuse(_ step: Step) {
        let order = system.order
        let scale = 1 / step.infinite
        let ratio = step.finite * scale * scale
        for column in 0..<order {
            let (m, w) = (gain[column], infiniteGain[column])
            state[column] += w * scale * step.innovation
            for row in 0..<order {
                let place = row + column * order
                finite[place] +=
                    infiniteGain[row] * w * ratio - (gain[row] * w + infiniteGain[row] * m) * scale
                infinite[place] -= infiniteGain[row] * w * scale
            }
        }
        logVariances += .log(step.infinite)
        diffuse -= 1
        if diffuse == 0 {
            for place in infinite.indices { infinite[place] = 0 }
        }
    }

    private mutating func predict() {
        system.advance(&state, stride: 1)
        system.advanceCovariance(&finite)
        if diffuse > 0 { system.advanceCovariance(&infinite) }
        system.addNoise(&finite)
    }

    /// The variance, relative to the system's, that makes what was seen most likely.
    var scale: Double { squares / Double(counted) }

    /// Twice the negative logarithm of the likelihood at the best scale, which the floor keeps
    /// above 0; the first observations, which end the diffuse start, count by `log F` alone.
    func deviance(floor: Double) -> Double {
        let scale = max(squares / Double(counted), floor)
        return Double(counted) * (.log(2 * .pi * scale) + squares / (Double(counted) * scale))
            + logVariances
    }
}
