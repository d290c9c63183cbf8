/// Both forms fitted to a grouped table, and the better one.
///
/// A form that is no Lorenz curve is never chosen; of two that are, the one with the smaller sum of
/// squared errors of L up to the first group beyond the poor, as the World Bank's tools choose.
public struct LorenzFit: Sendable {
    /// A form with what is wrong with it.
    public struct Candidate: Sendable {
        /// Which form.
        public let form: Form
        /// The curve; nil where the rows leave it open.
        public let curve: (any LorenzCurve)?
        /// Nil for a Lorenz curve.
        public let fault: LorenzFault?
        /// Sum of squared errors up to the first group beyond the poor; NaN without a curve.
        public let squaredErrors: Double
    }

    /// The forms that are tried.
    public enum Form: String, Sendable, CaseIterable {
        /// ``QuadraticLorenz`` and ``BetaLorenz``.
        case quadratic, beta
    }

    /// Neither form is a Lorenz curve; what is wrong with each, in the order of ``Form``.
    public struct Fault: Error, Sendable, Hashable {
        /// By form.
        public let faults: [LorenzFault]
    }

    /// In the order of ``Form``.
    public let candidates: [Candidate]
    /// The better one's form and curve.
    public let form: Form
    /// A Lorenz curve.
    public let curve: any LorenzCurve

    /// Fits both forms.
    ///
    /// - Parameters:
    ///   - mean: consumption per head.
    ///   - line: in the same money.
    /// - Throws: ``Fault`` where neither is a Lorenz curve.
    public init(_ shares: GroupedShares, mean: Double, line: Double) throws(Fault) {
        let candidates = Form.allCases.map { Self.candidate($0, shares, line / mean) }
        let sound = candidates.filter { $0.fault == nil }
        guard let best = sound.min(by: { $0.squaredErrors < $1.squaredErrors }),
            let curve = best.curve
        else { throw Fault(faults: candidates.compactMap(\.fault)) }
        self.candidates = candidates
        (form, self.curve) = (best.form, curve)
    }

    private static func candidate(
        _ form: Form, _ shares: GroupedShares, _ ratio: Double
    ) -> Candidate {
        do throws(LorenzFault) {
            let curve: any LorenzCurve =
                switch form {
                case .quadratic: try QuadraticLorenz(shares)
                case .beta: try BetaLorenz(shares)
                }
            return Candidate(
                form: form, curve: curve, fault: curve.fault,
                squaredErrors: squaredErrors(curve, shares, ratio))
        } catch {
            return Candidate(form: form, curve: nil, fault: error, squaredErrors: .nan)
        }
    }

    /// Over the groups of the poor and the one after them.
    private static func squaredErrors(
        _ curve: any LorenzCurve, _ shares: GroupedShares, _ ratio: Double
    ) -> Double {
        let poor = curve.headcount(ratio)
        let groups = (shares.people.firstIndex { $0 >= poor } ?? shares.people.count - 1) + 1
        return zip(shares.people, shares.consumption).dropLast().prefix(groups).reduce(0) {
            let error = $1.1 - curve.share($1.0)
            return $0 + error * error
        }
    }
}
