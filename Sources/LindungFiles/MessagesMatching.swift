import Policy
import Quantities

/// Purses that match another: the province adds 40 where the regency pays 60.
extension Messages {
    /// What is wrong with a matching rule.
    ///
    /// | Fault | A reader sees it when |
    /// |---|---|
    /// | `matchWithoutPartner` | `purse.match` is set for a purse that matches nobody |
    /// | `partnerLeftOut` | the purse that is matched is not in the scenario |
    /// | `partnerNotBefore` | the purse is asked before the one that it matches |
    /// | `matchExceedsBill` | the partner's share and what matches it exceed the bill |
    static func matching(_ fault: PolicyFault, _ regions: RegionTable) -> Phrase {
        switch fault {
        case .matchWithoutPartner(let purse, _):
            Phrase(
                id: "sumber dana '\(purse)' diberi 'purse.match', tetapi bukan pendamping sumber"
                    + " dana mana pun",
                en: "purse '\(purse)' has a 'purse.match' but matches no purse")
        case .partnerLeftOut(let purse, let partner, _):
            Phrase(
                id: "sumber dana '\(purse)' mendampingi '\(partner)', yang tidak ada di skenario"
                    + " ini",
                en: "purse '\(purse)' matches '\(partner)', which is not in this scenario")
        case .partnerNotBefore(let purse, let partner, let segment, _):
            Phrase(
                id: "sumber dana '\(purse)' mendampingi '\(partner)', tetapi '\(partner)' tidak"
                    + " membayar lebih dahulu untuk segmen '\(segment)'",
                en: "purse '\(purse)' matches '\(partner)', but '\(partner)' does not pay before"
                    + " it for segment '\(segment)'")
        case .matchExceedsBill(let purse, let partner, let region, let total, _):
            matchExceedsBill(purse, partner, regions.name(of: region), total)
        default: Phrase(id: "", en: "")
        }
    }

    /// The partner's share of a bill and what is added to it, more than the whole bill.
    private static func matchExceedsBill(
        _ purse: FundingSourceID, _ partner: FundingSourceID, _ region: String, _ total: Double
    ) -> Phrase {
        Phrase {
            $0 == .indonesian
                ? "bagian '\(partner)' dan dana pendamping '\(purse)' di \(region) berjumlah"
                    + " \($0.numbers.plain(total)) kali kebutuhan iuran, lebih dari 1"
                : "the share of '\(partner)' and what '\(purse)' adds to it in \(region) come to"
                    + " \($0.numbers.plain(total)) times the bill, more than 1"
        }
    }

    /// A purse in the catalogue that is to follow its own payments.
    static func matchesItself(_ purse: String) -> Phrase {
        Phrase(
            id: "sumber dana '\(purse)' tidak dapat mendampingi dirinya sendiri",
            en: "purse '\(purse)' cannot match itself")
    }

    /// Purses in the catalogue that wait for each other.
    static func matchingCircle(_ purses: [String]) -> Phrase {
        let chain = purses.joined(separator: " -> ")
        return Phrase(
            id: "sumber dana saling menunggu: \(chain)", en: "purses wait for each other: \(chain)")
    }

    /// What would be right.
    static func matchingHint(_ fault: PolicyFault) -> Phrase? {
        switch fault {
        case .matchWithoutPartner:
            Phrase(
                id: "tulis 'matches' sumber dana ini di purses.yaml, atau pakai 'purse.share'",
                en: "write 'matches' of this purse in purses.yaml, or use 'purse.share'")
        case .partnerLeftOut(_, let partner, _):
            Phrase(
                id: "tambahkan '\(partner)' pada 'purses', di depannya",
                en: "add '\(partner)' to 'purses', before it")
        case .partnerNotBefore(_, let partner, let segment, _):
            Phrase(
                id: "taruh '\(partner)' di depannya pada 'purses' atau"
                    + " 'funding.purses.\(segment)'",
                en: "put '\(partner)' before it in 'purses' or 'funding.purses.\(segment)'")
        case .matchExceedsBill(let purse, let partner, _, _, _):
            Phrase(
                id:
                    "turunkan 'purse.share.\(partner)' atau 'purse.match.\(purse)'; untuk 60"
                    + " banding 40: bagian 0,6 dan pendamping 0,6667",
                en: "lower 'purse.share.\(partner)' or 'purse.match.\(purse)'; for 60 to 40: share"
                    + " 0.6 and match 0.6667")
        default: nil
        }
    }
}
