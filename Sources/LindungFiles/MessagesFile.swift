import Policy
import Quantities

/// Files that cannot be read as they are.
///
/// A reader meets these before anything of the content is judged: a name that leads nowhere, bytes
/// that are no text, a table that falls apart.
extension Messages {
    /// A file that the reader asked for, or that another file names, cannot be read.
    ///
    /// The path is shown as seen from the root of the files, and the fault stands at the entry that
    /// names it.
    static func unreadable(_ path: String, _ fault: SourceFault) -> Phrase {
        switch fault {
        case .missing: Phrase(id: "berkas '\(path)' tidak ada", en: "there is no file '\(path)'")
        case .isDirectory:
            Phrase(
                id: "'\(path)' adalah folder, bukan berkas", en: "'\(path)' is a folder, not a file"
            )
        case .unreadable, .notUTF8:
            Phrase(id: "berkas '\(path)' tidak dapat dibaca", en: "file '\(path)' cannot be read")
        case .workbook:
            Phrase(
                id: "'\(path)' adalah buku kerja lembar sebar (.xlsx, .xls, .ods), bukan teks",
                en: "'\(path)' is a spreadsheet workbook (.xlsx, .xls, .ods), not text")
        case .tooLarge:
            Phrase(id: "berkas '\(path)' terlalu besar", en: "file '\(path)' is too large")
        }
    }

    /// What helps with each reason; nil where nothing but another file does.
    ///
    /// Where a file of a similar name stands beside the missing one, that name is the hint in its
    /// place.
    static func fileHint(_ fault: SourceFault) -> Phrase? {
        switch fault {
        case .missing:
            Phrase(
                id: "periksa ejaan nama berkas dan foldernya",
                en: "check the spelling of the file's name and folder")
        case .isDirectory:
            Phrase(id: "sebutkan berkas di dalamnya", en: "name a file inside it")
        case .unreadable:
            Phrase(id: "periksa izin baca berkas itu", en: "check that you may read it")
        case .workbook:
            Phrase(
                id: "buka berkas itu dan simpan lembarnya sebagai CSV UTF-8",
                en: "open it and save its sheet as CSV UTF-8")
        case .tooLarge, .notUTF8: nil
        }
    }

    /// No content, or comments only.
    ///
    /// For a scenario, a package, a catalogue or a table.
    static let emptyFile = Phrase(id: "berkas ini kosong", en: "this file is empty")

    /// Told of the first such line; older spreadsheets save in other encodings.
    static let notUTF8 = Phrase(
        id: "baris ini memuat karakter yang bukan UTF-8",
        en: "this line holds characters that are not UTF-8")

    /// For texts in another encoding.
    ///
    /// Seen with ``notUTF8``.
    static let saveAsUTF8 = Phrase(
        id: "simpan ulang berkas dengan pengodean UTF-8",
        en: "save the file again with UTF-8 encoding")

    /// Characters that YAML forbids, left by a program or a damaged disk.
    ///
    /// The line is found from the parser's offset; the column told is always its first.
    static let controlCharacter = Phrase(
        id: "baris ini memuat karakter kendali yang tidak terlihat",
        en: "this line holds an invisible control character")

    /// What to do about such a character.
    static let removeCharacter = Phrase(
        id: "hapus karakter itu, atau tulis ulang barisnya",
        en: "remove that character, or write the line anew")

    // MARK: CSV

    /// What stops a table from being cut into rows.
    ///
    /// An open quotation swallows all rows behind it, so it is told where it opens.
    static func csv(_ fault: CSVFault) -> Phrase {
        switch fault.kind {
        case .openQuote:
            Phrase(
                id: "tanda kutip ini tidak pernah ditutup", en: "nothing closes this quotation mark"
            )
        case .textAfterQuote:
            Phrase(
                id: "ada teks setelah tanda kutip penutup",
                en: "there is text after a closing quotation mark")
        }
    }

    /// What to do about each of them.
    static func csvHint(_ fault: CSVFault) -> Phrase {
        switch fault.kind {
        case .openQuote:
            Phrase(
                id: "tutup tanda kutipnya, atau periksa apakah berkas terpotong",
                en: "close the quotation mark, or check whether the file was cut off")
        case .textAfterQuote:
            Phrase(
                id: "di dalam kutipan, tulis tanda kutip dua kali: \"\"",
                en: "inside a quotation, write a quotation mark twice: \"\"")
        }
    }

    /// A row with more or fewer cells than the header; its columns cannot be told apart.
    ///
    /// Told at the row, for the first ten of them; the hint below says what the likely cause is.
    static func ragged(_ count: Int, expected: Int) -> Phrase {
        Phrase(
            id: "baris ini berisi \(count) kolom, padahal judul tabel berisi \(expected)",
            en: "this row has \(count) columns, but the header has \(expected)")
    }

    /// For a ragged last row: the usual mark of a download that broke off.
    static let truncated = Phrase(
        id: "ini baris terakhir: berkas mungkin terpotong",
        en: "this is the last row: the file may have been cut off")

    /// For a ragged row in the middle.
    static let tooFewCells = Phrase(
        id: "isi kolom yang kurang; nilai kosong tetap butuh tanda pemisah",
        en: "fill in the columns that are missing; an empty value still needs its separator")

    /// For a row with too many cells: the usual mark of decimal commas between commas.
    ///
    /// - Parameter row: the row with that number in quotes, where it is certain which one it is.
    static func tooManyCells(_ row: String?) -> Phrase {
        if let row { return didYouMean(row) }
        return Phrase(
            id: "apakah ada koma desimal? pakai ';' sebagai pemisah kolom, atau beri tanda kutip",
            en: "is there a decimal comma? separate columns by ';', or put the number in quotes")
    }

    /// Two columns of one name; which of them is meant cannot be known.
    ///
    /// Told at the second of them, before any row is read.
    static func duplicateColumn(_ name: String) -> Phrase {
        Phrase(
            id: "kolom '\(name)' ada dua kali di judul tabel",
            en: "column '\(name)' stands twice in the header")
    }
}
