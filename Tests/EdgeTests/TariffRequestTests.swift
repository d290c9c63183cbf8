import Costing
import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// Questions for the tariff as they are typed.
@Suite struct TariffRequestTests {
    private func request(_ base: String?) -> TariffRequest {
        var request = TariffRequest()
        request.route = "pu"
        request.programmes = "jkk,jkm"
        request.payer = "employer"
        request.date = "2026-05"
        request.risk = "2"
        request.base = base
        return request
    }

    @Test func goldenCase26MoneyAsWritten() throws {
        for text in ["16800", "Rp 16.800", "Rp16.800", " 16800 "] {
            #expect(try request(text).question().subject.base == .earnings(Rupiah(16_800)))
        }
        for text in ["1.000.000", "1,000,000", "1000000"] {
            #expect(try request(text).question().subject.base == .earnings(Rupiah(1_000_000)))
        }
    }

    @Test(arguments: ["1.234", "1.355,90", "12 %", "-5", "nan", "", "seribu", "99999999999999999"])
    func goldenCase26NoMoney(_ text: String) {
        #expect(throws: InputFaults.self) { try request(text).question() }
    }

    @Test func everyFaultIsToldAtOnce() throws {
        var request = request("1.000")
        request.payer = "apdb"
        request.programmes = "jkk,jkk"
        request.date = "mei 2026"
        request.risk = "0"
        do throws(InputFaults) {
            _ = try request.question()
            Issue.record("no fault")
        } catch {
            #expect(
                error.diagnostics.map(\.position.file) == [
                    "--payer", "--programmes", "--date", "--risk", "--base",
                ])
        }
    }

    @Test func everyLawFaultHasWords() {
        let faults: [LawFault] = [
            .unknownPath("a"), .duplicatePath("a"),
            .noValue(path: "a", month: Month(2026, 5), first: Month(2027, 1)),
            .notAvailable(.jp, .bpu), .riskClassMissing(.pu), .baseDoesNotFit(.jht, .pmi),
            .packageIndivisible(.pmi, missing: .jkm), .packageUnknown(months: 7, offered: [6]),
            .savingsOutOfRange(Rupiah(1), allowed: Rupiah(5)...Rupiah(9)), .tooLarge,
            .recomposedWithout(.jkp, needs: .jkk),
        ]
        let words = Set(faults.map { Phrase.law($0).indonesian })
        #expect(words.count == faults.count)
        #expect(!words.contains("hukum tidak menjawab"))
    }
}
