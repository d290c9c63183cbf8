import Forecasting

/// Series of R, and what R's package forecast says of them.
struct ReferenceSeries {
    static let table = Result { try ReferenceTable("series") }
    static let answers = Result { try ReferenceTable("smoothing") }

    let name: String
    let series: TimeSeries

    init(_ name: String) throws {
        let rows = try Self.table.get().rows.filter { $0["series"] == name }
        self.name = name
        series = TimeSeries(
            rows.map { Double($0["value"] ?? "") ?? .nan }, period: Int(rows[0]["period"]!)!)
    }

    func answer(_ method: String, _ quantity: String) throws -> [Double] {
        try Self.answers.get().numbers(
            "value", where: ["series": name, "method": method, "quantity": quantity])
    }
}
