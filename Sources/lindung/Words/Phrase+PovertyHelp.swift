import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    static let helpPovertyRegion = Phrase(
        id: "Kode daerah, misalnya 35 atau 35.74.", en: "A region's code, such as 35 or 35.74.")

    static let helpGrouped = Phrase(
        id: "CSV kelompok dari yang termiskin: people_share, consumption_share. Cara menulis"
            + " bilangannya: --locale.",
        en: "CSV of groups from the poorest on: people_share, consumption_share. How its numbers"
            + " are written: --locale.")

    static let helpPovertyLine = Phrase(
        id: "Garis kemiskinan per orang, dalam satuan berkas.",
        en: "Poverty line per head, in the money of the file.")
}
