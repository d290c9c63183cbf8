extension String {
    /// `PP-50-2025` as the law is called: `PP 50/2025`.
    var ruleName: String {
        let parts = split(separator: "-")
        guard parts.count == 3 else { return self }
        return "\(parts[0]) \(parts[1])/\(parts[2])"
    }
}
