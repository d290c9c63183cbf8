import Quantities

extension Phrase {
    package static let warning = Phrase(id: "peringatan", en: "warning")

    package static func didYouMean(_ name: String) -> Phrase {
        Phrase(id: "maksud Anda '\(name)'?", en: "did you mean '\(name)'?")
    }

    package static func didYouMean(_ name: String, _ kind: Phrase) -> Phrase {
        Phrase(same: "\(didYouMean(name)) (\(kind))")
    }

    package static func choices(_ words: [String]) -> Phrase {
        let list = list(words)
        return Phrase(id: "pilihan: \(list)", en: "choices: \(list)")
    }

    package static func firstWritten(_ line: Int) -> Phrase {
        Phrase(id: "yang pertama ada di baris \(line)", en: "the first one is on line \(line)")
    }

    package static func expected(_ kind: Phrase) -> Phrase {
        Phrase(
            id: "di sini seharusnya \(kind.indonesian)", en: "\(kind.english) is expected here")
    }

    package static func list(_ words: [String]) -> String {
        words.count <= 12
            ? words.joined(separator: ", ")
            : words.prefix(12).joined(separator: ", ") + ", …"
    }

    package static func together(_ names: [Phrase]) -> Phrase {
        guard names.count > 1, let last = names.last else { return names.first ?? Phrase(same: "") }
        return Phrase(
            "\(joined: names.dropLast(), by: ", ") dan \(last)",
            en: "\(joined: names.dropLast(), by: ", ") and \(last)")
    }

    package static let passed = Phrase(id: "lulus", en: "passed")

    package static let failed = Phrase(id: "GAGAL", en: "FAILED")

    /// A file that the reader asked for, or that another file names, cannot be read.
    ///
    /// The path is shown as seen from the root of the files, and the fault stands at the entry that
    /// names it.
    package static func unreadable(_ path: String, _ fault: SourceFault) -> Phrase {
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

    static let emptyFile = Phrase(id: "berkas ini kosong", en: "this file is empty")

    static let controlCharacter = Phrase(
        id: "baris ini memuat karakter kendali yang tidak terlihat",
        en: "this line holds an invisible control character")

    static let removeCharacter = Phrase(
        id: "hapus karakter itu, atau tulis ulang barisnya",
        en: "remove that character, or write the line anew")

    package static func cannotWrite(_ reason: OutputFault.Reason) -> Phrase {
        switch reason {
        case .noFolder(let folder):
            Phrase(id: "folder '\(folder)' tidak ada", en: "there is no folder '\(folder)'")
        case .isFolder:
            Phrase(id: "ini folder, bukan berkas", en: "this is a folder, not a file")
        case .isFile(let path):
            Phrase(
                id: "'\(path)' adalah berkas, bukan folder", en: "'\(path)' is a file, not a folder"
            )
        case .notAllowed:
            Phrase(id: "tidak boleh ditulis di sini", en: "writing here is not allowed")
        case .diskFull: Phrase(id: "tempat penyimpanan penuh", en: "the disk is full")
        case .closedPipe:
            Phrase(id: "penerima keluaran sudah berhenti", en: "the reader of the output is gone")
        case .isInput:
            Phrase(id: "berkas ini dibaca oleh perintah ini", en: "this command reads this file")
        case .exists:
            Phrase(
                id: "berkas ini sudah ada, dan bukan program ini yang menulisnya",
                en: "this file exists already, and this program did not write it")
        case .holds(let names):
            Phrase(
                id: """
                    folder ini berisi berkas yang tidak ditulis program ini: \
                    \(names.joined(separator: ", "))
                    """,
                en: """
                    this folder holds files that this program did not write: \
                    \(names.joined(separator: ", "))
                    """)
        case .holdsSweep:
            Phrase(id: "folder ini berisi sebuah sapuan", en: "this folder holds a sweep")
        case .isInUse:
            Phrase(
                id: "folder ini sedang dipakai (folder kerja atau pangkal sebuah disk)",
                en: "this folder is in use (the current folder, or the root of a disk)")
        case .nameTooLong: Phrase(id: "nama ini terlalu panjang", en: "this name is too long")
        case .system(let number):
            Phrase(
                id: "tidak dapat ditulis (galat sistem \(number))",
                en: "cannot be written (system error \(number))")
        }
    }

    package static func notARegionCode(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan kode daerah", en: "'\(text)' is not a region code")
    }

    package static let regionCodes = Phrase(
        id: "kode Kemendagri: '35' untuk provinsi, '35.74' untuk kabupaten atau kota",
        en: "Kemendagri codes: '35' for a province, '35.74' for a kabupaten or kota")

    package static func noSuchRegion(_ text: String) -> Phrase {
        Phrase(id: "daerah '\(text)' tidak ada", en: "there is no region '\(text)'")
    }

    package static let seeRegions = Phrase(
        id: "daftar daerah ada di regions/regions.csv pada folder data",
        en: "regions are listed in regions/regions.csv of the data folder")

    package static func cannotChoose(_ detail: String) -> Phrase {
        Phrase(
            id: "kebijakan tidak dapat dibandingkan: \(detail)",
            en: "policies cannot be compared: \(detail)")
    }

    package static func knownFields(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(
            id: "hapus, atau pakai salah satu: \(list)", en: "leave it out, or use one of: \(list)")
    }

    /// A field without which the file cannot be understood.
    ///
    /// At a mapping that lacks it, or at the file where the top level does.
    package static func missingField(_ name: String) -> Phrase {
        Phrase(id: "isian '\(name)' tidak ada", en: "field '\(name)' is missing")
    }

    package static func notAMonth(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan bulan", en: "'\(text)' is not a month")
    }

    /// The month that a text seems to mean, or how months are written.
    ///
    /// `2026-5` gives `2026-05`, `26-05` and `2026-05-17` too; `2026` gives its January; for
    /// `2026-13` the hint is how months count.
    package static func monthHint(_ text: String) -> Phrase {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false).map(String.init)
        let numbers = parts.compactMap(Int.init)
        guard numbers.count == parts.count, (1...3).contains(numbers.count) else {
            return monthExample
        }
        if let month = numbers.dropFirst().first, !(1...12).contains(month) {
            return Phrase(
                id: "bulan ditulis 01 sampai 12", en: "the month is written 01 to 12")
        }
        let year = parts[0].count == 2 ? "20" + parts[0] : parts[0]
        let month = parts.count > 1 ? parts[1] : "01"
        let meant = year + "-" + (month.count == 1 ? "0" + month : month)
        return Month(meant) == nil ? monthExample : didYouMean(meant)
    }

