import Coverage
import Policy
import Quantities
internal import _LindungKernels

/// Eight worlds whose purses pay: budget windows planned one after another.
///
/// In January a year is planned against the murni ceilings, from the perubahan month on what is
/// left of the year against what is left of the revised ones. In each window the segments take
/// their turn in order of priority: the quota is kept (`report`) or cut (`cap`), the window is
/// simulated and its bill reserved. Then the months up to the next plan happen and are paid.
///
/// Worlds plan apart, each in its own perubahan month and out of its own purses.
///
/// - Complexity: with cuts, about log2(largest quota) simulations of a window for each segment and
///   plan; without, one.
package final class BudgetPack {
    /// Which purse may pay for whom, and the policy they belong to.
    package let rules: PurseRules
    /// By world: the position of its region.
    package let regions: [Int]
    /// By segment, highest priority first: its people.
    package let segments: [SegmentPack]
    /// By segment: who pays for it, and at what price.
    package let bills: [BillPack]
    /// `[months][purses][8]`: yearly ceilings as they stand in a month, whole rupiah.
    package let ceilings: WorldBuffer
    /// `[months][purses][8]`: the largest part of a bill.
    package let shares: WorldBuffer
    /// `[months][purses][8]`: rupiah for each rupiah of a purse's partner; 0: no rule.
    package let matches: WorldBuffer
    /// `[months][8]`: the month of APBD perubahan.
    package let revisionMonths: WorldBuffer
    /// By segment, `[months][8]`: a position among ``BudgetPolicy``.
    package let budgetPolicies: [WorldBuffer]
    /// By segment, `[months][8]`: the part of the quota that was kept.
    package let cuts: WorldBlocks
    /// By segment, `[12][32][8]`: what happened in the current year.
    package let records: WorldBlocks
    /// By segment, `[12][lines][purses + 1][2][8]`: what was paid in the current year.
    package let payments: WorldBlocks
    /// By segment, `[12][32][8]`: ``records`` less the funded whom nobody pays for; see
    /// ``paidRecord(_:)``.
    private let paidRecords: WorldBlocks
    /// By segment: whether anything of the current year is unpaid.
    private var hasGap: [Bool]

    let purses: Int
    private let start: Month
    private let years: [Range<Int>]
    /// By segment: where people stand when the current plan is made.
    let starts: [PackState]
    /// By segment: where they stand when the next plan is made, or the year is over. Only months up
    /// to there have happened.
    let nexts: [PackState]
    /// By segment: where they will stand when the year is over, under the current plan.
    let ends: [PackState]
    let probe: PackState
    /// `[12][32][8]`: what happened in it.
    let probeRecord = WorldBuffer(rows: 12 * PackRecord.rows)
    /// `[purses + 1][8]`: rupiah paid in the year before a plan, the gap last.
    private let spent: WorldBuffer
    /// By segment, `[lines][purses + 1][2][8]`: person-months and rupiah paid in the year before a
    /// plan.
    private let paid: WorldBlocks
    /// `[purses][8]`: rupiah that a purse has left for segments that were not planned yet.
    let available: WorldBuffer
    /// `[purses][8]`: rupiah that the segment at hand may draw on.
    let offered: WorldBuffer
    /// `[purses][8]`: rupiah that the bill at hand leaves of what was offered.
    let left: WorldBuffer
    /// `[purses][8]`: 1 where a cut segment of higher priority drew on the purse.
    let closed: WorldBuffer
    /// `[8]`: rupiah of the bill at hand that no purse pays.
    let gap = WorldBuffer(rows: 1)
    /// `[purses + 1][8]`: what purses had left, and what nobody paid, at the smallest number of a
    /// search that did not fit.
    let refused: WorldBuffer
    /// What was cut by world, in the order of plans.
    package internal(set) var planned: [(world: Int, cut: BudgetCut)] = []
    /// `[12][8]`: factors on the quota that a search tries.
    let candidate = WorldBuffer(rows: 12)

    /// Reads purses, prices and people; nothing has happened yet.
    ///
    /// - Parameters:
    ///   - models: by segment, in the order of the policy.
    ///   - lines: by segment, every programme that any world may have.
    ///   - regions: eight positions among the policy's regions; any may repeat.
    package init(
        _ rules: PurseRules, models: [SegmentModel], tariffs: TariffBook, lines: [[Programme]],
        regions: [Int]
    ) {
        self.rules = rules
        self.regions = regions
        let policy = rules.policy
        let months = policy.monthCount
        purses = policy.purses.count
        start = policy.horizon.lowerBound
        years = policy.yearWindows
        let moves = MoveBuffer()
        segments = models.map { SegmentPack($0, regions: regions, moves: moves) }
        bills = models.indices.map {
            BillPack(rules, tariffs, segment: $0, lines: lines[$0], regions: regions)
        }
        ceilings = WorldBuffer(rows: months * purses)
        shares = WorldBuffer(rows: months * purses)
        matches = WorldBuffer(rows: months * purses)
        revisionMonths = WorldBuffer(rows: months)
        budgetPolicies = models.map { _ in WorldBuffer(rows: months) }
        cuts = WorldBlocks(models.count, rows: months)
        records = WorldBlocks(models.count, rows: 12 * PackRecord.rows)
        let mostRows = bills.map(\.paymentRows).max() ?? 0
        payments = WorldBlocks(bills.count, rows: 12 * mostRows)
        paidRecords = WorldBlocks(models.count, rows: 12 * PackRecord.rows)
        hasGap = models.map { _ in false }
        spent = WorldBuffer(rows: purses + 1)
        paid = WorldBlocks(bills.count, rows: mostRows)
        starts = segments.map { $0.start() }
        nexts = segments.map { $0.start() }
        ends = segments.map { $0.start() }
        probe = PackState(cohorts: models.first?.cohortCount ?? 1)
        (available, offered) = (WorldBuffer(rows: purses), WorldBuffer(rows: purses))
        (left, closed) = (WorldBuffer(rows: purses), WorldBuffer(rows: purses))
        refused = WorldBuffer(rows: purses + 1)
        for (world, region) in regions.enumerated() {
            let twin = regions.twin(of: world)
            guard twin == world else {
                let written = [ceilings, shares, matches, revisionMonths] + budgetPolicies
                for buffer in written { buffer.copyWorld(twin, to: world) }
                continue
            }
            read(world, region)
        }
    }

    /// Reads the purses and rules of one region into a world.
    ///
    /// Every month has its numbers, although ceilings and rules are looked at only where a plan is
    /// made: a draw may move the month of APBD perubahan.
    private func read(_ world: Int, _ region: Int) {
        let policy = rules.policy
        let revision = policy.timeline(Parameters.revisionMonth, policy.regions[region])
        for (index, month) in policy.horizon.enumerated() {
            let limits = rules.ceilings(region: region, month: index)
            for purse in 0..<purses {
                ceilings.row(index * purses + purse)[world] = limits[purse]
                shares.row(index * purses + purse)[world] =
                    rules.share(purse, region: region, month: index)
                matches.row(index * purses + purse)[world] =
                    rules.match(purse, region: region, month: index)
            }
            revisionMonths.row(index)[world] = revision[month]
        }
        for (position, segment) in policy.segments.enumerated() {
            let rule = policy.timeline(
                Parameters.budgetPolicy, segment.id, policy.regions[region])
            for (index, month) in policy.horizon.enumerated() {
                budgetPolicies[position].row(index)[world] = Double(rule[month].position)
            }
        }
    }

    /// Goes through the horizon year by year, from the opening stock on.
    ///
    /// What was written to the pack's places stays, what happened in an earlier run does not: the
    /// same numbers come out of every run.
    ///
    /// - Parameter book: called when a year is over, with its months; records and payments hold it
    ///   until the next year begins.
    package func run(_ book: (Range<Int>) -> Void) {
        for (segment, state) in zip(segments, starts) { segment.restart(state) }
        cuts.fill(1)
        planned.removeAll()
        for year in years {
            var plans = [year.lowerBound]
            for month in year.dropFirst() where isDue(month) != .none { plans.append(month) }
            for (position, start) in plans.enumerated() {
                let next = position + 1 < plans.count ? plans[position + 1] : year.upperBound
                plan(BudgetWindow(year: year, start: start, next: next), position == 0)
            }
            for segment in segments.indices { keepPaid(segment, year) }
            book(year)
        }
    }

    private func keepPaid(_ segment: Int, _ year: Range<Int>) {
        hasGap[segment] =
            lk_keep_paid(
                Int32(year.count), Int32(bills[segment].lines.count), Int32(purses + 1),
                payments[segment], records[segment], paidRecords[segment]) != 0
    }

    /// `[12][32][8]`: the current year's record, of the funded only those whose contribution a
    /// purse pays.
    ///
    ///     paid share = (funded - largest gap of any programme) / funded, by month
    ///
    /// Person-months, the stock at the end of a month and deaths of `F1`, `F2`, `F` are multiplied
    /// by it; a month counts as paid where all its programmes are.
    package func paidRecord(_ segment: Int) -> UnsafePointer<Double> {
        UnsafePointer(hasGap[segment] ? paidRecords[segment] : records[segment])
    }

    /// Whether anybody of the current year is not paid for, so that ``paidRecord(_:)`` is another
    /// than the record.
    func isShort(_ segment: Int) -> Bool { hasGap[segment] }

    /// The worlds whose APBD perubahan takes effect in a month. In a year's first month all worlds
    /// plan, due or not.
    private func isDue(_ month: Int) -> WorldSet {
        let calendar = start.advanced(by: month).monthOfYear
        let revision = revisionMonths.row(month)
        return WorldSet { Int(revision[$0]) == calendar }
    }

    /// Plans from a month to December for the worlds that are due.
    ///
    /// What the purses have is
    ///
    ///     available = max(0, ceiling in the plan's month - spent in the year)
    ///
    /// less what the segments before were promised. A purse that a cut segment drew on is closed
    /// to cut segments of lower priority: they would be cut to nothing before it was cut at all.
    private func plan(_ window: BudgetWindow, _ isFirst: Bool) {
        let due = isFirst ? .all : isDue(window.start)
        openPurses(window)
        closed.fill(0)
        for segment in segments.indices {
            offer(segment, window)
            supersede(segment, window, due)
            let isCut = fit(segment, window, due, isFirst)
            reserve(segment, window, due)
            planned += isCut.map { ($0.world, cut($0, segment, window)) }
            for state in isCut { close(segment, window, state.world) }
            starts[segment].copy(nexts[segment])
        }
    }

    /// What the purses offer a segment: all they have, but nothing to worlds that cut where a
    /// segment above was cut.
    ///
    /// Worlds that keep their quota (`report`) may draw on closed purses: they cut nothing, and
    /// show the gap that is left.
    private func offer(_ segment: Int, _ window: BudgetWindow) {
        offered.copy(available)
        let rule = budgetPolicies[segment].row(window.start)
        for purse in 0..<purses {
            let (offer, shut) = (offered.row(purse), closed.row(purse))
            for world in 0..<worldCount where shut[world] != 0 && rule[world] != 0 {
                offer[world] = 0
            }
        }
    }

    /// What each purse has left when a plan is made.
    ///
    ///     spent(purse) = paid over segments, programmes and the year's months before the plan
    ///
    /// Nothing was spent before the year's first plan: a ceiling is of the year.
    private func openPurses(_ window: BudgetWindow) {
        spent.fill(0)
        for segment in window.offset > 0 ? segments.indices : 0..<0 {
            let bill = bills[segment]
            lk_sum_blocks(
                Int32(window.offset), Int32(bill.paymentRows * worldCount),
                payments[segment], paid[segment])
            lk_sum_lines(
                Int32(bill.lines.count), Int32(purses + 1), paid[segment], spent.base)
        }
        for purse in 0..<purses {
            let (has, ceiling, spent) = (
                available.row(purse), ceilings.row(window.start * purses + purse),
                spent.row(purse)
            )
            for world in 0..<worldCount { has[world] = max(0, ceiling[world] - spent[world]) }
        }
    }

    /// Person-months and rupiah, `[2][8]`, that a bearer paid in a month of the current year.
    ///
    /// - Parameters:
    ///   - month: counted from the first month of the year that lies in the horizon.
    ///   - line: a position among the segment's programmes.
    ///   - bearer: a position among the purses, or behind them for the gap.
    package func payment(
        _ segment: Int, _ month: Int, _ line: Int, _ bearer: Int
    ) -> UnsafeMutablePointer<Double> {
        let bill = bills[segment]
        return payments.row(
            segment, month * bill.paymentRows + (line * (purses + 1) + bearer) * 2)
    }

    /// Pays for a planned window; what purses pay of it is no longer available. The bill of the
    /// whole window is promised, so a later segment cannot spend December's money in June.
    private func reserve(_ segment: Int, _ window: BudgetWindow, _ due: WorldSet) {
        let bill = bills[segment]
        let place = payments.row(segment, window.offset * bill.paymentRows)
        let size = window.months.count * bill.paymentRows * worldCount
        // Worlds that are not due keep what was paid under their own plan.
        let kept = due == .all ? [] : Array(UnsafeBufferPointer(start: place, count: size))
        left.copy(offered)
        bill.settle(
            window.months, record: records.row(segment, window.offset * PackRecord.rows),
            shares: shares, matches: matches, available: left, payments: place, gap: gap)
        for world in 0..<worldCount where !due[world] {
            for cell in stride(from: world, to: kept.count, by: worldCount) {
                place[cell] = kept[cell]
            }
        }
        for purse in 0..<purses {
            let (has, offer, rest) = (available.row(purse), offered.row(purse), left.row(purse))
            for world in 0..<worldCount where due[world] {
                has[world] -= offer[world] - rest[world]
            }
        }
    }

    private func close(_ segment: Int, _ window: BudgetWindow, _ world: Int) {
        for month in window.offset..<window.offset + window.months.count {
            for line in bills[segment].lines.indices {
                for purse in 0..<purses where payment(segment, month, line, purse)[world] > 0 {
                    closed.row(purse)[world] = 1
                }
            }
        }
    }
}
