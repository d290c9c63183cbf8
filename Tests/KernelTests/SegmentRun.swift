import _LindungKernels

/// What a run of a segment leaves behind, in the kernel's layout.
struct SegmentRun {
    var population: Lanes
    var previousQuota: Lanes
    /// Months x 32 x 8.
    var record: Lanes = []

    /// Everything, as bits.
    var bits: [UInt64] { (population + previousQuota + record).bits }

    /// Everything of one world, as bits.
    func bits(world: Int) -> [UInt64] { (population + previousQuota + record).bits(world: world) }
}

extension SegmentCase {
    /// Runs the kernel, in one call or in several.
    ///
    /// - Parameters:
    ///   - level: the kind of processor, or nil for that of this machine.
    ///   - splits: months before which a new call begins.
    func run(level: Int32? = nil, splits: [Int] = []) -> SegmentRun {
        let memory = CMemory()
        var segment = kernelSegment(memory)
        var result = SegmentRun(population: population, previousQuota: previousQuota)
        var first = 0
        for end in splits + [months] {
            var record = Lanes(repeating: .nan, count: (end - first) * 32 * 8)
            let cuts = Array(cut[(first * 8)..<(end * 8)])
            lk_project_at(
                level ?? lk_processor_level(), &segment, &result.population,
                &result.previousQuota, Int32(first), Int32(end - first), cuts, &record)
            result.record += record
            first = end
        }
        return result
    }

    func kernelSegment(_ memory: CMemory) -> lk_segment {
        lk_segment(
            cohorts: Int32(cohorts), age_steps: Int32(ageFrom.count),
            age_from: memory.copy(ageFrom), age_to: memory.copy(ageTo),
            age_share: memory.copy(ageShare), entrant_share: memory.copy(entrantShare),
            ages: memory.copy(ages), operator_of: memory.copy(operatorOf),
            entrants: memory.copy(entrants), heads: memory.copy(heads),
            share: memory.copy(share), eligible: memory.copy(eligible),
            retention: memory.copy(retention), refill: memory.copy(refill),
            waits: memory.copy(waits), restarts: memory.copy(restarts), reach: reach,
            own: own ? 1 : 0, moves: memory.copy(moves), survival: memory.copy(survival),
            leaving: memory.copy(leaving), exits: exits.isEmpty ? nil : memory.copy(exits))
    }
}
