/// One search for a box: where its limits stand and which points lie in it.
///
/// By point, the number of limits that it violates is kept: 0 inside the box; 1 outside it by one
/// limit only, so that loosening that limit brings it in. Moving a limit visits just the points
/// that the limit passes, in the column's sorted order, and a candidate limit is judged from a
/// range of it without being moved.
struct PrimSearch {
    /// All points, sorted by each number once.
    let data: PrimPoints
    let settings: PrimSettings
    /// The points that no earlier box holds.
    let remaining: [Int32]
    /// By input of numbers: its limits.
    private(set) var numbers: [NumberState]
    /// By input of categories: what is allowed.
    private(set) var categories: [CategoryState]
    /// By point: how many limits it violates.
    private(set) var violations: [Int32]
    private(set) var tally: PrimTally

    struct NumberState {
        /// The remaining points by rising value; `order[low..<high]` keep within the limits.
        let order: [Int32]
        /// The first place in `order` at or above the lower limit.
        var low = 0
        /// The first place above the upper limit.
        var high: Int
        /// The lower limit, included; infinite where there is none.
        var lower = -Double.infinity
        var upper = Double.infinity
        var inside: [Int32]

        var isRestricted: Bool { lower > -.infinity || upper < .infinity }
    }

    struct CategoryState {
        /// By category: whether points of it may lie in the box.
        var isAllowed: [Bool]

        var isRestricted: Bool { isAllowed.contains(false) }
    }

    enum Move {
        case lower(column: Int, Double)
        case upper(column: Int, Double)
        /// Allows a category or forbids it.
        case category(column: Int, code: Int)
    }

    init(_ data: PrimPoints, _ settings: PrimSettings, remaining: [Int32]) {
        self.data = data
        self.settings = settings
        self.remaining = remaining
        var remains = [Bool](repeating: false, count: data.count)
        for point in remaining { remains[Int(point)] = true }
        numbers = data.numbers.map { column in
            let order = column.order.filter { remains[Int($0)] }
            return NumberState(order: order, high: order.count, inside: order)
        }
        categories = data.categories.map {
            CategoryState(isAllowed: $0.labels.map { _ in true })
        }
        violations = [Int32](repeating: 0, count: data.count)
        tally = PrimTally(
            points: remaining.count, cases: remaining.count { data.isCase[Int($0)] })
    }

    var restrictedCount: Int {
        numbers.count { $0.isRestricted } + categories.count { $0.isRestricted }
    }

    /// Moves a limit, either way.
    ///
    /// - Complexity: O(points that the limit passes); for a category, O(remaining points).
    mutating func apply(_ move: Move) {
        switch move {
        case .lower(let column, let limit): moveLower(column, to: limit)
        case .upper(let column, let limit): moveUpper(column, to: limit)
        case .category(let column, let code): toggle(column, code)
        }
    }

    /// Moves a lower limit up or down; at the end of the data there is none.
    private mutating func moveLower(_ column: Int, to limit: Double) {
        let data = data.numbers[column]
        let order = numbers[column].order
        var low = numbers[column].low
        while low < order.count, data.values[Int(order[low])] < limit {
            violate(order[low])
            low += 1
        }
        while low > 0, data.values[Int(order[low - 1])] >= limit {
            low -= 1
            reconcile(order[low])
        }
        numbers[column].low = low
        numbers[column].lower = limit > data.least ? limit : -.infinity
    }

    /// Moves an upper limit down or up; at the end of the data there is none.
    private mutating func moveUpper(_ column: Int, to limit: Double) {
        let data = data.numbers[column]
        let order = numbers[column].order
        var high = numbers[column].high
        while high > 0, data.values[Int(order[high - 1])] > limit {
            high -= 1
            violate(order[high])
        }
        while high < order.count, data.values[Int(order[high])] <= limit {
            reconcile(order[high])
            high += 1
        }
        numbers[column].high = high
        numbers[column].upper = limit < data.largest ? limit : .infinity
    }

    private mutating func toggle(_ column: Int, _ code: Int) {
        let codes = data.categories[column].codes
        let isAllowed = categories[column].isAllowed[code]
        for point in remaining where codes[Int(point)] == Int32(code) {
            if isAllowed { violate(point) } else { reconcile(point) }
        }
        categories[column].isAllowed[code].toggle()
    }

    private mutating func violate(_ point: Int32) {
        if violations[Int(point)] == 0 {
            tally.points -= 1
            tally.cases -= data.isCase[Int(point)] ? 1 : 0
        }
        violations[Int(point)] += 1
    }

    private mutating func reconcile(_ point: Int32) {
        violations[Int(point)] -= 1
        if violations[Int(point)] == 0 {
            tally.points += 1
            tally.cases += data.isCase[Int(point)] ? 1 : 0
        }
    }

    /// Takes the points that left the box out of the sorted columns inside it. Only peeling reads
    /// them, and it never brings a point back.
    mutating func compact() {
        let violations = violations
        for column in numbers.indices {
            numbers[column].inside.removeAll { violations[Int($0)] != 0 }
        }
    }
}
