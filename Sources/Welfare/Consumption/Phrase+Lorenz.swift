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
        }
    }
}
