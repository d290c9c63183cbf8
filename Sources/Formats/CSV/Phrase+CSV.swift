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
