extension LorenzCurve {
    /// The p from which on the curve is a Lorenz curve at its low end, `L' >= 0` and `L'' >= 0`; 0
    /// where it is one from the poorest on, nil where its coefficients leave no such p.
    ///
    /// Not on a grid but at the very place: `L'' >= 0` in closed form (``bendsUpFrom``), and where
    /// L' is below 0 there, the root of L' by halving, because L' rises from there on. With gamma
    /// below 1 the slope of a beta curve has no bound towards 0, so that it never holds for all:
    ///
    ///     L'(p) ~ 1 - theta gamma p^(gamma - 1),   p -> 0
    ///
    /// What is wrong at the other end is ``fault``.
    ///
    /// Reference: G. Datt, Computational tools for poverty measurement and analysis, IFPRI
    /// discussion paper 50 (1998), table 2.
    public var validFrom: Double? {
        guard let bend = bendsUpFrom, bend < 1 else { return nil }
        let place = place(ofSlope: 0, from: bend)
        return place < .leastNormalMagnitude ? 0 : place
    }

    /// What is wrong with the curve, or with its use for a line that is `ratio` times the mean; nil
    /// where it serves.
    ///
    /// It serves where the poor are: P0 lies above ``validFrom``, and those below, who have less
    /// than nothing, weigh so little that P2 is not above P1, which it is for no consumption of 0
    /// or more.
    public func fault(atLine ratio: Double) -> LorenzFault? {
        if let fault { return fault }
        guard let valid = validFrom, valid > 0 else { return nil }
        let poor = headcount(ratio)
        let refusal = LorenzFault.poorBelow(valid: valid, headcount: poor)
        guard poor > valid else { return refusal }
        let indices = indices(mean: 1, line: ratio)
        // A line far above all makes both 1 up to the rounding of the integral.
        return indices.severity <= indices.gap * (1 + 1e-9) ? nil : refusal
    }

    /// The least P0 that the curve serves for, see ``fault(atLine:)``: the further from the low
    /// end, the less it weighs, so halving finds it. Nil for a curve with a fault.
    public var leastHeadcount: Double? {
        guard fault == nil, let valid = validFrom else { return nil }
        guard valid > 0 else { return 0 }
        var (bad, good) = (valid, 1.0)
        while good - bad > 1e-9 * good {
            let middle = (bad + good) / 2
            if fault(atLine: slope(middle)) == nil { good = middle } else { bad = middle }
        }
        return good
    }

    /// The mean at which a share of people lives below a line, the distribution being as it is:
    /// `line / L'(P0)`, in the money of the line.
    ///
    /// Infinite or below 0 where the curve gives that share's richest nothing or less.
    public func mean(headcount: Double, line: Double) -> Double { line / slope(headcount) }
}
