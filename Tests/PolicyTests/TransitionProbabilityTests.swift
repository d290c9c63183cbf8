import Quantities
import Testing

@testable import Policy

struct TransitionProbabilityTests {
    @Test("an entry covers its segment and its region with all within it")
    func covers() {
        func entry(_ segment: String?, _ region: String?) -> TransitionProbability {
            TransitionProbability(
                segment: segment.map { SegmentID($0) }, region: region.flatMap { RegionCode($0) },
                from: "U", to: "S0", probability: 0.1, provenance: PolicyFixture.place(1))
        }
        let (petani, malang) = (SegmentID("petani"), PolicyFixture.malang)
        for covering in [
            entry(nil, nil), entry("petani", nil), entry(nil, "35"), entry("petani", "35.74"),
        ] {
            #expect(covering.covers(petani, malang))
        }
        for other in [entry("ojek", nil), entry(nil, "62"), entry("petani", "35.05")] {
            #expect(!other.covers(petani, malang))
        }
    }
}
