import Analysis
import Formats
import Quantities

extension Phrase {
    static func workbook(_ fault: WorkbookFault) -> Phrase {
        switch fault {
        case .notAWorkbook:
            Phrase(
                id: "berkas ini bukan buku kerja .xlsx", en: "this file is no .xlsx workbook")
        case .olderOrLocked:
            Phrase(
                id: "buku kerja ini berformat lama (.xls) atau terkunci kata sandi",
                en: "this workbook has the old format (.xls) or is locked by a password")
        case .damaged(let part):
            Phrase(
                id: "buku kerja ini rusak: bagian '\(part)' tidak terbaca",
                en: "this workbook is damaged: part '\(part)' cannot be read")
        case .declaresEntities(let part):
            Phrase(
                id: "buku kerja ini ditolak: bagian '\(part)' mendefinisikan entitas XML",
                en: "this workbook is refused: part '\(part)' defines XML entities")
        case .tooLarge:
            Phrase(
                id: "buku kerja ini terlalu besar setelah dibuka dari kemasannya",
                en: "this workbook is too large once it is unpacked")
        }
    }

    static func workbookHint(_ fault: WorkbookFault) -> Phrase? {
        switch fault {
        case .notAWorkbook, .olderOrLocked:
            Phrase(
                id: "simpan sebagai 'Buku kerja Excel (.xlsx)' tanpa kata sandi",
                en: "save it as 'Excel workbook (.xlsx)' without a password")
        case .damaged:
            Phrase(
                id: "buka dan simpan lagi di Excel atau LibreOffice",
                en: "open it and save it again in Excel or LibreOffice")
        case .declaresEntities, .tooLarge: nil
        }
    }

    static func formOutside(_ kind: FormSheet.Kind, _ column: FormSheet.Column) -> Phrase {
        let heading = kind.heading(column)
        return Phrase(
            "kolom '\(heading)' tidak ada di formulir ini",
            en: "column '\(heading)' is not in this form")
    }

    static func formHorizon(_ horizon: ClosedRange<Month>) -> Phrase {
        Phrase(
            id: "tahun formulir: \(horizon.lowerBound.year)–\(horizon.upperBound.year)",
            en: "years of the form: \(horizon.lowerBound.year)–\(horizon.upperBound.year)")
    }

    static func formOutOfRange(
        _ name: Phrase, _ number: Double, _ range: ClosedRange<Double>
    ) -> Phrase {
        Phrase(
            "\(name) \(plain: number) di luar \(plain: range.lowerBound) sampai"
                + " \(plain: range.upperBound)",
            en: "\(name) \(plain: number) is outside \(plain: range.lowerBound) to"
                + " \(plain: range.upperBound)")
    }

    /// - Parameter isShare: whether the cell shows it as a percentage already.
    static func formShareHint(_ number: Double, isShare: Bool) -> Phrase? {
        if isShare {
            return Phrase(
                id: "sel ini berformat persen; ubah formatnya menjadi angka bila maksudnya orang",
                en: "the cell shows percentages; set it to numbers if persons are meant")
        }
        guard (0...100).contains(number) else { return nil }
        return Phrase(
            "maksud Anda \(plain: number) %? Tulis dengan tanda persen",
            en: "did you mean \(plain: number) %? Write it with the percent sign")
    }
}
