import Policy
import Quantities
import Testing

@testable import Formats
@testable import Reading

/// Regions by code of Kemendagri and BPS and by name, over all that the shipped table has.
@Suite struct RegionNameTests {
    static let regions: RegionTable = {
        let session = ReadingSession(files: FixtureFolder.files)
        let table = RegionTableReader(session: session).read(
            "../../notebooks-data/regions/regions.csv")
        return table ?? RegionTable([])
    }()

    @Test("Every code of Kemendagri is itself")
    func kemendagri() throws {
        #expect(Self.regions.regions.count == 552)
        for region in Self.regions.regions {
            #expect(try Self.regions.code(of: region.code.code) == region.code)
            #expect(try Self.regions.code(of: "\u{A0}\(region.code)  ") == region.code)
        }
    }

    @Test("A code of BPS is its region, or both readings are named; never the dotted one alone")
    func bps() throws {
        var (same, other, alone) = (0, 0, 0)
        for region in Self.regions.regions where region.code.level == .kabkota {
            let code = try #require(region.bpsCode)
            let dotted = RegionCode(code.prefix(2) + "." + code.suffix(2))
            let exists = dotted.map(Self.regions.exists) ?? false
            if dotted == region.code {
                same += 1
                #expect(try Self.regions.code(of: code) == region.code)
            } else if exists {
                other += 1
                let fault = try #require(Self.fault(code))
                #expect(fault.kind == .ambiguous)
                #expect(fault.candidates.map(\.code) == [region.code, dotted])
            } else {
                alone += 1
                #expect(try Self.regions.code(of: code) == region.code)
            }
        }
        #expect((same, other, alone) == (315, 169, 30))
    }

    @Test("Digits that only a dot would make a code are refused, with that code as a question")
    func dotIsNoReading() throws {
        let fault = try #require(Self.fault("6407"))
        #expect(fault.kind == .unknown)
        #expect(fault.candidates.map(\.code.code) == ["64.07"])
        #expect(Self.fault("9999")?.candidates.isEmpty == true)
    }

