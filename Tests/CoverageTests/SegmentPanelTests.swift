import Testing

@testable import Coverage

struct SegmentPanelTests {
    @Test("months between changes share a row; a number holds from its month to the next")
    func rows() {
        var panel = SegmentPanel(months: 24, regions: 3, changes: [6, 12])
        #expect(panel.spans == [0..<6, 6..<12, 12..<24])
        panel.set(0..<24, 0, 1)
        panel.set(0..<12, 1, 2)
        panel.set(12..<24, 1, 3)
        panel.set(6..<12, 2, 4)
        #expect((0..<24).allSatisfy { panel[$0, 0] == 1 })
        #expect((0..<24).map { panel[$0, 1] } == (0..<24).map { $0 < 12 ? 2 : 3 })
        #expect((0..<24).map { panel[$0, 2] } == (0..<24).map { (6..<12).contains($0) ? 4 : 0 })
    }
}
