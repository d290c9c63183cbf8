import Formats
import Quantities

/// What the command itself refuses.
extension InputFaults {
    /// An argument without anything in it.
    ///
    /// - Parameter option: before it; nil for one that stands alone.
    static func emptyArgument(_ option: String?) -> InputFaults {
        InputFaults(
            option: option ?? "lindung",
            Phrase(id: "nilainya kosong", en: "its value is empty"),
            hint: Phrase(
                id: "isi nilainya; apakah sebuah variabel shell belum diisi?",
                en: "write a value; is a variable of the shell not set?"))
    }

    static var noCurrentFolder: InputFaults {
        InputFaults(
            option: ".",
            Phrase(id: "folder kerja ini sudah tidak ada", en: "the current folder is gone"),
            hint: Phrase(id: "pindah ke folder lain (cd)", en: "go to another folder (cd)"))
    }

    /// An option that means something with `--draws` only.
    static func needsDraws(_ option: String) -> InputFaults {
        InputFaults(
            option: option,
            Phrase(
                id: "pilihan ini hanya berlaku bersama --draws",
                en: "this option means something with --draws only"),
            hint: Phrase(id: "tambahkan misalnya --draws 1000", en: "add --draws 1000, for example")
        )
    }

    /// An `--at` that is no month.
    static func notAMonthFault(_ text: String) -> InputFaults {
        InputFaults(option: "--at", .notAMonth(text), hint: .monthHint(text))
    }

    /// A second sweep file.
    static func oneSweepFile(_ extra: String) -> InputFaults {
        InputFaults([
            Diagnostic(
                at: Position(file: extra),
                Phrase(
                    id: "hanya satu berkas sapuan sekali jalan", en: "one sweep file at a time"),
                hint: Phrase(
                    id: "bagian-bagian digabung dengan 'lindung sweep merge FOLDER...'",
                    en: "parts are joined by 'lindung sweep merge FOLDER...'"))
        ])
    }

    static func notAReport(_ path: String) -> InputFaults {
        InputFaults(
            option: "--out",
            Phrase(
                id: "'\(path)' bukan nama berkas PDF atau HTML",
                en: "'\(path)' is no name of a PDF or HTML file"),
            hint: Phrase(
                id: "akhiri namanya dengan .pdf atau .html",
                en: "let the name end in .pdf or .html"))
    }

    static func notASpecification(_ path: String) -> InputFaults {
        InputFaults([
            Diagnostic(
                at: Position(file: path),
                Phrase(
                    id: "berkas ini bukan spesifikasi Vega-Lite",
                    en: "this file is no Vega-Lite specification"),
                hint: Phrase(
                    id: "sebut berkas *.vl.json dari sebuah folder hasil",
                    en: "name a file *.vl.json of a folder of results"))
        ])
    }

    static func notADrawing(_ path: String) -> InputFaults {
        InputFaults(
            option: "--out",
            Phrase(
                id: "'\(path)' bukan nama berkas gambar", en: "'\(path)' is no name of a picture"),
            hint: Phrase(
                id: "akhiri namanya dengan .svg, .png atau .pdf",
                en: "let the name end in .svg, .png or .pdf"))
    }

    static func notALogo(_ path: String) -> InputFaults {
        InputFaults(
            option: "--logo",
            Phrase(
                id: "'\(path)' bukan gambar yang dikenal", en: "'\(path)' is no known picture"),
            hint: Phrase(id: "pakai SVG, PNG atau JPG", en: "take an SVG, PNG or JPG"))
    }

    static func unreadableLogo(_ path: String) -> InputFaults {
        InputFaults(
            option: "--logo",
            Phrase(
                id: "'\(path)' tidak dapat dibaca", en: "'\(path)' cannot be read"),
            hint: Phrase(
                id: "periksa nama dan izin berkasnya", en: "check the file's name and permissions"))
    }

    /// Inputs to accept, and nobody who does.
    static let acceptsWithoutName = InputFaults(
        option: "--name",
        Phrase(id: "tidak disebut siapa yang menerima", en: "it is not said who accepts"),
        hint: Phrase(
            id: "tulis nama dan jabatan, misalnya --name \"Kepala Bidang, Bappeda\"",
            en: "write a name and office, such as --name \"Kepala Bidang, Bappeda\""))

    static let mergeTakesAll = InputFaults(
        option: "sweep merge",
        Phrase(
            id: "'merge' tidak mengenal --shard dan --start-over",
            en: "'merge' knows neither --shard nor --start-over"))
}
