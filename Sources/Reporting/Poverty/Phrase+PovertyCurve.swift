import Quantities
import Welfare

extension Phrase {
    /// From which p on a form holds, and whether those below the line are there.
    ///
    /// - Parameter headcount: P0 by the curve, which is above the p where the form serves.
    static func validity(
        _ form: LorenzFit.Form, _ curve: any LorenzCurve, headcount: Double
    ) -> Phrase {
        let (name, poor) = (Phrase.form(form), Phrase(same: "\(percent: headcount, decimals: 2)"))
        guard let valid = curve.validFrom, valid > 0 else {
            return Phrase(
                "\(name) berlaku dari yang paling miskin ke atas, jadi juga untuk P0 \(poor)",
                en: "\(name) holds from the very poorest on, and so for the P0 of \(poor)")
        }
        let below = poorest(valid)
        let holds = Phrase(
            "\(name) berlaku dari \(below) penduduk termiskin ke atas, dan P0 \(poor) ada di sana",
            en: "\(name) holds from the poorest \(below) on, where the P0 of \(poor) lies")
        guard valid > curve.bendsUpFrom ?? 0 else {
            return Phrase(
                "\(holds); di bawahnya kurvanya melengkung ke bawah",
                en: "\(holds); below it bends down")
        }
        return Phrase(
            "\(holds); menurut kurvanya \(below) itu berkonsumsi di bawah nol: P1 dan P2"
                + " menghitung mereka, Watts tidak",
            en: "\(holds); by the curve those \(below) have less than nothing: P1 and P2 count"
                + " them, Watts does not")
    }
}
