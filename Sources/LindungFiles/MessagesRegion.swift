import Policy
import Quantities

/// Texts that name regions: codes of Kemendagri and BPS, and names.
///
/// In `regions`, behind `@`, in `borrowed_from`, in the column `region` of a table, in commands.
extension Messages {
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
            Phrase { language in
                let readings = fault.candidates.map { reading($0, of: fault.text)[language] }
                return language == .indonesian
                    ? "'\(fault.text)' bisa berarti \(readings.joined(separator: " atau "))"
                    : "'\(fault.text)' can mean \(readings.joined(separator: " or "))"
            }
        }
    }

    /// What would be right.
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

    /// A text that names nothing.
    private static func notARegion(_ text: String) -> Phrase {
        guard text.contains(where: \.isLetter) else { return notARegionCode(text) }
        return Phrase(
            id: "'\(text)' bukan kode atau nama daerah",
            en: "'\(text)' is not the code or name of a region")
    }

    /// One of the regions that a text can mean, and for a code by which list of codes.
    private static func reading(_ region: RegionTable.Region, of text: String) -> Phrase {
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

    /// Whether a code may have lost a zero.
    private static func isCut(_ text: String) -> Bool {
        let parts = text.split(separator: ".")
        return parts.count == 2 && parts[1].count == 1
            && text.allSatisfy { $0.isNumber || $0 == "." }
    }

    /// Why `35.1` is likely to be `35.10`.
    private static let droppedZero = Phrase(
        id: "lembar kerja membuang nol di akhir; simpan kode sebagai teks",
        en: "spreadsheets drop the last zero; keep codes as text")

    /// A text that is no code: `357`, `35.1`.
    static func notARegionCode(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan kode daerah", en: "'\(text)' is not a region code")
    }

    /// How regions are written.
    static let regionCodes = Phrase(
        id: "kode Kemendagri: '35' untuk provinsi, '35.74' untuk kabupaten atau kota",
        en: "Kemendagri codes: '35' for a province, '35.74' for a kabupaten or kota")

    /// A well-formed code that no table of regions has: `35.99`.
    static func noSuchRegion(_ text: String) -> Phrase {
        Phrase(id: "daerah '\(text)' tidak ada", en: "there is no region '\(text)'")
    }

    /// A name beside the code of another region.
    static func nameOfAnother(_ name: String, _ code: RegionCode, _ region: String) -> Phrase {
        Phrase(
            id: "nama '\(name)' tidak cocok dengan kode \(code), yaitu \(region)",
            en: "the name '\(name)' does not fit code \(code), which is \(region)")
    }

    /// The code that a name has.
    static func codeOfName(_ codes: [String]) -> Phrase {
        let list = codes.map { "'\($0)'" }
        return Phrase(
            id: "kode nama itu: \(list.joined(separator: " atau ")); perbaiki kode atau namanya",
            en:
                "that name has the code \(list.joined(separator: " or "));"
                + " mend the code or the name"
        )
    }

    /// Where codes are listed.
    static let seeRegions = Phrase(
        id: "daftar daerah ada di regions/regions.csv pada folder data",
        en: "regions are listed in regions/regions.csv of the data folder")

    /// A region that exists but that the scenario does not speak of.
    ///
    /// An error in the scenario's own file, a warning in a package, which is written for several.
    static func regionNotInScenario(_ code: String, _ name: String) -> Phrase {
        Phrase(
            id: "daerah \(code) (\(name)) tidak termasuk skenario ini",
            en: "region \(code) (\(name)) is not part of this scenario")
    }

    /// For a region that the scenario does not speak of.
    static func addRegion(_ code: String) -> Phrase {
        Phrase(
            id: "tambahkan '\(code)' ke daftar 'regions'", en: "add '\(code)' to the list 'regions'"
        )
    }

    /// A region that the table of regions has twice.
    ///
    /// Told at the second one, which is left out.
    static func duplicateRegion(_ code: String, line: Int) -> Phrase {
        Phrase(
            id: "daerah '\(code)' sudah ada di baris \(line)",
            en: "region '\(code)' already stands on line \(line)")
    }

    /// A kabupaten or kota whose province the table of regions lacks.
    static func noParentRegion(_ code: String, _ parent: String) -> Phrase {
        Phrase(
            id: "provinsi '\(parent)' dari daerah '\(code)' tidak ada di tabel",
            en: "the table lacks province '\(parent)' of region '\(code)'")
    }
}
