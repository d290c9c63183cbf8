import Policy
import Quantities

extension TargetProblem {
    /// Keys of a bundle that change no outcome, neither where all stand at the dial's start nor
    /// where all stand at its end.
    ///
    /// A dial of one key has a curve that shows it. A key that is inert is misspelt in meaning, or
    /// overridden by another.
    ///
    /// - Returns: positions among the keys.
    /// - Throws: ``PolicyFaults`` where the scenario does not resolve.
    public func inertKeys(law: LawTree) throws -> [Int] {
        guard dial.keys.count > 1 else { return [] }
        let model = try model(varying: [], law: law)
        let ends = [dial.point(0).values, dial.point(1).values]
        let all = model.results(at: ends)
        return dial.keys.indices.filter { key in
            let moved = zip(ends, ends.reversed()).map { own, other in
                own.indices.map { $0 == key ? other[$0] : own[$0] }
            }
            return zip(all, model.results(at: moved)).allSatisfy { Self.isSame($0, $1) }
        }
    }

    private static func isSame(_ one: PointResult, _ other: PointResult) -> Bool {
        guard case .values(let a) = one, case .values(let b) = other else { return false }
        return zip(a, b).allSatisfy { $0.isAbout($1) || ($0.isNaN && $1.isNaN) }
    }
}
