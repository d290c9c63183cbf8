import Analysis
import Formats
import Policy
import Quantities
import Reading
import Reporting

/// Why a scenario differs from the baseline: each change's part of each figure, as a waterfall.
struct WhyPart: Sendable {
    let answer: ComparisonAnswer
    let alternative: ScenarioResult
    let fields: FormFields
    let canDraw: Bool
    let language: Language

    /// How many changes are told apart: each more doubles the evaluations, and a page should not
    /// take minutes. The command tells more apart.
    private var limit: Int {
        switch alternative.policy.regions.count {
        case ...2: 10
        case ...10: 7
        default: 5
        }
    }

    /// - Throws: ``InputFaults`` where scenarios cannot be explained by their keys.
    func attribution(_ progress: @escaping @Sendable (Int, Int) -> Void) async throws
        -> ScenarioAttribution
    {
        let baseline = answer.comparison.baseline
        do {
            return try await ScenarioAttribution(
                from: baseline, to: alternative, law: answer.workspace.law, limit: limit,
                progress: progress)
        } catch {
            throw answer.workspace.faults(error, [baseline.policy, alternative.policy])
        }
    }

    func html(_ attribution: ScenarioAttribution) -> HTML {
        let falls = Waterfall.all(of: attribution, in: language)
        guard !falls.isEmpty else {
            let nothing = Phrase(
                id: "Tidak ada angka pokok yang berbeda.", en: "No main figure differs.")
            return "<p>\(nothing[language])</p>"
        }
        let address = Page.address("/bandingkan.csv", fields.with("tabel", "attribution"))
        let pictures = falls.map { fall in
            PictureBlock(
                id: "mengapa-" + fall.measure.name, specification: fall.vegaLite,
                heading: fall.heading, numbers: fall.table, canDraw: canDraw
            ).html(in: language)
        }
        return """
            <p>\(rule[language])</p>\(note(attribution))
            \(pictures)
            <p class="beside"><a href="\(address)">CSV: attribution</a></p>
            """
    }

    private var rule: Phrase {
        Phrase(
            id: "Tiap perubahan mendapat bagiannya: rata-rata dari semua urutan penerapannya, dan"
                + " jumlahnya tepat sama dengan seluruh selisih.",
            en: "Each change gets its part: the average over all orders in which the changes may be"
                + " made. The parts sum to the whole difference.")
    }

    private func note(_ attribution: ScenarioAttribution) -> HTML? {
        let (keys, groups) = (attribution.keyCount, attribution.groups.count)
        guard keys > groups else { return nil }
        let text = Phrase(
            "\(keys) perubahan digabung menjadi \(groups) kelompok.",
            en: "\(keys) changes are put together in \(groups) groups.")
        return "<p class=\"unit\">\(text[language])</p>"
    }
}

/// Who gains and who loses by a scenario: provinces, regions, segments, tenths of people.
struct WhoPart: Sendable {
    let answer: ComparisonAnswer
    let alternative: ScenarioResult
    let language: Language

    private var writer: HTMLWriter { HTMLWriter(language: language) }

    var html: HTML {
        let comparison = answer.comparison
        let groups: [(Grouping, Phrase)] =
            (alternative.policy.provinces.count > 1
                ? [(.province, Phrase(id: "Menurut provinsi", en: "By province"))] : [])
            + (alternative.policy.regions.count > 1
                ? [(.region, Phrase(id: "Menurut daerah", en: "By region"))] : [])
            + [(.segment, Phrase(id: "Menurut segmen pekerja", en: "By segment of workers"))]
        let parts = groups.map { grouping, heading -> HTML in
            let gains = GainTable(
                comparison, alternative, by: grouping, answer.regions, in: language)
            let heading = heading[language]
            let table: HTML? =
                gains.table.rowCount == 0
                ? nil : writer.table(gains.table, caption: heading, isWhole: true)
            return "<h3>\(heading)</h3><p>\(gains.sentence[language])</p>\(table)"
        }
        return "<p>\(rule[language])</p>\(parts)\(tenths)"
    }

    private var rule: Phrase {
        let (name, baseline) = (alternative.name, answer.comparison.baseline.name)
        return Phrase(
            id: "Selisih '\(name)' dari '\(baseline)' selama seluruh periode; orang terlindungi"
                + " pada akhir periode.",
            en: "Differences of '\(name)' from '\(baseline)' over the whole horizon; protected"
                + " people at its end.")
    }

    private var tenths: HTML? {
        guard let table = answer.comparison.tenths(of: alternative, in: language) else {
            return nil
        }
        let heading = Phrase(
            id: "Keluarga tetap di atas garis, menurut persepuluhan pengeluaran",
            en: "Families kept above the line, by tenth of consumption")[language]
        let note = Phrase(
            id: "Persepuluhan penduduk tiap daerah menurut pengeluaran per orang sebelum pencari"
                + " nafkah meninggal (sebaran lognormal yang dicocokkan dengan P0 dan gini).",
            en: "Tenths of each region's people by consumption per head before the breadwinner's"
                + " death (the lognormal distribution fitted to P0 and Gini).")[language]
        return "<h3>\(heading)</h3><p>\(note)</p>\(writer.table(table, caption: heading))"
    }
}
