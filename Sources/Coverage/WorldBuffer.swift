/// How many worlds stand side by side in a kernel's vectors. A world is one region under one draw.
/// Eight numbers fill a line of the cache and the widest vector that kernels are built for.
@inlinable package var worldCount: Int { 8 }

extension [Int] {
    /// Regions by world: the first world of the same region, which is read in place of its twins.
    package func twin(of world: Int) -> Int { firstIndex(of: self[world]) ?? world }
}

/// Numbers in memory that kernels read and write, by owner; zero when made.
///
/// Copies are the same memory, which lives as long as one of them: kernels keep its address between
/// calls. A structure around its owner, since an object would be retained and released each time
/// one of its numbers is looked at. Not shared between threads: each thread has packs of its own.
package struct WorldBuffer {
    private let owner: Memory
    /// The first number; valid as long as the buffer lives.
    package let base: UnsafeMutablePointer<Double>
    /// How many numbers there are, eight for each row.
    package let count: Int

    /// Room for `rows` vectors of eight worlds, aligned to the cache's lines. At least one row, so
    /// that `base` is an address even where nothing is kept.
    package init(rows: Int) {
        count = max(1, rows) * worldCount
        owner = Memory(count)
        base = owner.base
    }

    private final class Memory {
        let base: UnsafeMutablePointer<Double>

        init(_ count: Int) {
            let bytes = UnsafeMutableRawPointer.allocate(
                byteCount: count * MemoryLayout<Double>.stride, alignment: 64)
            base = bytes.bindMemory(to: Double.self, capacity: count)
            base.initialize(repeating: 0, count: count)
        }

        deinit { UnsafeMutableRawPointer(base).deallocate() }
    }

    /// The eight numbers of a row. Rows are not checked: kernels and their callers ask for them in
    /// the innermost loops.
    @inlinable @inline(__always) package func row(_ row: Int) -> UnsafeMutablePointer<Double> {
        base + row * worldCount
    }

    /// Every number becomes the same.
    @inlinable @inline(__always) package func fill(_ value: Double) {
        base.update(repeating: value, count: count)
    }

    /// One world takes the numbers of another in all rows.
    package func copyWorld(_ from: Int, to: Int) {
        for row in stride(from: 0, to: count, by: worldCount) { base[row + to] = base[row + from] }
    }

    /// Takes the numbers of another, which must have as many rows.
    @inlinable @inline(__always) package func copy(_ other: WorldBuffer) {
        base.update(from: other.base, count: count)
    }
}

/// Buffers of one size side by side in one piece of memory: one for each segment.
package struct WorldBlocks {
    private let owner: WorldBuffer
    @usableFromInline let base: UnsafeMutablePointer<Double>
    /// How many numbers a block has.
    package let size: Int

    /// Room for some blocks of `rows` vectors of eight worlds each; zero when made.
    package init(_ blocks: Int, rows: Int) {
        owner = WorldBuffer(rows: blocks * rows)
        (base, size) = (owner.base, rows * worldCount)
    }

    /// The first number of a block; valid as long as the blocks live. Not checked, as in
    /// ``WorldBuffer/row(_:)``.
    @inlinable package subscript(block: Int) -> UnsafeMutablePointer<Double> {
        @inline(__always) get { base + block * size }
    }

    /// The eight numbers of a row of a block.
    @inlinable @inline(__always) package func row(_ block: Int, _ row: Int) -> UnsafeMutablePointer<
        Double
    > {
        base + block * size + row * worldCount
    }

    /// Every number of every block becomes the same.
    package func fill(_ value: Double) { owner.fill(value) }
}
