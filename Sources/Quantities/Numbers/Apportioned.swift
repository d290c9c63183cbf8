/// Shares a whole number of rupiah over cells by largest remainder.
///
/// Each cell gets the floor of `weight x total / sum(weights)`; the units left go one by one to
/// the largest remainders, ties to the earlier cell. The result sums to `total` exactly, and no
/// cell differs from its exact share by a rupiah or more.
///
/// The classical method of Hamilton. Rounding every cell on its own was rejected: its sum drifts
/// from the published total by up to half a rupiah a cell, and a table whose rows do not add is
/// not believed. The method's known price is that a larger total can take a rupiah from a cell.
///
///     apportioned([1, 1, 1], total: Rupiah(10))   // 4, 3, 3
///     apportioned([5, 3, 2], total: Rupiah(7))    // 4, 2, 1
///
/// - Parameters:
///   - weights: non-negative, finite; the expected amounts of the cells.
///   - total: the amount to share, not negative. With all weights zero it must be zero.
/// - Complexity: O(n log n).
public func apportioned(_ weights: [Double], total: Rupiah) -> [Rupiah] {
    let sum = weights.reduce(0, +)
    guard sum > 0 else {
        precondition(total == .zero, "cannot share \(total.amount) over cells of weight zero")
        return Array(repeating: .zero, count: weights.count)
    }
    let scale = Double(total.amount) / sum
    let exact = weights.map { $0 * scale }
    // None is negative, so cutting off is rounding down.
    var whole = exact.map { Int64($0) }
    let left = Int(total.amount - whole.reduce(0, +))
    if left != 0 { settle(left, over: &whole, exact) }
    return whole.map(Rupiah.init)
}

/// Shares a whole number of rupiah over cells in the order of time, so that no cell depends on a
/// later one, and each series of cells keeps its own sum.
///
///     part[k] = floor(s[k]) - floor(s[k - 1]),   s[k] = weight[0] + ... + weight[k] of its series
///
/// What the total differs from the sum of these is settled in the last cells, to the largest
/// remainders first; each takes with it the fraction that its series still lacks. No cell differs
/// from its weight by a rupiah or more, of the last ones by two; no more does the sum of a series
/// that has one of the last cells.
///
/// Largest remainders over all cells were rejected for months of a year: a change of December would
/// move a rupiah of March. One running sum over all series was rejected too: the fractions of one
/// fall to another month after month.
///
///     apportionedInOrder(
///         [2.5, 2.5, 2.5, 2.5], series: [0, 0, 0, 0], total: Rupiah(10), last: 1)   // 2, 3, 2, 3
///
/// - Parameters:
///   - weights: non-negative, finite; the expected amounts of the cells, in order of time.
///   - series: which series each cell belongs to, counted from zero.
///   - total: about the sum of the weights, not negative.
///   - last: how many cells at the end settle the total; at least one where there are cells.
public func apportionedInOrder(
    _ weights: [Double], series: [Int], total: Rupiah, last: Int
) -> [Rupiah] {
    let settled = max(0, weights.count - last)..<weights.count
    // The fraction of a rupiah that each series was not given yet.
    var lacking = Array(repeating: 0.0, count: (series.max() ?? -1) + 1)
    var whole: [Int64] = []
    whole.reserveCapacity(weights.count)
    var rest = total.amount
    for cell in 0..<settled.lowerBound {
        let owed = lacking[series[cell]] + weights[cell]
        let part = Int64(owed)
        lacking[series[cell]] = owed - Double(part)
        whole.append(part)
        rest -= part
    }
    // Less is left than earlier cells were given: they give back, the latest first.
    for cell in whole.indices.reversed() where rest < 0 {
        let back = min(-rest, whole[cell])
        whole[cell] -= back
        rest += back
    }
    let own = settled.map { cell in
        defer { lacking[series[cell]] = 0 }
        return weights[cell] + lacking[series[cell]]
    }
    let parts =
        own.contains { $0 > 0 }
        ? apportioned(own, total: Rupiah(rest))
        : own.indices.map { Rupiah($0 == 0 ? rest : 0) }
    return whole.map(Rupiah.init) + parts
}

/// Hands out `left` units, to the largest remainders first; floating sums may leave a unit or two
/// too many handed out, which come back from the end of the order, never below zero.
private func settle(_ left: Int, over whole: inout [Int64], _ exact: [Double]) {
    let remainders = zip(exact, whole).map { $0 - Double($1) }
    let order = remainders.indices.sorted { a, b in
        remainders[a] == remainders[b] ? a < b : remainders[a] > remainders[b]
    }
    if left >= 0 {
        for unit in 0..<left { whole[order[unit % order.count]] += 1 }
    } else {
        var owed = -left
        for cell in order.reversed() where owed > 0 && whole[cell] > 0 {
            whole[cell] -= 1
            owed -= 1
        }
    }
}
