import Analysis
import Policy
import Quantities
import Testing

@testable import Reading
@testable import Reporting

/// The sum under each figure of `explain` comes to the figure.
@Suite struct FigureSumTests {
    /// More people than purses pay for, fewer months, people who wait.
    private static let short = Result {
        try RegionFixture.result(
            "35.74",
            levers: """
                  quota.petani: { from: 2027-01, value: 4400 }
                  funding.months.nelayan: { from: 2027-01, value: 7 }
                  purse.ceiling.dbh-cht: { from: 2027-01, scale: 0.6 }
                """)
    }

    /// A figure in the year of a month.
    private func explained(_ path: String, _ month: Month) throws -> ExplanationFigure {
        let result = try Self.short.get()
        let workspace = try RegionFixture.workspace.get()
        let path = try PolicyPath(
            path, of: result.policy, law: workspace.law, regions: workspace.catalogue.regions)
        guard case .result(let quantity) = path.subject else { throw Missing() }
        return ExplanationFigure(
            ExplanationTables(
                result: result, path: path, month: month, text: SettingText(language: .english)),
            quantity)
    }

    /// A path that names no figure.
    private struct Missing: Error {}

    @Test(
        "Terms of a figure add up to it, of a ratio to both its sides",
        arguments: Quantity.all.map(\.name), ["", ".petani", ".formal"])
    func addsUp(_ name: String, _ segment: String) throws {
        let figure = try explained(name + segment, Month(2027, 3))
        let (sum, value) = (figure.sum(), figure.value())
        #expect(sum.terms.allSatisfy { $0.value != 0 })
        #expect(sum.terms.count <= 18, "one screen")
        switch figure.quantity {
        case .measure:
            let total = sum.terms.reduce(0) { $0 + $1.value }
            #expect(abs(total - value) <= 1e-8 * max(1, abs(value)), "\(total) and \(value)")
        case .indicator(let indicator) where Indicator.ofPoverty.contains(indicator):
            guard !value.isNaN else { return }
            let last = sum.terms.last { $0.unit == .share }?.value ?? 0
            #expect(indicator != .povertyHeadcount || abs(last - value) < 1e-9)
        case .indicator:
            guard !value.isNaN else { return }
            let under = sum.terms.last?.value ?? .nan
            let over = sum.terms.dropLast().last?.value ?? 0
            #expect(abs(over / under - value) <= 1e-9 * max(1, abs(value)))
        }
    }

    @Test(
        "What a sum leaves open is little",
        arguments: [
            "jkm_benefit_rp", "jkk_benefit_rp", "scholarship_rp", "accidents_persons",
            "families_kept_families.petani", "protected_deaths_persons",
        ])
    func leavesLittleOpen(_ path: String) throws {
        let figure = try explained(path, Month(2027, 3))
        let open = figure.sum().terms.filter {
            [Phrase.otherAges, Phrase.changesInTheYear].contains($0.label)
        }.reduce(0) { $0 + abs($1.value) }
        let limit = path.hasPrefix("protected_deaths") ? 0.1 : 1e-9
        #expect(open <= limit * figure.value(), "\(open) of \(figure.value())")
    }

    @Test("A gap is told where it takes people off")
    func gapIsTold() throws {
        let figure = try explained("funded_person_months", Month(2027, 3))
        #expect(figure.figure(.gapPersonMonths) > 0)
        #expect(figure.sum().terms.contains { $0.how?[.english].hasSuffix(" unpaid") ?? false })
    }

    @Test("Inputs that are zero, or of others, are left out")
    func onlyWhatMatters() throws {
        let figure = try explained("jkm_benefit_rp.petani", Month(2027, 3))
        let sections = figure.tables.inputSection(
            figure.relevant, in: figure.segments, purses: [0])
        guard case .text(let keys)? = sections.first?.data.first?.keys.first?.cells else {
            Issue.record("no inputs")
            return
        }
        #expect(keys.contains("mortality.load.petani"))
        #expect(!keys.contains { $0.hasPrefix("accident") || $0.hasSuffix("formal") })
    }
}
