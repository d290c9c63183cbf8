import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    static let helpPovertyRegion = Phrase(
        id: "Kode daerah, misalnya 35 atau 35.74.", en: "A region's code, such as 35 or 35.74.")
}
