import Analysis
import Formats
import Quantities

extension SweptSource {
    /// The position of an outcome.
    ///
    /// - Throws: ``InputFaults`` with the nearest where the sweep has none of that name.
    public func outcome(_ name: String) throws(InputFaults) -> Int {
        if let place = points.outcomes.firstIndex(where: { $0.name == name }) { return place }
        let names = points.outcomes.map(\.name)
        throw InputFaults(
            option: "--outcome", Phrase.outcomeNotSwept(name),
            hint: Phrase.choices(names, nearestTo: name))
    }
}
