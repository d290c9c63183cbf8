/// How many worlds stand side by side in a kernel's vectors. A world is one region under one draw.
/// Eight numbers fill a line of the cache and the widest vector that kernels are built for.
@inlinable package var worldCount: Int { 8 }

extension [Int] {
    /// Regions by world: the first world of the same region, which is read in place of its twins.
    package func twin(of world: Int) -> Int { firstIndex(of: self[world]) ?? world }
}

/// Numbers in memory that kernels read and write, by owner; zero when made.
///
/// A class, because kernels keep its address between calls. Not shared between threads: each
/// thread has packs of its own.
package final class WorldBuffer {
    /// The first number; valid as long as the buffer lives.
    package let base: UnsafeMutablePointer<Double>
    /// How many numbers there are, eight for each row.
    package let count: Int

    /// Room for `rows` vectors of eight worlds, aligned to the cache's lines. At least one row, so
    /// that `base` is an address even where nothing is kept.
    package init(rows: Int) {
        count = max(1, rows) * worldCount
        let bytes = UnsafeMutableRawPointer.allocate(
            byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
        base = bytes.bindMemory(to: Double.self, capacity: count)
        base.initialize(repeating: 0, count: count)
    }

    deinit { UnsafeMutableRawPointer(base).deallocate() }

    /// The eight numbers of a row. Rows are not checked: kernels and their callers ask for them in
    /// the innermost loops.
    @inlinable package func row(_ row: Int) -> UnsafeMutablePointer<Double> {
        base + row * worldCount
    }

    /// Every number becomes the same.
    @inlinable package func fill(_ value: Double) { base.update(repeating: value, count: count) }

    /// One world takes the numbers of another in all rows.
    package func copyWorld(_ from: Int, to: Int) {
        for row in stride(from: 0, to: count, by: worldCount) { base[row + to] = base[row + from] }
    }

    /// Takes the numbers of another, which must have as many rows.
    @inlinable package func copy(_ other: WorldBuffer) {
        base.update(from: other.base, count: count)
    }
}
