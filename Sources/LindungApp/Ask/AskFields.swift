import Analysis
import Formats
import Policy
import Quantities
import Reading

/// The fields of each kind of question, with what there is to choose from.
struct AskFields: Sendable {
    let folder: ScenarioFolder
    let questions: [ScenarioFolder.Question]
    /// Tables that can be continued.
    let series: [String]
    /// By code.
    let regions: [AskField.Choice]

    /// Looks into a folder, and into the data where the question is about a region or a table.
    ///
    /// - Throws: ``InputFaults`` where the data cannot be read.
    init(_ kind: AskKind, _ folder: ScenarioFolder, _ desk: Desk) throws(InputFaults) {
        let files = SourceFiles(root: desk.files.root)
        self.folder = folder
        questions = folder.questions(in: files)
        let needsData = kind == .povertyState || kind == .forecast
        let workspace = needsData ? try desk.workspace(near: folder.entries[0].file) : nil
        series = folder.tables(in: files) + (workspace?.histories ?? [])
        let table = workspace?.catalogue.regions
        regions = (table?.regions ?? []).map { region in
            AskField.Choice(
                value: region.code.code, label: Phrase(same: "\(region.name)"),
                group: table?.regions.first {
                    $0.code.level == .province && $0.code.contains(region.code)
                }.map { Phrase(same: "\($0.name)") })
        }
    }

    /// In the order of the form; the argument first.
    func fields(of kind: AskKind) -> [AskField] {
        switch kind {
        case .sweep, .allocate, .stage:
            return [file(questions(of: kind))] + (kind == .sweep ? [seed] : [])
        case .sense: return senseFields
        case .target: return targetFields
        case .povertyPath: return [file(scenarios), draws, seed]
        case .povertyTarget: return povertyTargetFields
        case .povertyState:
            return [
                AskField(name: .region, option: nil, control: .choice(regions), isRequired: true)
            ]
        case .forecast: return forecastFields
        }
    }

    // MARK: Choices

    private var scenarios: [AskField.Choice] {
        folder.entries.map {
            AskField.Choice(
                value: $0.file, label: Phrase(same: "\($0.title) (\($0.name))"),
                group: Phrase(id: "Skenario", en: "Scenarios"))
        }
    }

    private func questions(of kind: AskKind) -> [AskField.Choice] {
        questions.filter { $0.kind == kind.fileKind }.map {
            AskField.Choice(
                value: $0.file, label: Phrase(same: "\($0.title) (\(FilePath.name(of: $0.file)))"),
                group: Phrase(id: "Berkas pertanyaan", en: "Question files"))
        }
    }

    private func file(_ choices: [AskField.Choice]) -> AskField {
        AskField(name: .file, option: nil, control: .choice(choices), isRequired: true)
    }

    private var draws: AskField {
        let none = AskField.Choice(value: "", label: Phrase(id: "tanpa", en: "none"))
        let counts = [100, 500, 1000].map {
            AskField.Choice(value: String($0), label: Phrase("\($0)", en: "\($0)"))
        }
        return AskField(
            name: .draws, option: "--draws", control: .choice([none] + counts),
            note: Phrase(
                id: "dengan simulasi acak hasil menjadi rentang 90 %",
                en: "with draws results become 90 % ranges"))
    }

    private var seed: AskField {
        AskField(
            name: .seed, option: "--seed", control: .whole(1...999_999, standard: "1"),
            note: Phrase(
                id: "benih yang sama memberi hasil yang sama",
                en: "the same seed gives the same results"), isRare: true)
    }

    // MARK: Kinds

    private var senseFields: [AskField] {
        let methods = [
            ("tornado", Phrase(id: "satu demi satu (tornado)", en: "one at a time (tornado)")),
            ("morris", Phrase(id: "penyaringan (Morris)", en: "screening (Morris)")),
            ("sobol", Phrase(id: "bagian ragam (Sobol)", en: "shares of the variance (Sobol)")),
        ].map { AskField.Choice(value: $0.0, label: $0.1) }
        let sweeps = questions(of: .sweep)
        return [
            file(scenarios + sweeps),
            AskField(name: .method, option: "--method", control: .choice(methods)),
            AskField(
                name: .samples, option: "--samples", control: .whole(1...65_536, standard: ""),
                note: Phrase(
                    id: "kosong: 50 ulangan Morris atau 1.024 titik Sobol (pangkat dua)",
                    en: "empty: 50 repetitions of Morris or 1,024 points of Sobol (a power of two)"
                ),
                isRare: true),
            seed,
        ]
    }

    private var targetFields: [AskField] {
        let courses = [
            ("--scale", Phrase(id: "kali", en: "times")),
            ("--value", Phrase(id: "nilai", en: "value")),
            ("--add", Phrase(id: "tambahan", en: "addition")),
        ].map { AskField.Choice(value: $0.0, label: $0.1) }
        let reaches = [
            ("--at-least", Phrase(id: "paling sedikit", en: "at least")),
            ("--at-most", Phrase(id: "paling banyak", en: "at most")),
            ("--equals", Phrase(id: "tepat", en: "exactly")),
        ].map { AskField.Choice(value: $0.0, label: $0.1) }
        let only = Phrase(
            id: "hanya untuk skenario; berkas pertanyaan memuatnya sendiri",
            en: "for scenarios alone; question files say it themselves")
        return [
            file(questions(of: .target) + scenarios), draws,
            AskField(
                name: .lever, option: "--lever",
                control: .text(example: "quota.petani", suggestions: levers), note: only,
                isRare: true),
            AskField(
                name: .course, option: nil, control: .optionAndText(courses, example: "1 .. 5"),
                isRare: true),
            AskField(
                name: .start, option: "--from", control: .text(example: "2027-01"), isRare: true),
            AskField(
                name: .outcome, option: "--outcome",
                control: .text(
                    example: "coverage_protected_end_of_workers_share 2029",
                    suggestions: outcomes), isRare: true),
            AskField(
                name: .reach, option: nil, control: .optionAndText(reaches, example: "40 %"),
                isRare: true),
            seed,
        ]
    }

    /// Keys that planners decide.
    private var levers: [AskField.Choice] {
        Parameters.catalogue.filter { $0.role == .lever }.map {
            AskField.Choice(value: $0.path, label: $0.meaning)
        }
    }

    private var outcomes: [AskField.Choice] {
        Quantity.all.map { AskField.Choice(value: $0.name, label: $0.heading) }
    }

    private var povertyTargetFields: [AskField] {
        [
            file(scenarios),
            AskField(
                name: .headcount, option: "--p0", control: .text(example: "5 %"),
                isRequired: true),
            AskField(
                name: .year, option: "--by", control: .whole(2020...2100, standard: "2029"),
                isRequired: true), draws, seed,
        ]
    }

    private var forecastFields: [AskField] {
        let tables = series.map { file in
            AskField.Choice(value: file, label: Phrase(same: "\(file)"))
        }
        let automatic = AskField.Choice(
            value: "", label: Phrase(id: "dipilih menurut panjang deret", en: "chosen by length"))
        let methods = ForecastOptions.methodNames.filter { $0 != "auto" }.map {
            AskField.Choice(value: $0, label: Phrase(same: "\($0)"))
        }
        return [
            AskField(name: .file, option: nil, control: .choice(tables), isRequired: true),
            AskField(
                name: .horizon, option: "--horizon", control: .whole(1...120, standard: "3")),
            AskField(
                name: .method, option: "--method", control: .choice([automatic] + methods),
                isRare: true),
        ]
    }
}
