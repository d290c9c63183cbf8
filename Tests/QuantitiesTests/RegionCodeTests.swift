import Quantities
import Testing

struct RegionCodeTests {
    private func region(_ code: String) -> RegionCode {
        guard let made = RegionCode(code) else { preconditionFailure("\(code) is no region") }
        return made
    }

    @Test("levels and parents")
    func levels() {
        #expect(region("35.74").level == .kabkota && region("35.74").parent == region("35"))
        #expect(region("35").level == .province && region("35").parent == .indonesia)
        #expect(region("00").level == .nation && region("00").parent == nil)
        #expect(region("00") == .indonesia && "\(region("35.10"))" == "35.10")
    }

    @Test(
        "other texts are not codes",
        arguments: [
            "", "3", "355", "35.7", "35.744", "35.74.01", "00.01", "35,74", "AB", "35.", ".74",
            " 35", "３５",
        ])
    func refused(text: String) {
        #expect(RegionCode(text) == nil)
    }

    @Test("a region contains itself and all below it")
    func containment() {
        let (nation, east, malang) = (RegionCode.indonesia, region("35"), region("35.74"))
        for (above, below) in [(nation, nation), (nation, malang), (east, malang), (east, east)] {
            #expect(above.contains(below))
        }
        #expect(!malang.contains(east) && !east.contains(region("62.71")))
        #expect(!east.contains(nation) && !region("35.05").contains(malang))
    }

    @Test("codes are texts in order")
    func order() {
        let codes = ["62.71", "35.10", "35", "35.05"].map(region).sorted().map(\.code)
        #expect(codes == ["35", "35.05", "35.10", "62.71"])
    }
}
