/// Rows of eight numbers at a fixed place on a border of the cache's lines, zero when made.
///
/// A job lends its rows to one thread each.
final class Lanes {
    static let width = 8
    let base: UnsafeMutablePointer<Double>
    let count: Int

    init(rows: Int) {
        count = rows * Self.width
        base = .init(
            UnsafeMutableRawPointer.allocate(byteCount: max(64, count * 8), alignment: 64)
                .bindMemory(to: Double.self, capacity: count))
        base.initialize(repeating: 0, count: count)
    }

    /// The same number in every lane of a row.
    convenience init(rows: Int, _ number: (Int) -> Double) {
        self.init(rows: rows, lane: { row, _ in number(row) })
    }

    convenience init(rows: Int, lane: (_ row: Int, _ world: Int) -> Double) {
        self.init(rows: rows)
        for cell in 0..<count { base[cell] = lane(cell / Self.width, cell % Self.width) }
    }

    /// Numbers one after the other, not in rows.
    convenience init(_ numbers: [Double]) {
        self.init(rows: (numbers.count + Self.width - 1) / Self.width)
        for (place, number) in numbers.enumerated() { base[place] = number }
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    func row(_ row: Int) -> UnsafeMutablePointer<Double> { base + row * Self.width }
}
