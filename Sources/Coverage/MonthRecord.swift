/// What happened to one segment, month by month.
///
/// The numbers stay with the packs of up to eight regions that they were projected in: of many
/// regions they are a large part of the memory, and putting packs together copies none.
public struct MonthRecords: RandomAccessCollection, Sendable, Equatable {
    /// By pack of ``worldCount`` consecutive regions, the last of which may have fewer:
    /// `[months][regions][``MonthRow/count``]`.
    private var packs: [[Double]]
    /// How many months there are.
    public let count: Int
    let regionCount: Int

    init(packs: [[Double]], months: Int, regions: Int) {
        (self.packs, count, regionCount) = (packs, months, regions)
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { count }
    public subscript(month: Int) -> MonthRecord { MonthRecord(self, month) }

    /// A number of a month and region; `row` as in ``MonthRow``.
    subscript(row: Int, month: Int, region: Int) -> Double {
        get { packs[region / worldCount][place(row, month, region)] }
        set { packs[region / worldCount][place(row, month, region)] = newValue }
    }

    private func place(_ row: Int, _ month: Int, _ region: Int) -> Int {
        let (pack, own) = region.quotientAndRemainder(dividingBy: worldCount)
        let live = Swift.min(worldCount, regionCount - pack * worldCount)
        return (month * live + own) * MonthRow.count + row
    }
}

/// The rows of a month and region in ``MonthRecords``.
enum MonthRow {
    /// Ten by status, at the start of the month; and after decisions.
    static var start: Int { 0 }
    static var exposed: Int { 10 }
    /// Four by cause.
    static var exits: Int { 20 }
    static var entrants: Int { 24 }
    static var enrolled: Int { 25 }
    static var released: Int { 26 }
    static var quota: Int { 27 }
    static var unfilled: Int { 28 }
    static var count: Int { 29 }
}

/// What happened in one month to one segment, by region.
///
/// Stocks are indexed `region * 10 + status`, exits `region * 4 + cause`, all in persons. Cohorts
/// are summed: what happened to one of them is not kept.
public struct MonthRecord: Sendable, Equatable {
    private let records: MonthRecords
    private let month: Int

    init(_ records: MonthRecords, _ month: Int) { (self.records, self.month) = (records, month) }

    /// Numbers of some rows, region by region.
    public struct Numbers: RandomAccessCollection, Sendable, Equatable {
        fileprivate let records: MonthRecords
        fileprivate let month: Int
        fileprivate let rows: Range<Int>

        public var startIndex: Int { 0 }
        public var endIndex: Int { records.regionCount * rows.count }
        public subscript(position: Int) -> Double {
            let (region, row) = position.quotientAndRemainder(dividingBy: rows.count)
            return records[rows.lowerBound + row, month, region]
        }

        public static func == (left: Numbers, right: Numbers) -> Bool {
            left.elementsEqual(right)
        }
    }

    private func numbers(_ row: Int, _ count: Int = 1) -> Numbers {
        Numbers(records: records, month: month, rows: row..<row + count)
    }

    /// The stock at the start of the month, before anything happens. Ageing, entrants and
    /// decisions of the month come later.
    public var start: Numbers { numbers(MonthRow.start, Status.count) }
    /// The stock after decisions: the person-months at risk, on which contributions are charged.
    public var exposed: Numbers { numbers(MonthRow.exposed, Status.count) }
    /// Those who left, by cause. Of the month's transition, and in January of ageing out of the
    /// last band.
    public var exits: Numbers { numbers(MonthRow.exits, ExitCause.count) }
    /// Those who joined, all unprotected.
    public var entrants: Numbers { numbers(MonthRow.entrants) }
    /// Enrolled by the quota.
    public var enrolled: Numbers { numbers(MonthRow.enrolled) }
    /// Released by the quota.
    public var released: Numbers { numbers(MonthRow.released) }
    /// The quota in force, 0 in an unfunded month.
    public var quota: Numbers { numbers(MonthRow.quota) }
    /// Persons of the quota for whom no eligible worker was left.
    public var unfilled: Numbers { numbers(MonthRow.unfilled) }

    public static func == (left: MonthRecord, right: MonthRecord) -> Bool {
        left.numbers(0, MonthRow.count) == right.numbers(0, MonthRow.count)
    }

    /// Person-months of the given statuses in a region. Each person counts one month in the status
    /// held after decisions, whatever follows within it.
    public func exposure(_ statuses: [Status], region: Int) -> Double {
        statuses.reduce(0) { $0 + records[MonthRow.exposed + $1.rawValue, month, region] }
    }

    /// Persons of the given statuses in a region at the start of the month.
    public func stock(_ statuses: [Status], region: Int) -> Double {
        statuses.reduce(0) { $0 + records[MonthRow.start + $1.rawValue, month, region] }
    }

    /// Persons who left a region for a cause.
    public func exits(_ cause: ExitCause, region: Int) -> Double {
        records[MonthRow.exits + cause.rawValue, month, region]
    }
}
