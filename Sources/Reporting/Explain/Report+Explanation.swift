import Analysis
import Costing
import Formats
import Policy
import Quantities

extension Report {
    /// What stands behind a value, a law, a contribution or a result in a month: every input with
    /// its layer, its place, its date and its source.
    ///
    /// People get a card for a value and short tables; ``tables`` has every column and row.
    ///
    /// - Parameters:
    ///   - path: what is asked about.
    ///   - month: the month, which must lie in the horizon.
    ///   - regions: what regions are called.
    ///   - language: whose number marks are used; nil for plain digits, as programs read them.
    ///   - marks: of numbers in plain digits.
    /// - Throws: ``InputFaults`` for a month outside the horizon, ``ContributionRefusal``.
    package init(
        explaining path: PolicyPath, of result: ScenarioResult, at month: Month,
        regions: RegionTable, in language: Language?, marks: CSVMarks = .plain
    ) throws {
        guard result.policy.horizon.contains(month) else {
            throw InputFaults(
                option: "--at", Phrase.outsideHorizon(month),
                hint: Phrase.about(result.policy.scenario))
        }
        let tables = ExplanationTables(
            result: result, path: path, month: month,
            text: SettingText(language: language, locale: marks.locale))
        title = Phrase.explained(result.name, month)
        if language != nil { answer = try tables.answer(regions) }
        introduction = tables.meaning.map { [$0] } ?? []
        sections =
            switch path.subject {
            case .parameter(let definition) where definition == Parameters.quota.definition:
                tables.quotaSections(regions) + tables.sections(of: definition, regions)
            case .parameter(let definition): tables.sections(of: definition, regions)
            case .law(let law): tables.sections(ofLaw: law)
            case .contribution: try tables.contributionSections()
            case .result(let quantity):
                try ExplanationFigure(tables, quantity).sections(regions)
            case .purse(let purse): tables.sections(ofPurse: purse, regions)
            }
    }
}

/// What an explanation begins with: the value that was asked about, in a sentence.
extension ExplanationTables {
    /// The value, law, contribution, figure or purse in the month or its year.
    ///
    /// - Throws: ``InputFaults`` where the law has no answer.
    func answer(_ names: RegionTable) throws(ContributionRefusal) -> [Phrase] {
        switch path.subject {
        case .parameter(let definition):
            if definition == Parameters.quota.definition, let quota = quotaAnswer(names) {
                return [quota]
            }
            return [valueAnswer(definition, names)]
        case .law(let law): return [lawAnswer(law)]
        case .contribution: return [try contributionAnswer(names)]
        case .result(let quantity): return [ExplanationFigure(self, quantity).answer(names)]
        case .purse(let purse): return [purseAnswer(purse, names)]
        }
    }

    func place(_ names: RegionTable) -> Phrase {
        let regions = path.regions(of: result.policy)
        if regions.count == 1 { return Phrase.inRegion("\(names.name(of: regions[0]))") }
        return regions.count == result.policy.regions.count
            ? Phrase(
                id: " di semua \(regions.count) daerah", en: " in all \(regions.count) regions")
            : Phrase.inRegion("\(regions.count)")
    }

    /// The path's region by name, several by their number.
    func regionNames(_ names: RegionTable) -> Phrase {
        let regions = path.regions(of: result.policy)
        if regions.count == 1 { return Phrase { _ in names.name(of: regions[0]) } }
        return regions.count == result.policy.regions.count
            ? Phrase.all(.region) : Phrase.countOfRegions(regions.count)
    }

    private func valueAnswer(_ definition: ParameterDefinition, _ names: RegionTable) -> Phrase {
        let rows = timelines([definition]).compactMap { steps in steps.last { $0.from <= month } }
        let members = Set(rows.compactMap(\.member))
        let key = members.count == 1 ? rows[0].key : definition.path
        return Phrase.valueAnswer(
            month, key, place(names), rows.isEmpty ? "–" : text.span(rows.map(\.text)),
            cells: rows.count, since: rows.count == 1 ? rows[0].from : nil)
    }

    private func lawAnswer(_ name: String) -> Phrase {
        let values = (try? result.pricing.law.parameter(name).values) ?? []
        guard let law = values.first(where: holds) else { return Phrase.lawAnswer(month, name) }
        return Phrase.lawAnswer(
            month, name, shortened(law), legal: law.entry.legal, since: law.from)
    }

    /// What a person-month costs: one sum, or the lowest and the highest.
    ///
    /// - Throws: ``InputFaults`` where the law has no answer.
    private func contributionAnswer(_ names: RegionTable) throws(ContributionRefusal) -> Phrase {
        let sums = try monthlyContributions()
        return Phrase.contributionAnswer(
            month, segmentName, place(names), sums.min() ?? .zero, sums.max() ?? .zero)
    }

    /// The path's segment; nil for all.
    private var segmentName: Phrase? {
        guard path.member != nil, let place = path.segments(of: result.policy).first else {
            return nil
        }
        return result.policy.segments[place].name
    }

    private func purseAnswer(_ purse: Int, _ names: RegionTable) -> Phrase {
        let asked = Set(path.regions(of: result.policy))
        let rows = result.purseRows.filter {
            $0.year == month.year && $0.bearer == .purse(purse)
                && asked.contains(result.policy.regions[$0.region])
        }
        return Phrase.purseAnswer(
            month.year, result.policy.purses[purse].name, place(names),
            paid: rows.reduce(.zero) { $0 + $1.paid },
            ceiling: rows.reduce(.zero) { $0 + $1.closing })
    }
}

extension ExplanationFigure {
    func answer(_ names: RegionTable) -> Phrase {
        let value = value()
        let name = quantity.heading
        let segment =
            segments.count < policy.segments.count
            ? segments.first.map { policy.segments[$0].name } : nil
        return Phrase.figureAnswer(
            tables.month.year, name, segment, tables.regionNames(names),
            Phrase(same: "\({ shown(value, $0) })")
        )
    }
}
