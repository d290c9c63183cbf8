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
