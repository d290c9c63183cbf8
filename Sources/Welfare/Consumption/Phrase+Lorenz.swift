import Quantities

extension Phrase {
    package static func form(_ form: LorenzFit.Form) -> Phrase {
        switch form {
        case .quadratic: Phrase(id: "kuadrat umum", en: "general quadratic")
        case .beta: Phrase(id: "beta", en: "beta")
        }
    }

    package static func lorenz(_ fault: LorenzFault) -> Phrase {
        func at(_ p: Double, _ id: String, _ en: String) -> Phrase {
            Phrase(
                "pada \(percent: p) penduduk termiskin \(id)",
                en: "at the poorest \(percent: p) \(en)")
        }
        return switch fault {
        case .notDetermined:
            Phrase(
                id: "baris-barisnya tidak menentukan koefisien",
                en: "the rows do not determine its coefficients")
        case .undefined(let p): at(p, "kurvanya tidak punya nilai", "the curve has no value")
        case .falling(let p):
            at(p, "kurvanya turun, seakan konsumsi di bawah nol", "it falls, as if below zero")
        case .bendingDown(let p):
            at(p, "kurvanya melengkung ke bawah", "it bends down")
        case .ends(let end):
            Phrase(
                "kurvanya berakhir pada \(end, decimals: 3), bukan 1",
                en: "it ends at \(end, decimals: 3), not at 1")
        case .poorBelow(let valid, let headcount):
            Phrase(
                "kurvanya baru berlaku dari \(poorest(valid)) penduduk termiskin ke atas, terlalu"
                    + " dekat dengan P0 \(percent: headcount, decimals: 3)",
                en: "it holds from the poorest \(poorest(valid)) on only, too near the P0 of"
                    + " \(percent: headcount, decimals: 3)")
        }
    }

    /// A fault with the p from which on the form would hold, where it is the low end that is wrong.
    package static func lorenz(_ fault: LorenzFault, validFrom: Double?) -> Phrase {
        let text = lorenz(fault)
        guard let valid = validFrom, valid < 1 else { return text }
        switch fault {
        case .falling(let p) where p <= valid, .bendingDown(let p) where p <= valid:
            return Phrase(
                "\(text), dan berlaku dari \(poorest(valid)) ke atas",
                en: "\(text), and holds from \(poorest(valid)) on")
        default: return text
        }
    }

    /// A part of the people from the poorest on, which may be one in a million.
    package static func poorest(_ p: Double) -> Phrase {
        p < 0.000_01
            ? Phrase(
                "kurang dari \(percent: 0.000_01, decimals: 3)",
                en: "less than \(percent: 0.000_01, decimals: 3)")
            : Phrase(same: "\(percent: p, decimals: 3)")
    }
}
