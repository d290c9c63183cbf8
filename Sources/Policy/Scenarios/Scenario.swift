import Quantities

/// One entry of a layer: which values, from when, and how they combine with what is there.
///
/// Example: `quota.petani: { from: 2027-01, until: 2027-12, add: 500 }` adds 500 persons in 2027
/// to whatever lower layers say, and leaves 2028 alone.
public struct Setting: Sendable, Hashable {
    /// How an entry combines with the values of lower layers.
    public enum Verb: Sendable, Hashable {
        /// Replaces them.
        case replace
        /// Multiplies them; their later steps stay.
        case scale
        /// Adds to them; their later steps stay.
        case add
    }

    /// A value and the month it begins in; nil is the start of the horizon.
    public struct Point: Sendable, Hashable {
        /// Nil is the start of the horizon.
        public let from: Month?
        /// In the unit of its case; what a number means depends on the verb.
        public let value: SettingValue

        /// A value from a month on; nil is the start of the horizon.
        public init(from: Month?, value: SettingValue) {
            self.from = from
            self.value = value
        }
    }

    /// The cells that it speaks of.
    public let address: Address
    /// The address of the entry: that of a table is wider than those of its rows, and decides
    /// which entry wins within a layer.
    public let entry: Address
    /// Whether it replaces, multiplies or adds.
    public let verb: Verb
    /// In order of month; at least one.
    public let points: [Point]
    /// The last month in which it holds; after it lower layers hold again. Nil holds for good.
    public let until: Month?
    /// The line that wrote it, with mark, source and range.
    public let provenance: Provenance
    /// How far the value may be off; nil where it is taken as it stands.
    public let spread: Spread?

    /// A setting as it was read.
    ///
    /// Without an entry's address of its own it is that of its cells; a range in the provenance
    /// counts as a spread around the first value where no other spread is given.
    public init(
        address: Address, entry: Address? = nil, verb: Verb = .replace, points: [Point],
        until: Month? = nil, provenance: Provenance, spread: Spread? = nil
    ) {
        self.address = address
        self.entry = entry ?? address
        self.verb = verb
        self.points = points
        self.until = until
        self.provenance = provenance
        self.spread =
            spread ?? provenance.range.map { .range($0, median: points.first?.value.number) }
    }
}

/// The settings of one file: a catalogue, a package or a scenario.
///
/// Layers, not one merged file: a package of a decree can be put under many scenarios, and every
/// value keeps the name of the layer that set it.
public struct Layer: Sendable, Hashable {
    /// As messages and explanations name the layer.
    public let name: String
    /// What the layer sets, in order.
    public let settings: [Setting]

    /// A layer with the settings of its file, in their order.
    public init(name: String, settings: [Setting]) {
        self.name = name
        self.settings = settings
    }
}

/// An age band and sex of a region's workers, with its share of stocks and entrants. The shares of
/// all cohorts sum to one, for stocks and for entrants each.
public struct Cohort: Sendable, Hashable {
    /// First age of the band.
    public let ageFrom: Int
    /// Last age of the band, inclusive.
    public let ageUntil: Int
    /// `male` or `female`.
    public let sex: String
    /// The share of the opening stock, 0...1, the same in every status.
    public let stockShare: Double
    /// The share of those who join, 0...1.
    public let entrantShare: Double
    /// Deaths per person-year, before the load factor.
    public let deathRate: Double
    /// The row of the table that gives it.
    public let provenance: Provenance

    /// A band as a table gives it; that bands meet and shares sum to one is checked by its reader.
    ///
    /// - Parameter deathRate: an intensity, deaths per person-year, so it may exceed 1.
    public init(
        ageFrom: Int, ageUntil: Int, sex: String, stockShare: Double, entrantShare: Double,
        deathRate: Double, provenance: Provenance
    ) {
        self.ageFrom = ageFrom
        self.ageUntil = ageUntil
        self.sex = sex
        self.stockShare = stockShare
        self.entrantShare = entrantShare
        self.deathRate = deathRate
        self.provenance = provenance
    }

    /// The width of the band in years; each January the share `1/width` moves on. People are taken
    /// to be spread evenly over the ages of a band.
    public var width: Int { ageUntil - ageFrom + 1 }
}

