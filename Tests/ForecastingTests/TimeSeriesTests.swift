import Forecasting
import Testing

@Suite("A series") struct TimeSeriesTests {
    @Test("keeps its season when it is cut, and tells where it has gaps") func prefix() {
        let series = TimeSeries([1, .nan, 3, 4], period: 4)
        #expect(!series.isComplete)
        #expect(series.prefix(1).isComplete)
        #expect(series.prefix(1).period == 4)
    }
}
