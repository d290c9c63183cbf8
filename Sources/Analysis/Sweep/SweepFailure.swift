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
    /// What is wrong: `out_of_range`, `no_purse`.
    package let kind: String
    /// A key, a segment; empty where nothing is named.
    package let subject: String

    /// What stands in the column `failed`.
    package var text: String { subject.isEmpty ? kind : kind + " " + subject }

    /// The reason that a cell holds.
    package init(text: String) {
        kind = String(text.prefix { $0 != " " })
        subject = String(text.dropFirst(kind.count + 1))
    }

    /// The reason for an error; of several faults the first.
    package init(_ error: any Error) {
        switch error {
        case let faults as PolicyFaults:
            self = faults.faults.first.map(Self.init(policy:)) ?? Self(kind: "policy")
        case let fault as PolicyFault: self.init(policy: fault)
        case is PointFault: self.init(kind: "no_choice")
        case let fault as LawSettingFault:
            self.init(kind: "law", subject: "\(fault.setting.address)")
        case let fault as TariffFault: self.init(kind: "tariff", subject: fault.segment.name)
        case is LawFault: self.init(kind: "law")
        case is CoverageFault: self.init(kind: "coverage")
        default: self.init(kind: "other", subject: "\(type(of: error))")
        }
    }

    /// A reason by its parts; the kind is one word without blanks, since the first blank ends it.
    private init(kind: String, subject: String = "") {
        self.kind = kind
        self.subject = subject
    }

    /// The reason for a policy that does not go together.
    private init(policy fault: PolicyFault) {
        switch fault {
        case .missing(let address): self.init(kind: "missing", subject: address.withoutRegion)
        case .gap(let address, _, _, _):
            self.init(kind: "gap", subject: address.withoutRegion)
        case .outOfRange(let address, _, _, _, _):
            self.init(kind: "out_of_range", subject: address.withoutRegion)
        case .totalOfWiderRegion(let address, _, _):
            self.init(kind: "total_of_wider_region", subject: address.withoutRegion)
        case .ends(let address, _, _): self.init(kind: "ends", subject: address.withoutRegion)
        case .notWhole(let address, _, _, _):
            self.init(kind: "not_whole", subject: address.withoutRegion)
        case .sharesExceedOne(let segment, _, _, _):
            self.init(kind: "shares_exceed_one", subject: segment.name)
        case .purseMayNotPay(let purse, let segment, _):
            self.init(kind: "purse_may_not_pay", subject: "\(purse.name) \(segment.name)")
        case .noPurse(let segment, _): self.init(kind: "no_purse", subject: segment.name)
        case .noPurseForProgramme(let segment, _, _):
            self.init(kind: "no_purse", subject: segment.name)
        case .pursesPayPart(let segment, _, _, _):
            self.init(kind: "purses_pay_part", subject: segment.name)
        case .matchWithoutPartner(let purse, _), .partnerLeftOut(let purse, _, _),
            .partnerNotBefore(let purse, _, _, _), .matchExceedsBill(let purse, _, _, _, _):
            self.init(kind: "match", subject: purse.name)
        case .noProgramme(let segment, _): self.init(kind: "no_programme", subject: segment.name)
        case .fundingPastDecember(let segment, _, _, _, _):
            self.init(kind: "past_december", subject: segment.name)
        }
    }
}

extension Address {
    /// The key with its member.
    fileprivate var withoutRegion: String { key + (member.map { "." + $0 } ?? "") }
}
