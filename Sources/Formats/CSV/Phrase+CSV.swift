import Quantities

extension Phrase {
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

    static let truncated = Phrase(
        id: "ini baris terakhir: berkas mungkin terpotong",
        en: "this is the last row: the file may have been cut off")

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
