import Analysis
import Formats
import Quantities

extension PovertyChange {
    /// Reads a region in two years.
    ///
    /// - Throws: ``InputFaults`` for years without data or in the wrong order.
    public init(
        _ code: String, from: String, to: String, in workspace: Workspace
    ) throws(InputFaults) {
        /// A year of four digits.
        ///
        /// - Throws: ``InputFaults`` that names the option otherwise.
        func year(_ text: String, _ option: String) throws(InputFaults) -> Int {
            guard let year = Int(text), text.utf8.count == 4 else {
                throw InputFaults(
                    option: option, Phrase.notAYear(text), hint: Phrase.yearHint(text))
            }
            return year
        }
        let years = (try year(from, "--from"), try year(to, "--to"))
        guard years.0 < years.1 else {
            throw InputFaults(option: "--to", Phrase.yearsReversed(years.0, years.1))
        }
        self.init(
            first: try PovertyRegion.read(code, year: years.0, in: workspace),
            second: try PovertyRegion.read(code, year: years.1, in: workspace))
    }
}
