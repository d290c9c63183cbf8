import Analysis
import Formats
import Policy
import Quantities

/// A scenario file with the parents that it builds on, the one asked for first.
///
/// Headers are read through the whole chain before any setting: what the parents' own lines say is
/// checked against what the parents speak of, and their tables are read for the regions, segments
/// and purses of the scenario that was asked for.
///
/// The search order, lowest layer first:
///
///     catalogues
///     the root of the chain: its packages in order, then its own settings
///     ...
///     the file asked for: its packages in order, then its own settings
///
/// Names, titles, sections and expectations belong to each file. `regions`, `horizon`, `segments`,
/// `purses`, `cohorts` and `transitions` are taken from the nearest file that has them.
///
/// A fault in a parent is told in the parent, even where the file asked for replaces the value.
struct ScenarioChain {
    static let fields = [
        "name", "title", "description", "extends", "stage", "packages", "regions", "horizon",
        "locale", "segments", "purses", "cohorts", "transitions", "law", "levers", "assumptions",
        "correlations", "try", "expect",
    ]
    /// What the root of a chain must say and others may.
    static let inherited = ["regions", "horizon", "segments", "purses"]

    /// More parents than anybody follows; each is read against all above it.
    private static let mostParents = 50

    struct Link {
        let file: String
        let root: YAMLNode
        let header: ScenarioHeader
        var reach = ScenarioReach()
    }

    let session: ReadingSession
    let catalogue: Catalogue
    /// What of the law may be changed, and what it counts in.
    let lawUnits: [String: Unit]
    /// Empty where the file asked for cannot be read.
    private(set) var links: [Link] = []

    /// Reads the headers of a file and of all files above it.
    ///
    /// Stops at a file that cannot be read or that closes a cycle, with a fault; what was read so
    /// far is still checked.
    ///
    /// - Parameters:
    ///   - file: the scenario asked for, seen from the root of the session's files.
    ///   - session: where faults are noted.
    ///   - catalogue: the regions, segments and purses that exist.
    ///   - lawUnits: units of what of the law may be changed, by path without `law.`.
    init(_ file: String, session: ReadingSession, catalogue: Catalogue, lawUnits: [String: Unit]) {
        self.session = session
        self.catalogue = catalogue
        self.lawUnits = lawUnits
        var next: (file: String, place: Position?)? = (file, nil)
        while let (file, place) = next, let root = root(of: file, namedAt: place) {
            let header = ScenarioHeader(session: session, catalogue: catalogue, root: root)
            links.append(Link(file: file, root: root, header: header))
            next = parent(of: root, file)
        }
        var reach = ScenarioReach()
        for index in links.indices.reversed() {
            links[index].header.extend(&reach)
            links[index].reach = reach
        }
    }

    /// The layers of parents, packages and files, lowest first, without the catalogues.
    ///
    /// A package that two files of the chain name is laid twice, each time where it is named. Gaps
    /// are regions that tables lack; whether they are faults is judged once all layers are known.
    func layers() -> (layers: [Layer], gaps: [TableGap]) {
        var (layers, gaps): ([Layer], [TableGap]) = ([], [])
        for link in links.reversed() {
            let context = context(link)
            let sections = SettingReader(session: session, context: context)
            let own = sections.read(link.root)
            for package in packages(of: link.root, context) {
                layers.append(package.layer)
                gaps += package.gaps
            }
            layers.append(Layer(name: context.layer, settings: own.settings))
            gaps += own.gaps
        }
        return (layers, gaps)
    }

    /// The pairs of correlated inputs of each file, the one asked for first.
    ///
    /// - Parameter names: of the inputs that are uncertain.
    func correlations(of names: [String]) -> [[RankPair]] {
        links.map { link in
            guard let entry = link.root["correlations"] else { return [] }
            return CorrelationReader(
                session: session, locale: link.header.locale(),
                layer: link.header.shortName ?? link.file, names: names
            ).read(entry)
        }
    }

    /// The cohorts that the nearest file names, and those of provinces with their own; empty where
    /// none does.
    func cohorts() -> (all: [Cohort], provinces: [RegionCode: [Cohort]]) {
        guard let (entry, context) = nearest("cohorts") else { return ([], [:]) }
        let reader = CohortReader(session: session, context: context)
        guard let all = reader.read(entry) else { return ([], [:]) }
        return (all, reader.provinces(entry, besides: all))
    }

