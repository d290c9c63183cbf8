import Formats
import Quantities

extension Phrase {
    /// What is wrong with a law file as YAML and with its keys.
    static func lawFile(_ kind: LawFileFault.Kind) -> Phrase {
        switch kind {
        case .unreadable:
            Phrase(id: "tidak dapat dibaca", en: "cannot be read")
        case .noFiles:
            Phrase(id: "folder ini tidak berisi berkas .yaml", en: "no .yaml file in this folder")
        case .notYAML(let words):
            Phrase(id: "bukan YAML yang sah (\(words))", en: "not valid YAML (\(words))")
        case .duplicateKey(let key): twice(key)
        case .unknownKey(let key, _):
            Phrase(id: "kunci '\(key)' tidak dikenal", en: "unknown key '\(key)'")
        case .missingKey(let key):
            Phrase(id: "kunci '\(key)' belum ada", en: "key '\(key)' is missing")
        case .expected(.table): expected(Phrase(id: "sebuah tabel", en: "a mapping"))
        case .expected(.list): expected(aList)
        case .expected(.text): expected(aText)
        case .malformedPath(let path):
            Phrase(id: "'\(path)' bukan nama parameter", en: "'\(path)' is no parameter name")
        case .duplicatePath(let path, let file, let line):
            Phrase(
                id: "'\(path)' sudah ada di \(file):\(line)",
                en: "'\(path)' is already given at \(file):\(line)")
        case .malformedNumber(let text):
            Phrase(id: "'\(text)' bukan angka", en: "'\(text)' is not a number")
        case .unclearNumber(let fault): number(fault)
        case .malformedMonth(let text): notAMonth(text)
        default: lawValue(kind)
        }
    }

    /// How a number with three decimals is written in a law file, which declares no locale.
    static let plainDigits = Phrase(
        id: "tulis tanpa tanda ribuan, misalnya 16000, atau tambah satu nol: 1.2340",
        en: "write no thousands mark, as in 16000, or add a zero: 1.2340")

    /// What is wrong with a value of a law file.
    static func lawValue(_ kind: LawFileFault.Kind) -> Phrase {
        switch kind {
        case .monthOutOfOrder(let month, let before):
            Phrase(
                id: "\(month) tidak sesudah \(before)", en: "\(month) is not after \(before)")
        case .malformedRange:
            Phrase(id: "batas bukan dua angka yang naik", en: "the range is not two rising numbers")
        case .outsideRange(let value, let allowed):
            Phrase(
                id: "\(value) di luar \(allowed.lowerBound) sampai \(allowed.upperBound)",
                en: "\(value) is outside \(allowed.lowerBound) to \(allowed.upperBound)")
        case .unitDoesNotFit(let unit, _):
            Phrase(
                id: "satuan \(unit.rawValue) tidak cocok untuk nilai ini",
                en: "unit \(unit.rawValue) does not fit this value")
        case .unknownWord(let word, _): notAnOption(word)
        case .unknownSource(let name, _):
            Phrase(id: "sumber '\(name)' tidak ada", en: "there is no source '\(name)'")
        case .unusedSource(let name):
            Phrase(id: "sumber '\(name)' tidak dipakai", en: "source '\(name)' is never used")
        case .bracketOutOfOrder:
            Phrase(
                id: "batas ini tidak di atas yang sebelumnya",
                en: "this bound is not above the one before it")
        case .lastBandBounded:
            Phrase(
                id: "kelompok terakhir tidak boleh punya batas atas",
                en: "the last band must have no upper bound")
        case .notOneValue(let keys):
            Phrase(
                id: "tulis tepat satu dari \(list(keys))", en: "write exactly one of \(list(keys))"
            )
        case .law(let fault): law(fault)
        default: Phrase(id: "tidak dapat dibaca", en: "cannot be read")
        }
    }

    /// A table of law that divides its rows by region, segment or purse.
    static func lawTableDivided(_ key: String, by column: String) -> Phrase {
        Phrase(
            id: "'\(key)' berlaku nasional; kolom '\(column)' harus kosong",
            en: "'\(key)' holds nationwide; column '\(column)' must be empty")
    }

    /// A number of months that is none, or beyond a century.
    static func notAMonthCount(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan banyaknya bulan", en: "'\(text)' is no number of months")
    }

    /// A wage or contract value that was not given.
    static let baseMissing = Phrase(
        id: "jalur ini membutuhkan dasar iuran", en: "this route needs a base")

    /// How to write money without doubt about its marks.
    static let baseHint = Phrase(
        id: "tulis rupiah tanpa pemisah, seperti 1000000, atau 'Rp 1.000.000'",
        en: "write whole rupiah without marks, such as 1000000, or 'Rp 1.000.000'")
}
