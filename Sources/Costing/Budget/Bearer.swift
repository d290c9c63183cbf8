/// Who pays a part of a bill.
///
/// Public money and private money are kept apart: only purses and the gap make the public bill.
public enum Bearer: Sendable, Hashable {
    /// A purse, by its position in the scenario.
    case purse(Int)
    /// No purse: the unfunded gap, at the price of the segment's first purse.
    case gap
    /// The worker.
    case worker
    /// The worker's employer.
    case employer
}

extension Bearer {
    /// Whether it is a purse or the gap that a purse left: the public bill.
    public var isPublic: Bool {
        switch self {
        case .purse, .gap: true
        case .worker, .employer: false
        }
    }

    /// Purses by rank, then gap, worker, employer.
    package func order(of purses: Int) -> Int {
        switch self {
        case .purse(let position): position
        case .gap: purses
        case .worker: purses + 1
        case .employer: purses + 2
        }
    }

    /// A number for each, whatever the purses are: gap, worker, employer, then purses by rank.
    var code: Int {
        switch self {
        case .gap: 0
        case .worker: 1
        case .employer: 2
        case .purse(let position): 3 + position
        }
    }

    init(code: Int) {
        switch code {
        case 0: self = .gap
        case 1: self = .worker
        case 2: self = .employer
        default: self = .purse(code - 3)
        }
    }
}
