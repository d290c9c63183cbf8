import Exploration
import Policy
import Sampling

/// A way to ask which inputs matter.
public enum SensingMethod: String, Sendable, CaseIterable {
    /// One input at a time, at its low and its high value.
    case tornado
    /// Elementary effects: which inputs matter at all.
    case morris
    /// Shares of the variance, alone and together.
    case sobol

    /// Base points or repetitions where nobody says how many; nil where none are drawn.
    public var standardSamples: Int? {
        switch self {
        case .tornado: nil
        case .morris: 50
        case .sobol: 1024
        }
    }
}

/// The runs that a method needs, as points of a model's inputs.
///
/// Morris and Sobol designs live in the unit cube; each coordinate becomes the quantile of its
/// input's distribution. Inputs count as independent, whatever correlations a file has.
///
///     let plan = try SensingPlan(.sobol, inputs, samples: 1024, seed: 7)
///     let runs = try await SensingRuns(plan, named: ["bill"], threads: 2, evaluate: model.results)
///     let answer = try runs.answer()
public struct SensingPlan: Sendable {
    /// What varies; a point has a number for each.
    public let inputs: [VariedInput]
    /// Which inputs are moved, how and how often.
    let design: Design
    /// Distribution of each input, by which unit points become values.
    private let distributions: [Distribution]

    enum Design: Sendable {
        case tornado(SensingBarPoints)
        /// Base points of the unit cube, each with one input moved at a time.
        case morris(MorrisDesign)
        /// Two samples of the unit cube and their mixtures.
        case sobol(SobolDesign)
    }

    /// The runs of a method for some inputs.
    ///
    /// The same inputs, samples and seed give the same points, whatever the threads and their
    /// order.
    ///
    /// - Parameters:
    ///   - samples: repetitions or base points; the standard number where nil.
    /// - Throws: ``SensitivityFault``, and what is wrong with a distribution.
    public init(
        _ method: SensingMethod, _ inputs: [VariedInput], samples: Int? = nil, seed: UInt64
    ) throws {
        self.inputs = inputs
        distributions = try inputs.map { try $0.distribution() }
        let names = inputs.map(\.name)
        let size = samples ?? method.standardSamples ?? 0
        design =
            switch method {
            case .tornado: .tornado(SensingBarPoints(inputs, distributions))
            case .morris: .morris(try MorrisDesign(names: names, repetitions: size, seed: seed))
            case .sobol: .sobol(try SobolDesign(names: names, base: size, seed: seed))
            }
    }

    /// Which method the design belongs to.
    public var method: SensingMethod {
        switch design {
        case .tornado: .tornado
        case .morris: .morris
        case .sobol: .sobol
        }
    }

    /// How many evaluations it takes.
    public var count: Int {
        switch design {
        case .tornado(let bars): bars.count
        case .morris(let design): design.count
        case .sobol(let design): design.count
        }
    }

    /// Base points or repetitions; nil for a tornado.
    public var samples: Int? {
        switch design {
        case .tornado: nil
        case .morris(let design): design.repetitions
        case .sobol(let design): design.base
        }
    }

    /// All that made the points, in one line of text.
    public var identity: String {
        switch design {
        case .tornado(let bars): bars.identity
        case .morris(let design): design.identity
        case .sobol(let design): design.identity
        }
    }

    /// The point of a run: a number for each input.
    ///
    /// Made anew each time from the number of the run: a design of a million points takes no room.
    public func point(_ run: Int) -> [Double] {
        switch design {
        case .tornado(let bars): bars.point(run)
        case .morris(let design): values(design.unitRow(run))
        case .sobol(let design): values(design.unitRow(run))
        }
    }

    /// The quantiles of a point of the unit cube.
    ///
    /// A design never asks for 0 or 1, where a quantile may be infinite.
    private func values(_ places: [Double]) -> [Double] {
        inputs.indices.map { inputs[$0].number(at: places[$0], of: distributions[$0]) }
    }
}
