import Analysis
import Foundation
import Policy
import Testing

@testable import Formats
@testable import Quantities
@testable import Reading

/// What sweep files without faults mean.
@Suite struct SweepReaderTests {
    /// Reads a sweep file over the base of the broken ones.
    private static func plan(
        _ text: String, over scenario: String = "dasar.yaml", points: String = ""
    ) throws -> SweepPlan {
        let base = try FixtureFolder.text("BrokenSweep/parts/dasar.yaml")
        let other = "name: lain\ntitle: Lain\nextends: dasar.yaml\nlevers: { quota.petani: 7 }\n"
        let unsure =
            "name: ragu\ntitle: Ragu\nextends: dasar.yaml\n"
            + "assumptions: { rate.return: 0.1 .. 0.3, "
            + "retention: { value: 0.2, range: 0.1 .. 0.3 } }\n"
        let contents = [
            "ragu.yaml": unsure, "dasar.yaml": base, "lain.yaml": other, "titik.csv": points,
            "x.yaml": "name: uji\nscenario: \(scenario)\n" + text,
        ]
        return try FixtureFolder.inFolder(contents) { folder in
            let reading = SweepReader(try SweepFixture.workspace.get()).plan(folder + "/x.yaml")
            guard let plan = reading.value else {
                throw FixtureFolder.Unreadable(text: reading.diagnostics.rendered(in: .english))
            }
            return plan
        }
    }

    @Test("A grid crosses its lists, the last one fastest, for every policy")
    func grid() throws {
        let plan = try Self.plan(
            """
            policies:
              dasar: {}
              sedikit: { quota.nelayan: 10 }
              lain: lain.yaml
            design: { kind: grid }
            inputs:
              funding.months.petani: [6, 12]
              purse.ceiling.dbh-cht: { from: 2027-01, scale: [0.5, 1, 2] }
              waiting_restarts: [true, false]
            outcomes: [gap_rp, "public_bill_rp.petani@35.74 2027"]
            rules: { funded_person_months: { at_least: 3 } }
            """)
        #expect(plan.count == 3 * 12)
        #expect(
            plan.subject.inputs.map(\.name) == [
                "funding.months.petani", "purse.ceiling.dbh-cht scale 2027-01", "waiting_restarts",
            ])
        #expect(plan.design.point(0) == [6, 0.5, 0])
        #expect(plan.design.point(1) == [6, 0.5, 1])
        #expect(plan.design.point(2) == [6, 1, 0])
        #expect(plan.design.point(11) == [12, 2, 1])
        #expect(plan.subject.alternatives.map(\.name) == ["dasar", "sedikit", "lain"])
        #expect(
            plan.subject.outcomes.map(\.name) == [
                "gap_rp", "public_bill_rp.petani@35.74 2027", "funded_person_months",
            ])
        #expect(plan.subject.rules.first?.holds(3) == true)
        #expect(plan.subject.rules.first?.holds(2.9) == false)
        for alternative in plan.subject.alternatives {
            let changed = try #require(
                alternative.scenario.taking([6, 2, 1], for: alternative.inputs))
            #expect(
                changed.layers.last?.settings.map(\.points.first?.value) == [
                    .number(6), .number(2), .flag(false),
                ])
        }
    }

    @Test("Draws follow from seed and number")
    func draws() throws {
        let text = """
            design: { kind: lhs, points: 50, seed: 7 }
            inputs:
              rate.lapse: 0.05 .. 0.5
              quota.petani: [100, 200, 300]
            correlations: [{ between: [rate.lapse, quota.petani], rank: 0.5 }]
            """
        let (first, again) = (try Self.plan(text), try Self.plan(text))
        let other = try Self.plan(text.replacing("seed: 7", with: "seed: 8"))
        let points = { (plan: SweepPlan) in (0..<50).map(plan.design.point) }
        #expect(points(first) == points(again))
        #expect(points(first) != points(other))
        #expect(Set(points(first).map { $0[1] }) == [100, 200, 300])
        #expect(first.identity != other.identity)
    }

    @Test("A table gives the points, and the values of inputs that have none")
    func list() throws {
        let plan = try Self.plan(
            """
            design: { kind: list }
            points: { table: ./titik.csv }
            inputs:
              quota.petani:
              rate.lapse: 0.05 .. 0.5
              waiting_restarts: [true, false]
            """,
            points: "note,waiting_restarts,rate.lapse,quota.petani\na,false,0.1,5\nb,true,0.2,5\n")
        #expect(plan.design.count == 2)
        #expect(plan.design.point(0) == [5, 0.1, 1])
        #expect(plan.design.point(1) == [5, 0.2, 0])
    }

    @Test("What the scenario is not certain of")
    func uncertain() throws {
        let plan = try Self.plan(
            """
            policies: { dasar: {}, banyak: { retention: 0.5 } }
            design: { kind: sobol, points: 8 }
            inputs: uncertain
            """, over: "ragu.yaml")
        #expect(plan.subject.inputs.map(\.name) == ["rate.return", "retention"])
        #expect(plan.subject.alternatives[1].inputs == plan.subject.inputs)
        #expect(plan.design.point(3).count == 2)
    }

    @Test("The identity leaves out comments, titles and folders, and nothing that counts")
    func identity() throws {
        let text = "design: { kind: grid }\ninputs: { rate.lapse: [0.1, 0.2] }\n"
        let plan = try Self.plan(text)
        #expect(try Self.plan("# lain\ntitle: Lain\n\n" + text).identity == plan.identity)
        for (from, to) in [
            ("0.2", "0.3"), ("rate.lapse", "retention"), ("grid", "lhs, points: 2"),
            ("\n", "\noutcomes: [gap_rp]\n"), ("\n", "\npolicies: { a: { quota: 4 } }\n"),
        ] {
            let other = try Self.plan(text.replacing(from, with: to, maxReplacements: 1))
            #expect(other.identity != plan.identity, "\(from) -> \(to)")
        }
    }

    @Test(
        "The shipped sweep files have no fault", arguments: ["bulan-dan-kuota", "pedagang-mandiri"])
    func shipped(_ name: String) throws {
        let package = URL(fileURLWithPath: FixtureFolder.root)
            .deletingLastPathComponent().deletingLastPathComponent().path
        let workspace = try Workspace(
            asked: "notebooks-data", files: SourceFiles(root: package))
        let reading = try workspace.sweep("scenarios/kota-probolinggo/sapuan/\(name).yaml")
        #expect(reading.warnings.isEmpty)
        #expect(reading.value.subject.name == name)
        #expect(reading.value.count == (name == "bulan-dan-kuota" ? 48 : 600))
    }
}