    @Test("Every name is its region, however its kind is written")
    func names() throws {
        for region in Self.regions.regions where region.code.level == .kabkota {
            let (kind, bare) = Self.parts(region.name)
            let short = kind == "Kota" ? ["Kota", "KOTA", "Kodya"] : ["Kab.", "KABUPATEN", "kab"]
            for word in short {
                #expect(try Self.regions.code(of: "\(bare), \(word)") == region.code)
                #expect(try Self.regions.code(of: "\(bare.uppercased()) (\(word))") == region.code)
                #expect(try Self.regions.code(of: "\(word) \(bare)") == region.code)
                #expect(try Self.regions.code(of: "\(word)  \(bare.uppercased())") == region.code)
            }
        }
        for region in Self.regions.regions where region.code.level == .province {
            #expect(try Self.regions.code(of: "Provinsi \(region.name)") == region.code)
        }
        let others = [
            ("DKI Jakarta", "31"), ("D.I. Yogyakarta", "34"), ("Prov. Jawa Timur", "35"),
            ("Kota Jakarta Pusat", "31.71"), ("Palangkaraya", "62.71"), ("Toli Toli", "72.04"),
            ("Kayong Utara", "61.11"), ("INDONESIA", "00"), ("Kota Baru", "63.02"),
            ("Kepulauan Siau Tagulandang Biaro", "71.09"), ("97", "95"),
        ]
        for (name, code) in others { #expect(try Self.regions.code(of: name).code == code) }
    }

    @Test("A bare name is its region, or all that share it are named")
    func bareNames() throws {
        var shared = 0
        for region in Self.regions.regions where region.code.level == .kabkota {
            let (_, bare) = Self.parts(region.name)
            if let fault = Self.fault(bare) {
                shared += 1
                #expect(fault.kind == .ambiguous)
                #expect(fault.candidates.contains { $0.code == region.code })
                #expect(fault.candidates.count > 1)
            } else {
                #expect(try Self.regions.code(of: bare) == region.code)
            }
        }
        #expect(shared == 55)
    }

    @Test("What is said of a text that names none or several")
    func words() throws {
        let expected = [
            (
                "6206",
                "'6206' bisa berarti 62.08 (Kabupaten Sukamara, menurut kode BPS) atau"
                    + " 62.06 (Kabupaten Katingan, kode Kemendagri tanpa titik)",
                "tulis kodenya: '62.08' atau '62.06'",
                "'6206' can mean 62.08 (Kabupaten Sukamara, by the codes of BPS) or"
                    + " 62.06 (Kabupaten Katingan, the Kemendagri code without its dot)",
                "write its code: '62.08' or '62.06'"
            ),
            (
                "Malang", "'Malang' bisa berarti 35.07 (Kabupaten Malang) atau 35.73 (Kota Malang)",
                "tulis kodenya: '35.07' atau '35.73'",
                "'Malang' can mean 35.07 (Kabupaten Malang) or 35.73 (Kota Malang)",
                "write its code: '35.07' or '35.73'"
            ),
            (
                "35.1", "'35.1' bukan kode daerah",
                "maksud Anda '35.10' (Kabupaten Banyuwangi) atau '35.01' (Kabupaten Pacitan)?"
                    + " (lembar kerja membuang nol di akhir; simpan kode sebagai teks)",
                "'35.1' is not a region code",
                "did you mean '35.10' (Kabupaten Banyuwangi) or '35.01' (Kabupaten Pacitan)?"
                    + " (spreadsheets drop the last zero; keep codes as text)"
            ),
            (
                "35,07", "'35,07' bukan kode daerah", "maksud Anda '35.07' (Kabupaten Malang)?",
                "'35,07' is not a region code", "did you mean '35.07' (Kabupaten Malang)?"
            ),
            (
                "Kab. Malnag", "'Kab. Malnag' bukan kode atau nama daerah",
                "maksud Anda '35.07' (Kabupaten Malang)?",
                "'Kab. Malnag' is not the code or name of a region",
                "did you mean '35.07' (Kabupaten Malang)?"
            ),
            (
                "35.99", "daerah '35.99' tidak ada",
                "daftar daerah ada di regions/regions.csv pada folder data",
                "there is no region '35.99'",
                "regions are listed in regions/regions.csv of the data folder"
            ),
        ]
        for (text, message, hint, english, englishHint) in expected {
            let fault = try #require(Self.fault(text))
            #expect(Phrase.region(fault).indonesian == message)
            #expect(Phrase.regionHint(fault).indonesian == hint)
            #expect(Phrase.region(fault).english == english)
            #expect(Phrase.regionHint(fault).english == englishHint)
        }
    }

    @Test(
        "Codes with something in or behind them lead to the code",
        arguments: ["62. 03", "62,03", "62-03", "62.03.01", "62.03 Kabupaten Kapuas", "62.3"])
    func nearCodes(_ text: String) {
        #expect(Self.fault(text)?.candidates.map(\.code.code) == ["62.03"])
    }

    @Test(
        "The beginning of a name leads to the names that begin so, not to one that sounds alike",
        arguments: [
            ("Kotawaringin", ["62.01", "62.02"]),
            ("Kab. Barito", ["62.04", "62.05", "62.13", "63.04"]),
            ("'62.03", ["62.03"]), ("’35.07", ["35.07"]),
        ])
    func begun(_ text: String, _ codes: [String]) {
        #expect(Self.fault(text)?.candidates.map(\.code.code).sorted() == codes)
    }

    /// What stands against a text; nil where it names one region.
    private static func fault(_ text: String) -> RegionFault? {
        do throws(RegionFault) {
            _ = try regions.code(of: text)
            return nil
        } catch { return error }
    }

    /// The kind of a region and its name without it.
    private static func parts(_ name: String) -> (kind: String, bare: String) {
        let words = name.split(separator: " ").map(String.init)
        return (words[0], words.dropFirst().joined(separator: " "))
    }
}
