import Foundation

/// Who pays how much in one region, computed from a resolved configuration and its `read_me`
/// alone, for scenarios that keep their quotas (`report`).
struct StrangersBill {
    typealias Object = [String: Any]

    private let document: Object
    private let region: String
    private let months: [String]
    private let cells: [(cell: Object, funded: [Double])]
    /// By year and bearer: rupiah before rounding.
    private(set) var paid: [String: Double] = [:]
    private var spent: [String: Double] = [:]

    /// - Parameter cells: the region's, in order of priority, with funded person-months.
    init(_ cells: [(cell: Object, funded: [Double])], region: String, of document: Object) {
        self.cells = cells
        self.region = region
        self.document = document
        months = document["months"] as? [String] ?? []
        let budget = (document["budget"] as? [Object])?.first {
            $0["region"] as? String == region
        }
        let revision = budget?["revision_month"] as? [Double] ?? []
        let starts = months.indices.filter { month in
            month == 0 || number(of: month) == 1 || number(of: month) == Int(revision[month])
        }
        for (index, start) in starts.enumerated() {
            let end = index + 1 < starts.count ? starts[index + 1] : months.count
            if start == 0 || number(of: start) == 1 { spent = [:] }
            plan(start, until: end)
        }
    }

    private func number(of month: Int) -> Int { Int(months[month].suffix(2)) ?? 0 }

    private func limit(_ purse: String, _ name: String, _ month: Int) -> Double {
        let limits = document["purse_limits"] as? [Object] ?? []
        let found = limits.first {
            $0["purse"] as? String == purse && $0["region"] as? String == region
        }
        return (found?[name] as? [Double])?[month] ?? .nan
    }

    private func purse(_ id: String) -> Object {
        (document["purses"] as? [Object])?.first { $0["id"] as? String == id } ?? [:]
    }

    /// Plans to December and books what happens before the next plan.
    private mutating func plan(_ start: Int, until end: Int) {
        let ids = (document["purses"] as? [Object] ?? []).compactMap { $0["id"] as? String }
        var left: [String: Double] = [:]
        for id in ids {
            left[id] = max(0, limit(id, "ceiling_rp", start) - (spent[id] ?? 0))
        }
        let december = min(months.count, start + 13 - number(of: start))
        for (cell, funded) in cells {
            for month in start..<december where funded[month] > 0 {
                let programmes = (cell["programmes"] as? [String])?[month] ?? ""
                for programme in programmes.split(separator: " ") {
                    pay(cell, String(programme), month, funded[month], month < end, &left)
                }
            }
        }
    }

    private mutating func pay(
        _ cell: Object, _ programme: String, _ month: Int, _ bill: Double, _ isBooked: Bool,
        _ left: inout [String: Double]
    ) {
        let order = ((cell["purse_order"] as? [String])?[month] ?? "").split(separator: " ")
            .map(String.init)
        let segment = cell["segment"] as? String ?? ""
        func price(_ id: String) -> Double {
            let prices = cell["contributions_rp"] as? [String: [String: [Double]]]
            return prices?[purse(id)["payer"] as? String ?? ""]?[programme]?[month] ?? .nan
        }
        func book(_ bearer: String, _ amount: Double) {
            if isBooked { paid["\(months[month].prefix(4)) \(bearer)", default: 0] += amount }
        }
        var unpaid = bill
        for id in order where unpaid > 0 {
            let rules = purse(id)
            guard (rules["programmes"] as? [String])?.contains(programme) ?? false,
                (rules["segments"] as? [String])?.contains(segment) ?? false
            else { continue }
            let room = price(id) > 0 ? (left[id] ?? 0) / price(id) : unpaid
            let part = min(unpaid, limit(id, "share", month) * bill, room)
            unpaid -= part
            left[id] = max(0, (left[id] ?? 0) - part * price(id))
            if isBooked { spent[id, default: 0] += part * price(id) }
            book(id, part * price(id))
        }
        let prices = cell["contributions_rp"] as? [String: [String: [Double]]]
        let closing = (cell["gap_payer"] as? [String])?[month] ?? ""
        let open = unpaid * (prices?[closing]?[programme]?[month] ?? .nan)
        if open > 1e-3 { book("gap", open) }
    }
}
