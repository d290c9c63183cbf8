import Testing

@testable import Welfare

@Suite struct LognormalWelfareTests {
    @Test("The headcount and the Gini that made it come back")
    func fit() {
        let welfare = LognormalWelfare(headcount: 0.095, line: 558_029, gini: 0.37)
        #expect(abs(welfare.headcount(below: 558_029) - 0.095) < 1e-14)
        // G = 2 N(sigma / sqrt(2)) - 1; sigma of a Gini of 0.37 from tables of the normal.
        #expect(abs(welfare.scale - 0.681_246) < 1e-4)
        #expect(welfare.headcount(below: 0) == 0)
    }
}
