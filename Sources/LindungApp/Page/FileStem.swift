import Formats
import Quantities

/// Names of files that people give on the page: nothing in them leads to another folder.
enum FileStem {
    /// - Throws: ``InputFaults`` for a text that is no such name.
    static func checked(_ name: String) throws(InputFaults) -> String {
        let isName =
            (1...40).contains(name.utf8.count) && name.first != "-"
            && name.utf8.allSatisfy {
                (97...122).contains($0) || (48...57).contains($0) || $0 == 45
            }
        guard isName else {
            throw InputFaults(
                option: name, Phrase(id: "nama ini tidak dapat dipakai", en: "this is no name"),
                hint: Phrase(
                    id: "pakai huruf kecil, angka dan tanda hubung, misalnya coba-1",
                    en: "use small letters, digits and hyphens, such as coba-1"))
        }
        return name
    }

    /// A name out of any text: `Isian Kota.xlsx` gives `isian-kota`.
    static func proposed(_ text: String) -> String {
        let bare = text.split(separator: ".").dropLast(text.contains(".") ? 1 : 0)
            .joined(separator: "-").lowercased()
        let words = bare.unicodeScalars.split {
            !(97...122).contains($0.value) && !(48...57).contains($0.value)
        }
        let name = words.map { String(String.UnicodeScalarView($0)) }.joined(separator: "-")
        return name.isEmpty ? "tabel" : String(name.prefix(40))
    }
}
