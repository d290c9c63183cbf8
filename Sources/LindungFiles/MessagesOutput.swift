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
        case .closedPipe, .system: nil
        }
    }
}
