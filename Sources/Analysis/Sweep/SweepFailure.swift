import Costing
import Coverage
import Policy

/// Why a point of a sweep has no result, in a few words that are the same for alike faults.
///
///     out_of_range quota.petani
///
/// A kind, and what it is about. Numbers are left out, so that reasons can be counted, and so are
/// regions: a fault in one kabupaten and the same in another are one reason. The words for it are
/// ``Phrase/failure(_:)``; what stands in the file is the same in every language.
package struct SweepFailure: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// The scenario does not go together at the point.
        case policy(PolicyFault.Kind)
        case refused(Refusal)
    }

    /// Who refuses a point; the raw value stands in the files of a sweep.
    package enum Refusal: String, Sendable {
        case noChoice = "no_choice"
        case law, tariff, coverage, other
    }

    package let kind: Kind
    /// A key, a segment; empty where nothing is named.
    package let subject: String

    package var text: String {
        let word =
            switch kind {
            case .policy(let kind): kind.rawValue
            case .refused(let refusal): refusal.rawValue
            }
        return subject.isEmpty ? word : word + " " + subject
    }

    package init(text: String) {
        let word = String(text.prefix { $0 != " " })
        kind =
            PolicyFault.Kind(rawValue: word).map(Kind.policy)
            ?? .refused(Refusal(rawValue: word) ?? .other)
        subject = String(text.dropFirst(word.count + 1))
    }

    /// The reason for an error; of several faults the first.
    package init(_ error: any Error) {
        switch error {
        case let faults as PolicyFaults where !faults.faults.isEmpty:
            self.init(policy: faults.faults[0])
        case let fault as PolicyFault: self.init(policy: fault)
        case is PointFault: self.init(.noChoice)
        case let fault as LawSettingFault: self.init(.law, "\(fault.setting.address)")
        case let fault as TariffFault: self.init(.tariff, fault.segment.name)
        case is LawFault: self.init(.law)
        case is CoverageFault: self.init(.coverage)
        default: self.init(.other, "\(type(of: error))")
        }
    }

    private init(_ refusal: Refusal, _ subject: String = "") {
        (kind, self.subject) = (.refused(refusal), subject)
    }

    private init(policy fault: PolicyFault) {
        let summary = fault.summary
        (kind, subject) = (.policy(summary.kind), summary.subject)
    }
}
