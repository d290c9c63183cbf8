/// The equation whose roots say how fast a seasonal smoothing model forgets.
///
///     z^(m+1) + (a + b - p) z^m + (a + b - a p) (z^(m-1) + ... + z^2)
///         + (a + b - a p + g - 1) z + p (1 - a - g) = 0
///
/// with alpha a, beta b, gamma g, phi p. The model forgets where no root lies outside the unit
/// circle, which the recursion of Schur and Cohn decides without finding one.
///
/// Reference: Hyndman, Koehler, Ord and Snyder (2008), section 10.2, doi:10.1007/978-3-540-71918-2.
enum CharacteristicEquation {
    static func isStable(_ parameters: ETSParameters, period: Int) -> Bool {
        let (a, b, g, p) = (
            parameters.alpha, parameters.beta, parameters.gamma, parameters.phi
        )
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: 2 * (period + 2)) { space in
            let middle = a + b - a * p
            var degree = period + 1
            space[0] = 1
            space[1] = a + b - p
            for power in stride(from: 2, to: period, by: 1) { space[power] = middle }
            space[period] = period > 1 ? middle + g - 1 : space[1]
            space[period + 1] = p * (1 - a - g)
            if b == 0 && p == 1 {
                // One is a root of every model without trend: divide it out.
                for power in 1...period { space[power] += space[power - 1] }
                degree = period
            }
            return areInside(space, degree: degree, half: period + 2)
        }
    }

    private static func areInside(
        _ space: UnsafeMutableBufferPointer<Double>, degree: Int, half: Int
    ) -> Bool {
        for top in stride(from: degree, to: 0, by: -1) {
            let last = space[top]
            guard abs(last) < 1 else { return false }
            let scale = 1 / (1 - last * last)
            for place in 0..<top { space[half + place] = space[top - place] }
            for place in 1..<max(top, 1) {
                space[place] = (space[place] - last * space[half + place]) * scale
            }
        }
        return true
    }
}
