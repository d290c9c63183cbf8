import Analysis
import Formats
import Quantities

extension ClaimRecord {
    /// Where the table stands in the data folder.
    public static let file = "protection/claim_record.csv"

    /// Reads the shipped table.
    ///
    /// - Throws: ``InputFaults`` where it is missing or holds no figure.
    public init(_ workspace: Workspace) throws(InputFaults) {
        let file = Self.file
        var figures: [Members: [Int: Figure]] = [:]
        let table = try DataTable(
            file,
            .init(
                key: ["members", "year"],
                numbers: [("claim_ratio_jkm_share", 0...100), ("deaths_per_thousand", 0...1000)]),
            in: workspace)
        for members in Members.allCases {
            for row in try table.rows(of: members.rawValue).rows {
                guard let year = Int(row["year"]), let ratio = row.number("claim_ratio_jkm_share")
                else { continue }
                figures[members, default: [:]][year] = Figure(
                    ratio: ratio, deaths: row.number("deaths_per_thousand") ?? .nan)
            }
            if figures[members] == nil {
                throw InputFaults([
                    Diagnostic(at: Position(file: workspace.data.file(file)), Phrase.noRows)
                ])
            }
        }
        self.init(figures)
    }
}
