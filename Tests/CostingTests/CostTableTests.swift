import Coverage
import Policy
import Quantities
import Testing

@testable import Costing

/// Laws of whole-rupiah cost tables, on random budgets.
struct CostTableTests {
    @Test("needs are purses plus gap in whole rupiah, for every region and year")
    func needsArePaidOrGap() throws {
        for seed in UInt64(400)...425 {
            let fixture = RandomBudget.make(seed: seed)
            let table = try fixture.table()
            let charges = try fixture.charges()
            let policy = table.policy
            for region in policy.regions.indices {
                for year in policy.years {
                    func amount(_ bearer: Bearer) -> Double {
                        charges.filter { charge in
                            let date = policy.horizon.lowerBound.advanced(by: charge.month)
                            return charge.region == region && charge.bearer == bearer
                                && date.year == year
                        }.reduce(0) { $0 + $1.amount }
                    }
                    for bearer in policy.purses.indices.map(Bearer.purse) + [.gap] {
                        let whole = table.cost {
                            $0.region == region && $0.bearer == bearer
                                && table.month(of: $0).year == year
                        }
                        #expect(whole == Int64(amount(bearer).rounded()), "seed \(seed) \(year)")
                    }
                }
            }
        }
    }

    @Test("person-months of all bearers are the funded person-months, programme by programme")
    func personMonthsAddUp() throws {
        for seed in UInt64(430)...450 {
            let run = try RandomBudget.make(seed: seed).run()
            let table = CostTable(run)
            var sums: [[Int]: Double] = [:]
            for entry in table.entries where entry.bearer.isPublic {
                let programme = entry.programme == .jkk ? 0 : 1
                sums[[entry.segment, entry.region, entry.month, programme], default: 0] +=
                    entry.personMonths
            }
            for (s, segment) in run.projection.segments.enumerated() {
                for (m, record) in segment.months.enumerated() {
                    for region in run.projection.policy.regions.indices {
                        let funded = record.exposure(Status.publiclyFunded, region: region)
                        for programme in 0...1 {
                            let sum = sums[[s, region, m, programme]] ?? 0
                            #expect(abs(sum - funded) < 1e-6, "seed \(seed) month \(m)")
                        }
                    }
                }
            }
        }
    }

    @Test("entries are those of charges sorted and rounded one group after the other")
    func equalsPlainTable() throws {
        for seed in UInt64(540)...575 {
            let fixture = RandomBudget.make(seed: seed)
            #expect(try Array(fixture.table().entries) == fixture.plainEntries(), "seed \(seed)")
        }
    }

    @Test("no ceiling is passed: what a purse pays is at most what it had when it was planned")
    func ceilings() throws {
        for seed in UInt64(460)...490 {
            let table = try RandomBudget.make(seed: seed).table()
            let policy = table.policy
            for (region, code) in policy.regions.enumerated() {
                for (purse, source) in policy.purses.enumerated() {
                    for year in policy.years {
                        let months = policy.horizon.filter { $0.year == year }
                        let highest =
                            months.map {
                                policy.ceilingParts(source.id, code, at: $0).ceiling
                            }.max() ?? 0
                        let paid = table.cost {
                            $0.region == region && $0.bearer == .purse(purse)
                                && table.month(of: $0).year == year
                        }
                        #expect(paid <= Int64(highest), "seed \(seed) \(code) \(year)")
                    }
                }
            }
        }
    }

    @Test("no entry is negative, repeated or out of order; each is within a rupiah of its part")
    func entries() throws {
        for seed in UInt64(500)...515 {
            let fixture = RandomBudget.make(seed: seed)
            let table = try fixture.table()
            #expect(table.entries.allSatisfy { $0.cost >= .zero }, "seed \(seed)")
            var exact: [String: Double] = [:]
            for charge in try fixture.charges() {
                let key = "\(charge.segment) \(charge.region) \(charge.month) \(charge.programme)"
                exact[key + " \(charge.bearer)"] = charge.amount
            }
            #expect(exact.count == table.entries.count, "seed \(seed)")
            for entry in table.entries {
                let key = "\(entry.segment) \(entry.region) \(entry.month) \(entry.programme)"
                let part = exact[key + " \(entry.bearer)"] ?? -9
                // Where a segment ends its year with a bearer the year's rupiah are settled.
                #expect(abs(Double(entry.cost.amount) - part) < 2, "seed \(seed) \(key)")
                let isLast = !table.entries.contains {
                    $0.month > entry.month && $0.segment == entry.segment
                        && $0.region == entry.region && $0.bearer == entry.bearer
                        && table.month(of: $0).year == table.month(of: entry).year
                }
                #expect(isLast || abs(Double(entry.cost.amount) - part) <= 1, "\(seed) \(key)")
            }
        }
    }

