import Quantities

extension Phrase {
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
