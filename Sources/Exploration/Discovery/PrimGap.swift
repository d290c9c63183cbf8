import Quantities

/// Where sorted values are cut: between two neighbours that differ.
///
/// The cut is at a quantile of the values; where that falls among equal ones, it moves so that
/// something is cut off. The limit lies midway.
///
/// With equal values the cut at a quantile would take none or all of them by the order of points;
/// here values that are equal, last bits apart, stay together.
///
///     PrimGap.upper(0.75, count: 5) { [1, 2, 3, 4, 5][$0] }  // above 3, limit 3.5
struct PrimGap {
    /// The first position above the cut.
    let above: Int
    let limit: Double

    /// The cut that takes off at least the largest values beyond a share; nil if all are equal.
    ///
    /// - Parameters:
    ///   - share: of the values, counted from the smallest, that should stay.
    ///   - value: the value in a place, never falling.
    static func upper(_ share: Double, count: Int, value: (Int) -> Double) -> PrimGap? {
        guard count > 1 else { return nil }
        let place = Double(count - 1) * share
        let end = value(Int(place.rounded(.up)))
        var below = Int(place.rounded(.down))
        while below > 0, value(below).isAbout(end) { below -= 1 }
        return value(below).isAbout(end)
            ? nil
            : PrimGap(
                above: below + 1, value(below), end, staying: value(below))
    }

    /// The cut that takes off at least the smallest values up to a share; nil if all are equal.
    ///
    /// - Parameters:
    ///   - share: of the values, counted from the smallest, that should go.
    ///   - value: the value in a place, never falling.
    static func lower(_ share: Double, count: Int, value: (Int) -> Double) -> PrimGap? {
        guard count > 1 else { return nil }
        let place = Double(count - 1) * share
        let end = value(Int(place.rounded(.down)))
        var above = Int(place.rounded(.up))
        while above < count - 1, value(above).isAbout(end) { above += 1 }
        return value(above).isAbout(end)
            ? nil
            : PrimGap(
                above: above, end, value(above), staying: value(above))
    }

    /// Midway between two neighbours; where rounding leaves no number between them, the one that
    /// stays.
    private init(above: Int, _ low: Double, _ high: Double, staying: Double) {
        self.above = above
        let middle = (low + high) / 2
        limit = low < middle && middle < high ? middle : staying
    }
}