    @Test("cost is linear in exposure: everything three times as large costs three times as much")
    func linear() throws {
        for seed in UInt64(520)...530 {
            let fixture = RandomBudget.make(seed: seed)
            var tripled = fixture
            let scaled = ["workers", "quota", "entrants", "purse.ceiling", "purse.revenue"]
            tripled.settings = fixture.settings.map { setting in
                guard scaled.contains(setting.address.key) else { return setting }
                let points = setting.points.map { point in
                    if case .share = point.value { return point }
                    return Setting.Point(
                        from: point.from, value: point.value.mapNumber { $0 * 3 })
                }
                return Setting(
                    address: setting.address, points: points, provenance: setting.provenance)
            }
            var (one, three) = (fixture, tripled)
            one.set("budget.policy", .word("report"))
            three.set("budget.policy", .word("report"))
            let left = try one.charges().filter(\.bearer.isPublic).reduce(0) { $0 + $1.amount }
            let right = try three.charges().filter(\.bearer.isPublic)
                .reduce(0) { $0 + $1.amount }
            #expect(abs(right - 3 * left) <= 10, "seed \(seed)")
        }
    }

    @Test("a higher quota never costs less")
    func monotone() throws {
        var last = -1 as Int64
        for heads in stride(from: 0.0, through: 400, by: 50) {
            var fixture = BudgetFixture.still([("petani", heads)])
            fixture.set("workers", .number(300))
            fixture.set("rate.moved_away", .number(0.2))
            let cost = try fixture.table().cost(.gap)
            #expect(heads <= 300 ? cost > last : cost == last)
            last = cost
        }
    }

    @Test("permuting regions permutes the table")
    func permutation() throws {
        for seed in UInt64(540)...552 {
            var fixture = RandomBudget.make(seed: seed)
            let one = try fixture.table()
            fixture.regions.reverse()
            let other = try fixture.table()
            let count = fixture.regions.count
            func rows(_ table: CostTable, _ mirrored: Bool) -> [String: Double] {
                var rows: [String: Double] = [:]
                for entry in table.entries {
                    let region = mirrored ? count - 1 - entry.region : entry.region
                    let key = "\(entry.segment) \(region) \(entry.month) \(entry.programme)"
                    rows[key + " \(entry.bearer)"] = Double(entry.cost.amount)
                }
                return rows
            }
            let (left, right) = (rows(one, false), rows(other, true))
            for key in Set(left.keys).union(right.keys) {
                let difference = (left[key] ?? 0) - (right[key] ?? 0)
                #expect(abs(difference) <= 1, "seed \(seed) \(key)")
            }
        }
    }

    @Test("workers and employers pay their own prices for their own months")
    func privateBills() throws {
        var fixture = BudgetFixture.still([("petani", 0)])
        fixture.set("workers", .number(1_000))
        fixture.set("opening.self", .number(0.2))
        fixture.set("opening.employer", .number(0.1))
        let table = try fixture.table()
        #expect(table.cost(.worker) == 200 * 16_800 * 12)
        #expect(table.cost(.employer) == 100 * 5_400 * 12)
        #expect(table.entries.allSatisfy { !$0.bearer.isPublic })
        #expect(table.name(of: .worker) == "self" && table.name(of: .employer) == "employer")
        #expect(table.name(of: .purse(0)) == "apbd" && table.name(of: .gap) == "gap")
    }

    @Test("fractions of a rupiah are rounded once for a region, year and bearer")
    func roundedOnce() throws {
        var fixture = BudgetFixture.still([("petani", 0.5)])
        fixture.set("quota", .heads(1.0 / 3))
        let table = try fixture.table()
        #expect(table.cost(.gap) == 67_200)
        for month in 0..<12 { #expect(table.cost { $0.month == month } / 2 <= 2_801) }
        #expect(Set(table.entries.map(\.cost.amount)) == [2_266, 2_267, 3_333, 3_334])
    }
}
