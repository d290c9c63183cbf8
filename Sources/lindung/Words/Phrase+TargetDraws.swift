import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    static let target = Phrase(
        id: "Mencari tuas yang dibutuhkan sebuah sasaran, dan biayanya.",
        en: "Finds the lever that a target needs, and what it costs.")

    static let targetMore = Phrase(
        id: """
            Satu tuas, atau beberapa yang bergerak bersama, digerakkan dari awal sampai akhir \
            rentangnya. Semua titik tempat sasaran mulai atau berhenti terpenuhi dilaporkan; bila \
            tidak terjangkau, nilai terbaik dan aturan yang mengikat, dengan kode keluar 1. Dengan \
            --draws tiap simulasi acak dipecahkan sendiri.
            """,
        en: """
            One lever, or several on one dial, moves from its start to its end. Every place where \
            the target begins or ceases to be met is reported; where it is not reachable, the best \
            value and the rule that binds, with exit code 1. With --draws every draw is solved by \
            itself.
            """)

    static let helpTargetFile = Phrase(
        id: "Berkas sasaran, atau skenario dengan pilihan di bawah.",
        en: "A target file, or a scenario with the options below.")

    static let helpLever = Phrase(
        id: "Kunci yang digerakkan, misalnya quota.petani.",
        en: "The key that moves, such as quota.petani.")

    static let helpDialScale = Phrase(
        id: "Faktornya dari awal sampai akhir: \"1 .. 5\".",
        en: "Its factor from start to end: \"1 .. 5\".")

    static let helpDialValue = Phrase(
        id: "Nilainya dari awal sampai akhir: \"4 .. 12\".",
        en: "Its value from start to end: \"4 .. 12\".")

    static let helpDialAdd = Phrase(
        id: "Tambahannya dari awal sampai akhir: \"0 .. 500\".",
        en: "Its addition from start to end: \"0 .. 500\".")

    static let helpDialFrom = Phrase(
        id: "Bulan mulai berlaku, misalnya 2027-01.", en: "The month from which, such as 2027-01.")

    static let helpTargetOutcome = Phrase(
        id: "Besaran tabel tahunan, dengan segmen, daerah dan tahun bila perlu.",
        en: "A column of the yearly tables, with segment, region and year where wanted.")

    static let helpAtLeast = Phrase(
        id: "Sasaran: paling sedikit, misalnya \"40 %\".",
        en: "The target: at least, such as \"40 %\".")

    static let helpAtMost = Phrase(
        id: "Sasaran: paling banyak.", en: "The target: at most.")

    static let helpEquals = Phrase(id: "Sasaran: tepat.", en: "The target: exactly.")

    static let helpGrid = Phrase(
        id: "Banyaknya langkah kisi rentang tuas, bawaan 32.",
        en: "Steps of the dial's grid, 32 by default.")

    static let helpWriteScenario = Phrase(
        id: "Berkas skenario yang ditulis dengan jawabannya.",
        en: "A scenario file to write with the answer in it.")
}