    static let monthExample = Phrase(
        id: "tulis tahun dan bulan, misalnya 2026-05",
        en: "write year and month, for example 2026-05")

    /// A dated value before the scenario begins or after it ends.
    ///
    /// For dates that a file writes itself. Rows of tables are cut to the horizon without a word,
    /// since tables serve several scenarios.
    package static func outsideHorizon(_ month: Month) -> Phrase {
        Phrase(
            id: "bulan \(month) di luar periode skenario",
            en: "month \(month) is outside the scenario's horizon")
    }

    package static func strayNumber(_ text: String) -> Phrase {
        Phrase(
            id: "koma memisahkan '\(text)' dari angka sebelumnya",
            en: "a comma separates '\(text)' from the number before it")
    }

    /// How a number with a comma is written inside braces.
    ///
    /// - Parameter text: the number as it was before the comma cut it, or several of them.
    package static func quoteCommas(_ text: String, _ locale: NumberLocale?) -> Phrase {
        let point = String(text.map { $0 == "," ? "." : $0 })
        if locale == .english { return didYouMean(point) }
        if locale == nil, (try? parseDouble(text, locale: nil)) == nil,
            let whole = try? parseNumber(text, locale: .english)
        {
            return Phrase(
                id: "tulis '\(whole)' atau '\(point)0'",
                en: "write '\(whole)' or '\(point)0'")
        }
        return Phrase(
            id: "di dalam { } angka berkoma memakai tanda kutip: \"\(text)\"",
            en: "inside { } a number with a comma needs quotation marks: \"\(text)\"")
    }

    package static func noColumn(_ name: String, file: String) -> Phrase {
        Phrase(
            id: "tabel '\(file)' tidak punya kolom '\(name)'",
            en: "table '\(file)' has no column '\(name)'")
    }

    package static func columns(_ names: [String]) -> Phrase {
        let list = names.joined(separator: ", ")
        return Phrase(id: "kolom yang ada: \(list)", en: "its columns are: \(list)")
    }

    static func renameColumn(_ name: String, to known: String) -> Phrase {
        Phrase(
            id: "maksud Anda '\(known)'? ganti nama kolom '\(name)' bila isinya itu,"
                + " atau buang kolomnya",
            en: "did you mean '\(known)'? rename column '\(name)' if that is what it holds,"
                + " or take it out")
    }

    package static func passedOver(_ kind: CSVTrim.Kind) -> Phrase {
        switch kind {
        case .title:
            Phrase(
                id: "baris ini dianggap judul di atas tabel dan tidak dibaca",
                en: "this line is taken for a title above the table and not read")
        case .numbering:
            Phrase(
                id: "baris ini dianggap nomor kolom dan tidak dibaca",
                en: "this line is taken for numbers of columns and not read")
        case .total:
            Phrase(
                id: "baris ini dianggap baris jumlah dan tidak dibaca",
                en: "this line is taken for a row of totals and not read")
        case .note:
            Phrase(
                id: "baris ini dianggap catatan dan tidak dibaca",
                en: "this line is taken for a note and not read")
        }
    }
}

extension Phrase.Text.StringInterpolation {
    package mutating func appendInterpolation(together names: [String]) {
        appendInterpolation(Phrase.together(names.map { Phrase(id: $0, en: $0) }))
    }
}
