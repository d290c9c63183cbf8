internal import RealModule

/// How much consumption must grow for the P0 of a grouped table to come down to a target, if the
/// distribution stays as it is.
///
/// Everybody's consumption grows alike, so the Lorenz curve stays, and so does the line:
///
///     L'(P0*) mean* = z,   growth = mean* / mean - 1 = z / (mean L'(P0*)) - 1
///     per year = (1 + growth)^(1 / years) - 1
///
/// Reference: N. Kakwani, Poverty and economic growth, LSMS working paper 63, World Bank (1990);
/// the curves' slopes: G. Datt, IFPRI discussion paper 50 (1998).
public struct GroupedTarget: Sendable {
    /// A Lorenz curve that serves for the line as it is.
    public let curve: any LorenzCurve
    /// Consumption per head and the poverty line in the same money, both above 0.
    public let mean, line: Double
    /// P0 that is wanted, above 0 and below 1.
    public let headcount: Double
    /// Over how many years, above 0; nil asks for the growth as a whole.
    public let years: Int?

    /// What is asked of a curve.
    public init(
        _ curve: any LorenzCurve, mean: Double, line: Double, headcount: Double, years: Int?
    ) {
        self.curve = curve
        self.mean = mean
        self.line = line
        self.headcount = headcount
        self.years = years
    }

    /// P0 as it is.
    public var now: Double { curve.headcount(line / mean) }

    /// Why the curve does not serve for the target, too near its low end; nil where it does.
    public var fault: LorenzFault? { curve.fault(atLine: curve.slope(headcount)) }

    /// The mean at which the target is met; below the mean as it is where the target is above P0.
    public var neededMean: Double { curve.mean(headcount: headcount, line: line) }

    /// Growth of the mean as a whole, a share; below 0 where the target is above P0.
    public var growth: Double { neededMean / mean - 1 }

    /// Growth per year, a share; nil where no years are asked for.
    public var yearlyGrowth: Double? {
        years.map { .exp(.log(neededMean / mean) / Double($0)) - 1 }
    }

    /// The growth that is needed: per year, up to ``PovertyTarget/limit``, where years are asked
    /// for, else as a whole, which has no limit.
    public var answer: PovertyTarget.Answer {
        guard now > headcount else { return .alreadyMet }
        guard let years, let yearlyGrowth else { return .needs(growth) }
        guard yearlyGrowth > PovertyTarget.limit else { return .needs(yearlyGrowth) }
        let most = mean * .pow(1 + PovertyTarget.limit, years)
        return .notReachable(at: PovertyTarget.limit, best: curve.headcount(line / most))
    }
}
