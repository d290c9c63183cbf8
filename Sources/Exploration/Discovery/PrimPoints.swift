/// What was varied over the runs: a number or a category for each point.
public struct PrimInput: Sendable, Equatable {
    /// The input's value at each point.
    public enum Values: Sendable, Equatable {
        /// Finite numbers; a switch is 0 or 1.
        case numbers([Double])
        /// Labels without an order.
        case categories([String])

        /// How many points there are.
        public var count: Int {
            switch self {
            case .numbers(let values): values.count
            case .categories(let values): values.count
            }
        }
    }

    /// As limits and tables name it.
    public let name: String
    /// By point, in the order of the outcomes.
    public let values: Values

    /// Names an input's values.
    public init(_ name: String, _ values: Values) {
        self.name = name
        self.values = values
    }
}

/// Runs by their inputs, and which of them are of interest: what scenario discovery looks at.
///
/// Columns are sorted once, here; a search then works with ranges of the sorted points.
///
///     let points = try PrimPoints(
///         [PrimInput("growth", .numbers(growth)), PrimInput("path", .categories(path))],
///         isCase: deficits)
///     let found = try points.discover()
///     found.boxes[0].chosen.box  // growth at most 0.031 ...
public struct PrimPoints: Sendable {
    /// The inputs, as given.
    public let inputs: [PrimInput]
    /// By point: whether it is of interest.
    public let isCase: [Bool]
    /// By point: the number of what it comes from. Points of one number, such as one draw under
    /// several policies, are not told apart where points are set aside.
    let sources: [Int]
    /// How many points are of interest.
    public let caseCount: Int
    /// The inputs that are numbers, with their points sorted, in the order given.
    let numbers: [NumberColumn]
    /// The inputs that are categories, in the order given.
    let categories: [CategoryColumn]

    /// How many points there are.
    public var count: Int { isCase.count }

    struct NumberColumn: Sendable {
        let input: Int
        /// By point.
        let values: [Double]
        let order: [Int32]
        /// The smallest value; a limit at or below it is none.
        let least: Double
        /// The largest value; a limit at or above it is none.
        let largest: Double
    }

    struct CategoryColumn: Sendable {
        let input: Int
        /// The categories that occur, in the order of their text.
        let labels: [String]
        /// By point: position in the labels.
        let codes: [Int32]
    }

    /// Takes and sorts the inputs.
    ///
    /// - Parameter sources: by point the number of what it comes from; nil where each comes alone.
    /// - Throws: ``PrimFault``: no points or inputs, columns of other lengths, repeated names,
    ///   numbers that are not finite, or an outcome that is the same everywhere.
    /// - Complexity: O(d n log n) for n points and d inputs.
    public init(
        _ inputs: [PrimInput], isCase: [Bool], sources: [Int]? = nil
    ) throws(PrimFault) {
        try Self.check(inputs, isCase)
        self.sources = sources ?? Array(isCase.indices)
        self.inputs = inputs
        self.isCase = isCase
        caseCount = isCase.count { $0 }
        var numbers: [NumberColumn] = []
        var categories: [CategoryColumn] = []
        for (position, input) in inputs.enumerated() {
            switch input.values {
            case .numbers(let values): numbers.append(NumberColumn(position, values))
            case .categories(let values): categories.append(CategoryColumn(position, values))
            }
        }
        self.numbers = numbers
        self.categories = categories
    }

    /// Refuses what a search could not tell apart or count.
    private static func check(_ inputs: [PrimInput], _ isCase: [Bool]) throws(PrimFault) {
        guard !isCase.isEmpty, isCase.count < Int(Int32.max) else {
            throw .pointCount(isCase.count)
        }
        guard !inputs.isEmpty else { throw .noInputs }
        var seen: Set<String> = []
        for input in inputs {
            guard seen.insert(input.name).inserted else { throw .duplicateInput(input.name) }
            guard input.values.count == isCase.count else {
                throw .lengthsDiffer(
                    input: input.name, input.values.count, expected: isCase.count)
            }
            if case .numbers(let values) = input.values,
                let point = values.firstIndex(where: { !$0.isFinite })
            {
                throw .notFinite(input: input.name, point: point, values[point])
            }
        }
        if isCase.allSatisfy({ $0 == isCase[0] }) { throw .sameOutcome(isCase[0]) }
    }
}

extension PrimPoints.NumberColumn {
    init(_ input: Int, _ values: [Double]) {
        let pairs = values.enumerated().map { (value: $1, point: Int32($0)) }
            .sorted { $0.value < $1.value }
        self.init(
            input: input, values: values, order: pairs.map(\.point),
            least: pairs[0].value, largest: pairs[pairs.count - 1].value)
    }
}

extension PrimPoints.CategoryColumn {
    /// Numbers the categories by their text, so that the order of points does not matter.
    init(_ input: Int, _ values: [String]) {
        let labels = Set(values).sorted()
        let codes = Dictionary(
            uniqueKeysWithValues: labels.enumerated().map { ($1, Int32($0)) })
        self.init(input: input, labels: labels, codes: values.map { codes[$0] ?? 0 })
    }
}
