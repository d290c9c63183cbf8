import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    static let sweep = Phrase(
        id: "Menghitung skenario di banyak titik masukannya.",
        en: "Computes a scenario at many points of its inputs.")
}
