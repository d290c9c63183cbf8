import Quantities
import Testing

@testable import Analysis
@testable import Exploration
@testable import Reporting

/// Intervals of shares as they are printed: within the whole, and never turned round.
@Suite struct ShareIntervalTests {
    @Test(arguments: [-0.8, -0.02, 0, 0.004, 0.3, 0.99, 1, 1.02, 1.6], [0, 0.0004, 0.02, 0.3, 2])
    func endsAreInOrder(_ value: Double, _ error: Double) throws {
        let share = SensitivityEstimate(
            value: value, standardError: error, multiplier: 1.97, base: 64, rows: 64)
        for language in Language.allCases {
            let text = Phrase.interval(share, language)
            let numbers = try text.split { "(–) %".contains($0) }.map {
                try #require(Double($0.replacing(",", with: ".")), "\(text)")
            }
            #expect(numbers.count == 1 || numbers.count == 3, "\(text)")
            #expect(numbers.allSatisfy { 0...100 ~= $0 }, "\(text)")
            if numbers.count == 3 {
                #expect(numbers[1] <= numbers[0] && numbers[0] <= numbers[2], "\(text)")
            }
        }
    }
}
