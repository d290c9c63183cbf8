import Formats
import Policy
import Quantities

/// Reads packages: settings to lay over a scenario.
///
///     package: bulan-9
///     title: { id: Sembilan bulan, en: Nine months }
///     levers:
///       funding.months: { from: 2026-01, value: 9 }
///
/// A package serves several scenarios. Where it speaks of a segment, purse or region that this one
/// does not have, that is a warning and not a fault.
struct PackageReader {
    struct Package {
        let layer: Layer
        let gaps: [TableGap]
    }

    static let fields = [
        "package", "title", "description", "locale", "law", "levers", "assumptions",
    ]

    let session: ReadingSession
    let context: SettingContext

    /// The package of a file; nil where it is none.
    ///
    /// Faults are told in the package itself, except that it cannot be read or is a scenario, which
    /// is told where it is named. Without a name its file stands in, so that reading goes on.
    func read(_ file: String, namedAt place: Position) -> Package? {
        guard let root = YAMLReader(session: session).root(of: file, namedAt: place) else {
            return nil
        }
        if root["package"] == nil, root["name"] != nil {
            session.fault(
                place,
                Phrase(
                    id: "'\(file)' adalah skenario, bukan paket",
                    en: "'\(file)' is a scenario, not a package"),
                hint: Phrase(
                    id: "hapus dari sini: skenario induk disebut di 'extends', dan paket adalah"
                        + " berkas yang diawali 'package'",
                    en: "leave it out here: a parent scenario is named by 'extends', and a package"
                        + " is a file that begins with 'package'"
                ))
            return nil
        }
        let fields = FieldReader(session: session)
        fields.check(root, allowed: Self.fields)
        let name = fields.text("package", of: root, at: Position(file: file)) ?? file
        let locale = root["locale"].flatMap { LocaleReader(session: session).locale($0.value) }
        let inner = SettingContext(
            kind: .package, layer: name, file: file, catalogue: context.catalogue,
            lawUnits: context.lawUnits, reach: context.reach, tables: context.tables,
            locale: locale)
        let sections = SettingReader(session: session, context: inner).read(root)
        return Package(
            layer: Layer(name: name, settings: sections.settings), gaps: sections.gaps)
    }
}
