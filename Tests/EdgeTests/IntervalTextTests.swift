import Analysis
import Quantities
import Testing

@testable import Exploration
@testable import Reporting

/// Draws as one text, and the time that is left.
@Suite struct IntervalTextTests {
    private func text(_ numbers: [Double], _ unit: Unit, _ language: Language = .indonesian)
        -> String
    {
        var summary = StreamedSummary()
        for number in numbers { summary.add(number) }
        return IntervalText(language: language).text(summary, unit)
    }

    @Test("Money is told in millions, thousands of millions and so on, persons as they are")
    func scales() {
        let hundred = (0...100).map(Double.init)
        #expect(text(hundred.map { 1.2e9 + $0 * 1e6 }, .rupiah) == "1,250 miliar (1,206 – 1,294)")
        #expect(
            text(hundred.map { 1.2e9 + $0 * 1e6 }, .rupiah, .english)
                == "1.250 billion (1.206 – 1.294)")
        #expect(text(hundred.map { 3e6 + $0 * 1e4 }, .rupiah) == "3,50 juta (3,05 – 3,95)")
        #expect(text(hundred.map { 2e12 + $0 * 1e10 }, .rupiah) == "2,50 triliun (2,05 – 2,95)")
        #expect(text(hundred.map { 12_000 + $0 }, .person) == "12.045 (12.002 – 12.088)")
        #expect(text(hundred.map { 0.3 + $0 / 1000 }, .share) == "35,0 % (30,5 – 39,5)")
        #expect(text(hundred.map { 1 + $0 / 100 }, .factor) == "1,499 (1,050 – 1,951)")
    }

    @Test("What does not vary is told alone, and what no draw has is a dash")
    func certain() {
        #expect(text([1e9, 1e9], .rupiah) == "1 miliar")
        #expect(text([0.25], .share) == "25,0 %")
        #expect(text([.nan], .rupiah) == "–")
    }

    @Test("The time left follows from the time gone by, and is not guessed at once")
    func timeLeft() {
        #expect(ProgressBar.timeLeft(.milliseconds(900), 5, of: 10) == nil)
        #expect(ProgressBar.timeLeft(.seconds(10), 0, of: 10) == nil)
        #expect(ProgressBar.timeLeft(.seconds(10), 10, of: 10) == nil)
        #expect(ProgressBar.timeLeft(.seconds(42), 5, of: 10) == "0:42")
        #expect(ProgressBar.timeLeft(.seconds(61), 1, of: 2) == "1:01")
        #expect(ProgressBar.timeLeft(.seconds(100), 1, of: 38) == "1:01:40")
    }
}
