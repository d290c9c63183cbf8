import Analysis
import Policy
import Quantities

extension AllocationResult {
    /// What reaching people takes of the purses' money: one line for each segment that costs any.
    var outreachFacts: [Phrase] {
        var found: [Int: (persons: Double, money: Double, last: Double)] = [:]
        for (option, count) in zip(answer.problem.options, answer.persons) where count > 0 {
            var line = found[option.segment] ?? (0, 0, 0)
            line.persons += count
            line.money += count * option.outreach
            line.last = max(line.last, option.outreach)
            found[option.segment] = line
        }
        return question.outreach.keys.sorted().map { segment in
            let name = base.policy.segments[segment].name
            guard let line = found[segment] else {
                return Phrase(
                    "\(name): tidak ada yang dijangkau", en: "\(name): nobody is reached")
            }
            return Phrase(
                "\(name): \(money: line.money) menjangkau \(line.persons) orang-tahun,"
                    + " \(money: line.money / line.persons) per orang; yang termahal"
                    + " \(money: line.last)",
                en: "\(name): \(money: line.money) reach \(line.persons) person-years,"
                    + " \(money: line.money / line.persons) each; the dearest"
                    + " \(money: line.last)")
        }
    }
}
