import Quantities

extension Phrase {
    static let error = Phrase(id: "galat", en: "error")

    static let hint = Phrase(id: "petunjuk", en: "hint")

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

    static let notUTF8 = Phrase(
        id: "baris ini memuat karakter yang bukan UTF-8",
        en: "this line holds characters that are not UTF-8")

    /// A text that names no region, or more than one.
    ///
    /// | Fault | A reader sees it for |
    /// |---|---|
    /// | `missing` | `35.99`, well formed, but no region has it |
    /// | `unknown` | `35.1`, which a spreadsheet has cut; a misspelt name |
    /// | `ambiguous` | `Malang`, a kabupaten and a kota; `6206`, which BPS reads otherwise |
    static func region(_ fault: RegionFault) -> Phrase {
        switch fault.kind {
        case .missing: noSuchRegion(fault.text)
        case .unknown: notARegion(fault.text)
        case .ambiguous:
            Phrase(
                "'\(fault.text)' bisa berarti \(joined: readings(fault), by: " atau ")",
                en: "'\(fault.text)' can mean \(joined: readings(fault), by: " or ")")
        }
    }

    static func regionHint(_ fault: RegionFault) -> Phrase {
        let codes = fault.candidates.map { "'\($0.code)'" }
        switch fault.kind {
        case .missing: return seeRegions
        case .ambiguous:
            return Phrase(
                id: "tulis kodenya: \(codes.joined(separator: " atau "))",
                en: "write its code: \(codes.joined(separator: " or "))")
        case .unknown:
            let names = fault.candidates.map { "'\($0.code)' (\($0.name))" }
            guard !names.isEmpty else { return regionCodes }
            return Phrase(
                id: "maksud Anda \(names.joined(separator: " atau "))?"
                    + (isCut(fault.text) ? " (\(droppedZero.indonesian))" : ""),
                en: "did you mean \(names.joined(separator: " or "))?"
                    + (isCut(fault.text) ? " (\(droppedZero.english))" : ""))
        }
    }

    static func notARegion(_ text: String) -> Phrase {
        guard text.contains(where: \.isLetter) else { return notARegionCode(text) }
        return Phrase(
            id: "'\(text)' bukan kode atau nama daerah",
            en: "'\(text)' is not the code or name of a region")
    }

    private static func readings(_ fault: RegionFault) -> [Phrase] {
        fault.candidates.map { reading($0, of: fault.text) }
    }

    static func reading(_ region: RegionTable.Region, of text: String) -> Phrase {
        guard text.allSatisfy(\.isNumber) else {
            return Phrase { _ in "\(region.code) (\(region.name))" }
        }
        return region.bpsCode == text
            ? Phrase(
                id: "\(region.code) (\(region.name), menurut kode BPS)",
                en: "\(region.code) (\(region.name), by the codes of BPS)")
            : Phrase(
                id: "\(region.code) (\(region.name), kode Kemendagri tanpa titik)",
                en: "\(region.code) (\(region.name), the Kemendagri code without its dot)")
    }

    static func isCut(_ text: String) -> Bool {
        let parts = text.split(separator: ".")
        return parts.count == 2 && parts[1].count == 1
            && text.allSatisfy { $0.isNumber || $0 == "." }
    }

    static let droppedZero = Phrase(
        id: "lembar kerja membuang nol di akhir; simpan kode sebagai teks",
        en: "spreadsheets drop the last zero; keep codes as text")

    static func unreadColumns(_ names: [String]) -> Phrase {
        let list = list(names.map { "'\($0)'" })
        return Phrase(
            id: "kolom yang tidak dibaca: \(list)", en: "columns that are not read: \(list)")
    }
}
