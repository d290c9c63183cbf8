import Policy
import Quantities

/// Law files that cannot be read as they are.
extension Messages {
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

    /// A law file that the folder must hold.
    static func lawFileMissing(_ name: String) -> Phrase {
        Phrase(
            id: "berkas hukum '\(name)' tidak ada, sehingga aturannya tidak berlaku",
            en: "law file '\(name)' is missing, and with it its rules")
    }

    /// Another file that may be the missing one.
    static func renameFile(_ found: String, to name: String) -> Phrase {
        Phrase(
            id: "di folder itu ada '\(found)': ubah namanya menjadi '\(name)'",
            en: "the folder holds '\(found)': rename it to '\(name)'")
    }

    /// Where the file comes from.
    static let lawFileMissingHint = Phrase(
        id: "ambil kembali dari paket data; folder 'law' dipakai utuh",
        en: "take it from the data package again; the folder 'law' is used as a whole")

    /// How a number with three decimals is written in a law file, which declares no locale.
    static let plainDigits = Phrase(
        id: "tulis tanpa tanda ribuan, misalnya 16000, atau tambah satu nol: 1.2340",
        en: "write no thousands mark, as in 16000, or add a zero: 1.2340")

    /// What is wrong with a value of a law file.
    private static func lawValue(_ kind: LawFileFault.Kind) -> Phrase {
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
}

extension LawFileFault {
    /// What a reader is told.
    public var diagnostic: Diagnostic {
        Diagnostic(
            at: Position(file: file, line: line, column: column), Messages.lawFile(kind),
            hint: hint)
    }

    /// The words that are known here, the nearest first; for a number with two readings, how it is
    /// written.
    private var hint: Phrase? {
        switch kind {
        case .unknownKey(let word, let known), .unknownWord(let word, let known),
            .unknownSource(let word, let known):
            Messages.choices(known, near: Suggestion.closest(to: word, among: known))
        case .unclearNumber(.ambiguous): Messages.plainDigits
        default: nil
        }
    }
}
