import Quantities
import Testing

struct MonthTests {
    @Test("year and month of the year, and back")
    func parts() {
        for year in [0, 1, 1_999, 2_026, 9_999] {
            for month in 1...12 {
                let made = Month(year, month)
                #expect(made.year == year && made.monthOfYear == month)
                #expect(made.ordinal == year * 12 + month - 1)
                #expect(Month(ordinal: made.ordinal) == made)
                #expect(made.isJanuary == (month == 1))
                #expect(Month(made.description) == made)
            }
        }
    }

    @Test("written as 2026-05")
    func description() {
        #expect("\(Month(2026, 5))" == "2026-05")
        #expect("\(Month(2026, 12))" == "2026-12")
        #expect("\(Month(812, 1))" == "0812-01")
    }

    @Test(
        "other texts are not months",
        arguments: [
            "", "2026", "2026-5", "2026-13", "2026-00", "26-05", "2026/05", "2026-05-01", "-026-05",
            "2026-+5", "２０２６-05", " 2026-05", "2026-05 ",
        ])
    func refused(text: String) {
        #expect(Month(text) == nil)
    }

    @Test("months are counted across years")
    func arithmetic() {
        let start = Month(2026, 11)
        #expect(start.advanced(by: 3) == Month(2027, 2))
        #expect(start.advanced(by: -11) == Month(2025, 12))
        #expect(Month(2027, 2) - start == 3 && start - Month(2027, 2) == -3)
        #expect(start.distance(to: Month(2028, 11)) == 24)
        #expect((start...Month(2027, 2)).map(\.monthOfYear) == [11, 12, 1, 2])
        #expect(Month(2026, 12) < Month(2027, 1))
    }
}
