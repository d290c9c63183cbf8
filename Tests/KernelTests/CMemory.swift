/// Arrays at fixed addresses, for C structures that hold pointers; freed with the last reference.
final class CMemory {
    private var release: [() -> Void] = []

    deinit { for free in release { free() } }

    /// A copy of the values.
    func copy<Element: BitwiseCopyable>(_ values: [Element]) -> UnsafeMutablePointer<Element> {
        let place = UnsafeMutablePointer<Element>.allocate(capacity: max(1, values.count))
        place.initialize(from: values, count: values.count)
        release.append { place.deallocate() }
        return place
    }
}

/// Numbers for eight worlds, in rows of eight.
typealias Lanes = [Double]

extension Lanes {
    /// The number of a world in a row.
    subscript(row row: Int, world world: Int) -> Double {
        get { self[row * 8 + world] }
        set { self[row * 8 + world] = newValue }
    }

    /// These numbers, but those of one world taken from elsewhere.
    func replacing(world: Int, from other: Lanes) -> Lanes {
        indices.map { $0 % 8 == world ? other[$0] : self[$0] }
    }

    /// The numbers of one world, as bits.
    func bits(world: Int) -> [UInt64] {
        stride(from: world, to: count, by: 8).map { self[$0].bitPattern }
    }
}

extension Sequence<Double> {
    /// All numbers, as bits.
    var bits: [UInt64] { map(\.bitPattern) }
}