    /// The monthly probabilities that the nearest file names; empty where none does.
    func transitions() -> [TransitionProbability] {
        nearest("transitions").flatMap { entry, context in
            TransitionReader(session: session, context: context).read(entry)
        } ?? []
    }

    /// The levers that the nearest file would have others turn first; empty where none names any.
    func tried() -> [Address] {
        nearest("try").map { entry, context in
            TriedLeverReader(session: session, context: context).read(entry)
        } ?? []
    }

    /// What the author of the file asked for expects of it. What parents expect of themselves is
    /// no belief about a child, and is told where they are checked.
    func expectations() -> [Expectation] {
        guard let asked = links.first, let entry = asked.root["expect"] else { return [] }
        return ExpectationReader(session: session, context: context(asked)).read(entry)
    }

    /// An entry as the file nearest to the one asked for writes it.
    private func nearest(_ key: String) -> (YAMLEntry, SettingContext)? {
        for link in links {
            if let entry = link.root[key] { return (entry, context(link)) }
        }
        return nil
    }

    /// The mapping of a file, its top-level fields checked.
    ///
    /// A parameter at the top of a file, `quota.petani: 1200`, gets as its hint the section where
    /// it goes.
    private func root(of file: String, namedAt place: Position?) -> YAMLNode? {
        guard let root = YAMLReader(session: session).root(of: file, namedAt: place) else {
            return nil
        }
        FieldReader(session: session).check(root, allowed: Self.fields) { key in
            Parameters.definition(in: key).map { Phrase.moveTo($0.0.role) }
        }
        return root
    }

    private func context(_ link: Link) -> SettingContext {
        SettingContext(
            kind: .scenario, layer: link.header.shortName ?? link.file, file: link.file,
            catalogue: catalogue, lawUnits: lawUnits, reach: link.reach,
            tables: links.first?.reach ?? link.reach, locale: link.header.locale())
    }

    /// The parent that a file extends, or the scenario of the stage that it hangs under; nil where
    /// it has neither, or comes back to itself.
    private func parent(of root: YAMLNode, _ file: String) -> (file: String, place: Position?)? {
        guard let entry = root["stage"] ?? root["extends"], let parent = parent(entry, file) else {
            return nil
        }
        if entry.key == "stage", root["extends"] != nil {
            session.fault(
                entry.position,
                Phrase(
                    id: "'stage' dan 'extends' tidak dapat dipakai bersama",
                    en: "'stage' and 'extends' cannot stand together"),
                hint: Phrase(
                    id: "hapus 'extends': induknya adalah skenario tahap itu",
                    en: "remove 'extends': the parent is the scenario of that stage"))
        }
        guard links.count <= Self.mostParents else {
            session.fault(
                entry.value.position, Phrase.tooManyParents(Self.mostParents),
                hint: Phrase(
                    id: "gabungkan beberapa induk, atau pakai 'packages'",
                    en: "join some of the parents, or use 'packages'"))
            return nil
        }
        let children = links.map(\.file)
        let known = children.map(session.files.canonical)
        if let start = known.firstIndex(of: session.files.canonical(parent)) {
            session.fault(
                entry.value.position,
                Phrase(
                    id: "rantai 'extends' berputar kembali ke berkas yang sama",
                    en: "the chain of 'extends' comes back to the same file"),
                hint: Phrase.chain(Array(children[start...]) + [parent]))
            return nil
        }
        return (parent, entry.value.position)
    }

    private func parent(_ entry: YAMLEntry, _ file: String) -> String? {
        guard entry.key == "extends" else {
            return StageReferenceReader(session: session).read(entry)?.entry.source
        }
        return FieldReader(session: session).text(entry.value).map {
            FilePath.join(FilePath.folder(of: file), $0)
        }
    }

    /// The packages that a file names, in order; those that cannot be read are left out.
    private func packages(of root: YAMLNode, _ context: SettingContext) -> [PackageReader.Package] {
        guard let entry = root["packages"], !entry.value.isNull else { return [] }
        var seen: Set<String> = []
        return (entry.value.items ?? [entry.value]).compactMap { item in
            guard let path = FieldReader(session: session).text(item) else { return nil }
            let file = FilePath.join(FilePath.folder(of: context.file), path)
            guard seen.insert(file).inserted else {
                session.fault(item.position, Phrase.twice(path))
                return nil
            }
            return PackageReader(session: session, context: context).read(
                file, namedAt: item.position)
        }
    }
}
