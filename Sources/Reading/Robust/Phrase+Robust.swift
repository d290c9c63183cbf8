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
}
