import Analysis
import Formats
import Policy
import Quantities

/// A map of regions, coloured by a share: the coverage of a scenario, or by how much it differs
/// from that of another.
package struct RegionMap: Sendable {
    struct Region: Sendable {
        let outline: RegionOutline
        let name: String
        /// NaN where it is not known.
        let share: Double
    }

    /// What it shows, above the map.
    package let heading: Phrase
    let regions: [Region]
    /// Whether shares are differences, whose middle is none.
    let isDifference: Bool

    /// Average coverage by region over the whole horizon.
    ///
    /// - Parameters:
    ///   - baseline: nil for the coverage itself.
    ///   - outlines: of the regions; one without an outline is left out.
    package init(
        _ result: ScenarioResult, against baseline: ScenarioResult?, outlines: [RegionOutline],
        names: RegionTable
    ) {
        let places = result.policy.regions
        func share(_ result: ScenarioResult, _ code: RegionCode) -> Double {
            result.policy.regions.firstIndex(of: code).map {
                Indicator.averageCoverage.value(result.summary, year: nil, region: $0)
            } ?? .nan
        }
        regions = outlines.filter { places.contains($0.region) }.map { outline in
            let own = share(result, outline.region)
            return Region(
                outline: outline, name: names.name(of: outline.region),
                share: baseline.map { own - share($0, outline.region) } ?? own)
        }
        isDifference = baseline != nil
        let years = result.yearSpan
        heading =
            baseline.map {
                Phrase(
                    id: "Cakupan rata-rata \(years): '\(result.name)' dikurangi '\($0.name)'",
                    en: "Average coverage \(years): '\(result.name)' less '\($0.name)'")
            }
            ?? Phrase(
                id: "Cakupan rata-rata \(years): '\(result.name)'",
                en: "Average coverage \(years): '\(result.name)'")
    }

    /// The picture files of a result folder: `map.vl.json` of the first scenario, and of each other
    /// how it differs from that, `map-NAME.vl.json`. None of a single region.
    package static func pictures(
        of results: [ScenarioResult], outlines: [RegionOutline], names: RegionTable,
        in language: Language
    ) -> [(name: String, bytes: [UInt8])] {
        results.enumerated().map { place, result in
            let baseline = place == 0 ? nil : results[0]
            let map = RegionMap(result, against: baseline, outlines: outlines, names: names)
            return (map, place == 0 ? "map" : "map-\(result.name)")
        }.filter(\.0.isWorthDrawing).map { ($1 + ".vl.json", $0.vegaLite(in: language)) }
    }

    /// Whether there is anything that a map shows better than a number.
    package var isWorthDrawing: Bool { regions.count > 1 }

    /// The regions with their shares.
    package var table: ResultTable {
        ResultTable("map", regions) {
            Key("region") { "\($0.outline.region.code) \($0.name)" }
            Column("coverage_protected_average_of_workers_share", .share, \.share)
        }
    }

    /// The map as a Vega-Lite specification with its outlines inside.
    package func vegaLite(in language: Language) -> [UInt8] {
        var json = JSONWriter()
        json.object { json in
            json.pictureHead(heading, width: width, height: height, in: language)
            json.pictureData(regions) { feature($1, &$0, language) }
            json.key("projection")
            json.object(inline: true) { json in
                // Degrees as they are: near the equator they are as long one way as the other.
                json.member("type", "identity")
                json.key("reflectY")
                json.value(true)
            }
            json.key("mark")
            json.object(inline: true) { json in
                json.member("type", "geoshape")
                json.member("stroke", "#ffffff")
                json.member("strokeWidth", isWide ? 0.25 : 0.6)
            }
            json.key("encoding")
            json.object { encoding(&$0, language) }
        }
        json.finish()
        return json.bytes
    }

    /// Hundreds of regions, such as the whole nation, need more room and finer borders.
    private var isWide: Bool { regions.count > 100 }

    private var width: Int { isWide ? 760 : 560 }

    /// As high as the regions are beside their width, within what a page shows at once.
    private var height: Int {
        let points = regions.flatMap { $0.outline.parts.flatMap { $0.flatMap(\.points) } }
        let (east, north) = (points.map(\.longitude), points.map(\.latitude))
        guard let west = east.min(), let far = east.max(), let south = north.min(),
            let top = north.max(), far > west
        else { return width / 2 }
        return Int(Double(width) * min(0.75, max(0.35, (top - south) / (far - west))))
    }

    /// How far differences reach either way, in points.
    private var extent: Double {
        let known = regions.map(\.share).filter(\.isFinite)
        return max(0.1, (known.map { abs($0) }.max() ?? 0) * 100)
    }

    private var unit: Phrase { isDifference ? Phrase.points : Phrase(same: "%") }

    private func encoding(_ json: inout JSONWriter, _ language: Language) {
        json.pictureChannel(
            "color", "properties.value", "quantitative", unit[language], inline: false
        ) { json in
            json.key("scale")
            json.object(inline: true) { json in
                json.member("scheme", isDifference ? "blueorange" : "blues")
                guard isDifference else { return }
                json.member("domain", [-extent, extent])
                json.key("reverse")
                json.value(true)
            }
        }
        json.key("tooltip")
        json.array { json in
            for (field, title) in [
                ("properties.name", Phrase(id: "daerah", en: "region")), ("properties.text", unit),
            ] {
                json.object(inline: true) { json in
                    json.member("field", field)
                    json.member("type", "nominal")
                    json.member("title", title[language])
                }
            }
        }
    }

    private func feature(
        _ region: Region, _ json: inout JSONWriter, _ language: Language
    ) {
        json.member("type", "Feature")
        json.key("properties")
        json.object(inline: true) { json in
            json.member("code", region.outline.region.code)
            json.member("name", region.name)
            json.key("value")
            json.value((region.share * 1e6).rounded() / 1e4)
            json.member(
                "text",
                isDifference
                    ? Phrase.points(region.share, language) : language.numbers.percent(region.share)
            )
        }
        json.key("geometry")
        json.object(inline: true) { json in
            json.member("type", "MultiPolygon")
            json.key("coordinates")
            json.array(inline: true) { json in
                for part in region.outline.parts {
                    json.array(inline: true) { json in
                        for ring in part { write(ring, into: &json) }
                    }
                }
            }
        }
    }

    /// A ring with its first point at its end, as GeoJSON has it.
    private func write(_ ring: RegionOutline.Ring, into json: inout JSONWriter) {
        json.array(inline: true) { json in
            for point in ring.points + ring.points.prefix(1) {
                json.array(inline: true) { json in
                    json.value(point.longitude)
                    json.value(point.latitude)
                }
            }
        }
    }
}
