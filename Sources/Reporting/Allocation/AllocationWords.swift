import Analysis
import Policy
import Quantities

extension AllocationResult {
    var words: AllocationWords {
        AllocationWords(question: question, base: base, regions: regions)
    }
}

/// Limits of a question in words.
struct AllocationWords {
    let question: AllocationQuestion
    let base: ScenarioResult
    let regions: RegionTable

    func words(_ limit: AllocationLimit) -> Phrase {
        let policy = base.policy
        let year = limit.year.map { " \(base.summary.years[$0])" } ?? ""
        let region = limit.region.map { ", \(regions.name(of: policy.regions[$0]))" } ?? ""
        let segment = limit.segment.map { policy.segments[$0].name }
        return Phrase { language in
            let place = year + region + (segment.map { ", \($0[language])" } ?? "")
            return name(limit.source)[language] + place
        }
    }

    /// How many regions are named one by one; more are counted, or a conflict of a province would
    /// fill screens.
    private static let namedRegions = 3

    func lines(_ limits: [AllocationLimit]) -> [Phrase] {
        var order: [AllocationLimit] = []
        var groups: [AllocationLimit: [AllocationLimit]] = [:]
        for limit in limits {
            let key = limit.everywhere
            if groups[key] == nil { order.append(key) }
            groups[key, default: []].append(limit)
        }
        return order.flatMap { key -> [Phrase] in
            let group = groups[key] ?? []
            guard group.count > Self.namedRegions else { return group.map(words) }
            let head = words(key)
            return [
                Phrase(
                    "\(head), di \(group.count) kabupaten/kota",
                    en: "\(head), in \(group.count) regencies and cities")
            ]
        }
    }

    func name(_ source: AllocationLimit.Source) -> Phrase {
        switch source {
        case .ceiling(let purse):
            Phrase(
                "pagu \(base.policy.purses[purse].name)",
                en: "ceiling of \(base.policy.purses[purse].name)")
        case .purseShare(let purse):
            Phrase(
                "bagian \(base.policy.purses[purse].name)",
                en: "part of \(base.policy.purses[purse].name)")
        case .match(let purse):
            Phrase(
                "dana pendamping dari \(base.policy.purses[purse].name)",
                en: "matching by \(base.policy.purses[purse].name)")
        case .outreach(let piece):
            Phrase(
                "bagian ke-\(piece + 1) penjangkauan", en: "piece \(piece + 1) of outreach")
        case .eligible, .definition:
            Phrase(id: "pekerja yang memenuhi syarat", en: "eligible workers")
        case .coverage: Phrase(id: "jalur cakupan", en: "the coverage path")
        case .rule(let index): name(question.rules[index])
        }
    }

    private func name(_ rule: AllocationRule) -> Phrase {
        let place = rule.provenance
        return Phrase(
            "aturan '\(rule.name)' (\(place.file):\(digits: place.line))",
            en: "rule '\(rule.name)' (\(place.file):\(digits: place.line))")
    }
}

extension AllocationRefusal {
    package var text: Phrase {
        guard case .conflict(let limits) = fault else {
            return fault == .nothingToSpend
                ? Phrase.nothingToSpend
                : Phrase(
                    id: "pemecah program linear berhenti tanpa hasil",
                    en: "the solver of the linear programme stopped without a result")
        }
        let shell = AllocationWords(question: question, base: base, regions: regions)
        return Phrase.conflict(shell.lines(limits))
    }
}

extension String {
    /// `PP-50-2025` as the law is called: `PP 50/2025`.
    var ruleName: String {
        let parts = split(separator: "-")
        guard parts.count == 3 else { return self }
        return "\(parts[0]) \(parts[1])/\(parts[2])"
    }
}