/// A named plan: what is decided and what is believed, as layers over the law.
///
/// Search order, lowest first: catalogues, then the parent with its own packages, then the
/// scenario's packages in the order listed, then the scenario. A later layer wins; within one
/// layer the entry with the narrower address wins, and of the rows of one table the one of the
/// narrower region, in whatever order they stand.
///
/// A parent is a whole scenario; what differs from it is a few settings. Two scenarios with one
/// parent therefore differ only in what their own files and packages say.
public struct Scenario: Sendable, Hashable {
    /// By which commands and tables name it.
    public let name: String
    /// For headings, in both languages.
    public let title: Phrase
    /// The path of its own file, as messages name it.
    public let file: String
    /// The kabupaten and kota it speaks of, in order of code.
    public let regions: [RegionCode]
    /// The months that are simulated, first to last.
    public let horizon: ClosedRange<Month>
    /// In order of priority, highest first: the order in which purses pay and caps spare.
    public let segments: [Segment]
    /// In order of rank, first to pay first.
    public let purses: [Purse]
    /// Every purse that exists; `gap.payer` may name one that the scenario does not list.
    public let knownPurses: [Purse]
    /// Empty where there is no age structure.
    public let cohorts: [Cohort]
    /// By province: the cohorts of its regions, where they have shares and death rates of their
    /// own. Bands are those of ``cohorts``, in their order.
    package let provinceCohorts: [RegionCode: [Cohort]]
    /// Monthly probabilities in place of intensities, where a table gives them.
    public let transitions: [TransitionProbability]
    /// Lowest first.
    public let layers: [Layer]
    /// Uncertain inputs whose ranks move together, by the names of ``VariedInput``.
    public let correlations: [RankPair]
    /// The levers that its author would have others turn first; none where nobody said.
    package let tried: [Address]
    /// What its author believes that it comes to, in the order written; no result depends on them.
    package let expectations: [Expectation]

    /// A scenario from parts that were read; whether they go together is checked by ``resolved()``.
    ///
    /// - Parameter horizon: first to last month, both included.
    public init(
        name: String, title: Phrase, file: String, regions: [RegionCode],
        horizon: ClosedRange<Month>, segments: [Segment], purses: [Purse],
        knownPurses: [Purse] = [], cohorts: [Cohort],
        transitions: [TransitionProbability] = [], layers: [Layer], correlations: [RankPair] = []
    ) {
        self.init(
            name: name, title: title, file: file, regions: regions, horizon: horizon,
            segments: segments, purses: purses, knownPurses: knownPurses, cohorts: cohorts,
            provinceCohorts: [:], transitions: transitions, layers: layers,
            correlations: correlations, tried: [], expectations: [])
    }

    /// The same with the levers that others see first, and with what its author expects.
    package init(
        name: String, title: Phrase, file: String, regions: [RegionCode],
        horizon: ClosedRange<Month>, segments: [Segment], purses: [Purse], knownPurses: [Purse],
        cohorts: [Cohort], provinceCohorts: [RegionCode: [Cohort]] = [:],
        transitions: [TransitionProbability], layers: [Layer], correlations: [RankPair],
        tried: [Address], expectations: [Expectation]
    ) {
        self.name = name
        self.title = title
        self.file = file
        self.regions = regions
        self.horizon = horizon
        self.segments = segments
        self.purses = purses
        self.knownPurses = knownPurses
        self.cohorts = cohorts
        self.provinceCohorts = provinceCohorts
        self.transitions = transitions
        self.layers = layers
        self.correlations = correlations
        self.tried = tried
        self.expectations = expectations
    }

    /// The cohorts of a region: its province's, or those of all where it has none of its own.
    package func cohorts(of region: RegionCode) -> [Cohort] {
        region.parent.flatMap { provinceCohorts[$0] } ?? cohorts
    }

    /// The same scenario with other layers. For attribution and sweeps, which change settings and
    /// nothing else.
    public func with(layers: [Layer]) -> Scenario { with(name: name, layers: layers) }

    /// The same scenario with other layers under another name.
    package func with(name: String, layers: [Layer]) -> Scenario {
        Scenario(
            name: name, title: title, file: file, regions: regions, horizon: horizon,
            segments: segments, purses: purses, knownPurses: knownPurses,
            cohorts: cohorts, provinceCohorts: provinceCohorts, transitions: transitions,
            layers: layers, correlations: correlations, tried: tried, expectations: expectations)
    }

    /// The same scenario with other correlations.
    public func with(correlations: [RankPair]) -> Scenario {
        Scenario(
            name: name, title: title, file: file, regions: regions, horizon: horizon,
            segments: segments, purses: purses, knownPurses: knownPurses,
            cohorts: cohorts, provinceCohorts: provinceCohorts, transitions: transitions,
            layers: layers, correlations: correlations, tried: tried, expectations: expectations)
    }
}
