import Analysis
import Policy
import Quantities

extension Phrase {
    static let formInstructions = Phrase(id: "Petunjuk", en: "Instructions")

    static func formTitle(_ region: String) -> Phrase {
        Phrase(id: "Lembar isian: \(region)", en: "Input form: \(region)")
    }

    static let formSteps = [
        Phrase(
            id: "Sel kuning boleh diubah. Isinya angka yang dipakai bila Anda tidak mengubah apa"
                + " pun; sumbernya terbaca pada catatan sel.",
            en: "Yellow cells may be changed. They hold the numbers that are used if you change"
                + " nothing; a note on the cell tells their source."),
        Phrase(
            id: "Ganti hanya angka yang Anda ketahui lebih baik. Sel yang tidak diubah atau kosong"
                + " tetap memakai angka bawaan.",
            en: "Replace only the numbers that you know better. A cell left alone or empty keeps"
                + " its number."),
        Phrase(
            id: "Tulis asal angka Anda di kolom \"Sumber Anda\" dan pilih tandanya; tanpa tanda,"
                + " angka dianggap asumsi (A).",
            en: "Write where your numbers are from in \"Your source\" and choose a mark; without"
                + " one, a number counts as an assumption (A)."),
        Phrase(
            id: "Angka boleh ditulis 16.800, Rp 16.800 atau 12,5 %. Baris jumlah, catatan dan"
                + " kolom tambahan boleh ada.",
            en: "Numbers may be written 16,800, Rp 16.800 or 12.5 %. Total rows, notes and columns"
                + " of your own are welcome."),
        Phrase(
            id: "Kembalikan berkas ini; lindung import mengubahnya menjadi skenario dan menyebut"
                + " setiap sel yang tidak dapat dibaca.",
            en: "Return this file; lindung import turns it into a scenario and names every cell"
                + " that cannot be read."),
    ]

    package static func formWritten(_ form: RegionForm, _ region: String) -> Phrase {
        let cells = form.sheets.flatMap { $0.rows.flatMap(\.cells) }.count
        return Phrase(
            "\(cells) sel untuk \(region) di \(form.sheets.count) lembar; sel kuning boleh diubah,"
                + " lalu 'lindung import' membacanya.",
            en: "\(cells) cells for \(region) on \(form.sheets.count) sheets; yellow cells may be"
                + " changed, and 'lindung import' reads them.")
    }

    /// What a number without a unit is.
    static func formPart(_ unit: Unit) -> Phrase {
        unit == .share ? Phrase(id: "bagian", en: "share") : Phrase(id: "rasio", en: "ratio")
    }

    static func formMeaning(_ mark: EvidenceMark) -> Phrase {
        switch mark {
        case .primary: Phrase(id: "naskah atau data resmi", en: "official text or data")
        case .secondary: Phrase(id: "sumber kedua, seperti berita", en: "secondary source")
        case .memory: Phrase(id: "dari ingatan, belum diperiksa", en: "from memory, not verified")
        case .conflict: Phrase(id: "sumber saling berbeda", en: "sources conflict")
        case .derived:
            Phrase(id: "dihitung dari angka resmi", en: "computed from official numbers")
        case .gap: Phrase(id: "tidak ditemukan", en: "not found")
        case .assumed: Phrase(id: "asumsi", en: "assumption")
        }
    }

    static func formRange(_ range: ClosedRange<Double>, _ unit: Unit) -> Phrase {
        unit == .share
            ? Phrase(id: "Isi bagian dari 0 % sampai 100 %.", en: "Give a share, 0 % to 100 %.")
            : Phrase(
                "Isi angka dari \(plain: range.lowerBound) sampai \(plain: range.upperBound).",
                en: "Give a number from \(plain: range.lowerBound) to \(plain: range.upperBound).")
    }
}
