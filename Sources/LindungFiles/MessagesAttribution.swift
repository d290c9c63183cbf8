import Analysis
import Policy
import Quantities

/// Why scenarios differ: what it takes to tell, and how changed keys are put together.
extension Messages {
    /// So many runs are worth a word before they begin.
    private static let manyRuns = 128

    /// How many runs it takes to attribute a difference; nil where they are few.
    ///
    /// - Throws: ``PolicyMismatch`` where keys cannot be compared.
    public static func attributionEffort(
        from baseline: ScenarioResult, to alternative: ScenarioResult
    ) throws -> Phrase? {
        let changes = try baseline.policy.changes(to: alternative.policy)
        let groups = ChangeGroup.groups(of: changes).count
        let runs = 1 << groups
        guard runs >= manyRuns else { return nil }
        return Phrase { language in
            let count = language.numbers.format(Int64(runs))
            return language == .indonesian
                ? "menjelaskan selisih '\(alternative.name)': \(count) perhitungan"
                    + " (setiap susunan dari \(groups) perubahan)"
                : "attributing the difference of '\(alternative.name)': \(count) runs"
                    + " (every combination of \(groups) changes)"
        }
    }

    /// That changed keys were put together, and why; nil where each stands alone.
    public static func attributionGroups(_ attributed: [ScenarioAttribution]) -> Phrase? {
        let grouped = attributed.filter { $0.keyCount > $0.groups.count }
        guard !grouped.isEmpty else { return nil }
        return Phrase { language in
            let list = grouped.map { item in
                language == .indonesian
                    ? "'\(item.alternative.name)' \(item.keyCount) kunci menjadi"
                        + " \(item.groups.count)"
                    : "'\(item.alternative.name)' \(item.keyCount) keys in \(item.groups.count)"
            }.joined(separator: "; ")
            let most = language.numbers.format(Int64(1 << Attribution.limit))
            return language == .indonesian
                ? "kunci yang berubah digabung per awalan (\(list)), karena setiap kunci"
                    + " menggandakan perhitungan; paling banyak \(most)"
                : "changed keys are put together by their beginning (\(list)), since each key"
                    + " doubles the runs; at most \(most)"
        }
    }
}
