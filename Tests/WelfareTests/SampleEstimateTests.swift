import Testing

@testable import Welfare

@Suite struct SampleEstimateTests {
    typealias Household = HouseholdSample.Household

    private func sample(_ consumption: [Double]) throws -> HouseholdSample {
        try HouseholdSample(consumption.map { Household(consumption: $0, weight: 1) })
    }

    @Test("The examples of Haughton and Khandker, chapter 4")
    func handbook() throws {
        let first = SampleWelfare(try sample([100, 110, 150, 160]), line: 125)
        #expect(abs(first.poverty[0].value - 0.5) < 1e-15)
        #expect(abs(first.poverty[1].value - 0.08) < 1e-15)
        #expect(abs(first.poverty[2].value - 0.0136) < 1e-15)
        #expect(abs(first.watts.value - 0.087744) < 5e-7)
        let second = SampleWelfare(try sample([124, 124, 150, 150]), line: 125)
        #expect(abs(second.poverty[1].value - 0.004) < 1e-15)
        #expect(abs(second.poverty[2].value - 0.000032) < 1e-15)
        // 25 + 15 short of the line: 40 a month for these four people.
        #expect(abs(PovertyGap(gap: 0.08, line: 125, persons: 4).perfect - 40 * 12) < 1e-9)
    }

    /// The survey of `Tests/Reference/poverty.py`.
    private func survey(hasDesign: Bool) throws -> HouseholdSample {
        try HouseholdSample(
            (0..<42).map { i in
                let (stratum, unit) = i < 18 ? (0, i % 3) : (1, i % 4)
                return Household(
                    consumption: Double(400 + (i * 7919) % 1000 + 100 * unit),
                    weight: Double(100 + (i * 37) % 50),
                    stratum: hasDesign ? "\(stratum)" : nil, unit: hasDesign ? "\(unit)" : nil)
            })
    }

    private func figures(
        _ welfare: SampleWelfare, _ part: (SampleEstimate) -> Double
    ) -> [String: Double] {
        [
            "headcount": part(welfare.poverty[0]), "gap": part(welfare.poverty[1]),
            "severity": part(welfare.poverty[2]), "watts": part(welfare.watts),
            "mean": part(welfare.mean), "gini": part(welfare.gini),
        ]
    }

    @Test("Estimates and standard errors agree with numerical derivatives by weight")
    func standardErrors() throws {
        let design = SampleWelfare(try survey(hasDesign: true), line: 700)
        let weights = SampleWelfare(try survey(hasDesign: false), line: 700)
        PovertyReference.expect(figures(design, \.value), of: "sample", within: 1e-12)
        PovertyReference.expect(
            figures(design, \.standardError), of: "sample-design", within: 1e-7)
        PovertyReference.expect(
            figures(weights, \.standardError), of: "sample-weights", within: 1e-7)
    }

    @Test("Order and equal consumption change no figure")
    func ties() throws {
        let households = [3.0, 1, 3, 2, 1].map { Household(consumption: $0, weight: 2) }
        let one = try HouseholdSample(households).giniEstimate
        let other = try HouseholdSample(households.reversed()).giniEstimate
        #expect(abs(one.value - other.value) < 1e-15)
        // All pairs: mean absolute difference 1.04 over twice the mean of 2.
        #expect(abs(one.value - 0.24) < 1e-15)
        #expect(abs(one.standardError - other.standardError) < 1e-15)
    }

    @Test("Samples that tell nothing are refused")
    func faults() {
        typealias Fault = HouseholdSample.Fault
        func expect(_ fault: Fault, _ households: [Household]) {
            #expect(throws: fault) { try HouseholdSample(households) }
        }
        let one = Household(consumption: 5, weight: 1, stratum: "a", unit: "1")
        expect(.empty, [])
        expect(.weight(household: 1, 0), [one, Household(consumption: 5, weight: 0)])
        expect(.weight(household: 0, -2), [Household(consumption: 5, weight: -2)])
        expect(.consumption(household: 0, -5), [Household(consumption: -5, weight: 1)])
        expect(
            .singleUnit(stratum: "b", household: 2),
            [
                one, Household(consumption: 4, weight: 1, stratum: "a", unit: "2"),
                Household(consumption: 5, weight: 1, stratum: "b", unit: "1"),
            ])
    }
}
