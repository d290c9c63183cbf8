import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    static let target = Phrase(
        id: "Mencari tuas yang dibutuhkan sebuah sasaran, dan biayanya.",
        en: "Finds the lever that a target needs, and what it costs.")

    static let helpWriteScenario = Phrase(
        id: "Berkas skenario yang ditulis dengan jawabannya.",
        en: "A scenario file to write with the answer in it.")
}
