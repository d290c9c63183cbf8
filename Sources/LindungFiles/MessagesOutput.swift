import Quantities

/// Files and folders that cannot be written.
extension Messages {
    /// Why nothing was written.
    static func cannotWrite(_ reason: OutputFault.Reason) -> Phrase {
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

    /// What to do about it; nil where the message says all.
    static func cannotWriteHint(_ reason: OutputFault.Reason) -> Phrase? {
        switch reason {
        case .noFolder:
            Phrase(id: "buat foldernya dahulu", en: "make the folder first")
        case .isFolder:
            Phrase(id: "sebutkan berkas di dalamnya", en: "name a file inside it")
        case .isFile:
            Phrase(id: "sebutkan nama lain", en: "choose another name")
        case .notAllowed:
            Phrase(
                id: "pilih tempat lain, atau minta izin tulis di sini",
                en: "choose another place, or ask for permission to write here")
        case .diskFull:
            Phrase(
                id: "kosongkan ruang; tidak ada berkas setengah jadi yang tertinggal",
                en: "free some room; no partial file was left behind")
        case .isInput, .holdsSweep, .nameTooLong:
            Phrase(id: "sebutkan nama lain", en: "choose another name")
        case .exists, .holds:
            Phrase(
                id: "sebutkan nama lain, atau tambahkan --force untuk menggantinya",
                en: "choose another name, or add --force to replace it")
        case .isInUse:
            Phrase(
                id: "sebutkan folder baru di dalamnya, misalnya '--out hasil'",
                en: "name a new folder inside it, such as '--out hasil'")
        case .closedPipe, .system: nil
        }
    }
}
