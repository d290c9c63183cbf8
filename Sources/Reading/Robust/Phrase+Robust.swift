import Quantities

extension Phrase {
    /// A sweep with nothing to choose from: without policies, or with one.
    ///
    /// A sweep without `policies` computes its scenario, which is then the only one.
    static func onePolicy(_ name: String) -> Phrase {
        Phrase(
            id: "tidak ada yang dapat dipilih: sapuan ini hanya menghitung '\(name)'",
            en: "there is nothing to choose from: this sweep computes '\(name)' only")
    }

    static let severalPoliciesHint = Phrase(
        id: "tulis paling sedikit dua di bawah 'policies:', misalnya 'dasar: {}' dan"
            + " 'separuh: { quota: { scale: 0.5 } }'",
        en: "write at least two below 'policies:', such as 'base: {}' and"
            + " 'half: { quota: { scale: 0.5 } }'")

    static func noFuture(_ given: Int) -> Phrase {
        Phrase(
            id: "tidak satu pun dari \(given) masa depan punya hasil untuk semua kebijakan",
            en: "none of the \(given) futures has a result for every policy")
    }
}
