import Analysis
import Forecasting
import Formats
import Quantities

/// What commands about series are asked, as typed.
package struct ForecastOptions: Sendable {
    package var columns = SeriesColumns()
    package var period: Int?
    package var horizon: Int?
    package var methods: [String] = []
    package var bounds: String?
    package var level: String?
    package var hierarchy: String?
    package var reconcile: String?
    package var origins: Int?
    package var scale: String?
    package var intervals: String?
    /// Times, several in a text separated by commas.
    package var steps: [String] = []
    package var pulses: [String] = []
    package var locale: NumberLocale?
    package var seed: UInt64?

    package init() {}

    package static let methodNames = MethodName.allCases.map(\.rawValue)
    package static let reconciliationNames = ReconciliationName.allCases.map(\.rawValue)

    /// The farthest step that is worth asking for.
    static let farthest = 1_000

    func steps(_ asked: Int?, or standard: Int?, _ option: String) throws(InputFaults) -> Int {
        guard let count = asked ?? standard else {
            throw InputFaults(
                option: option, Phrase(id: "belum diisi", en: "is missing"),
                hint: Phrase(
                    id: "tulis berapa langkah, misalnya \(option) 5",
                    en: "write how many steps, such as \(option) 5"))
        }
        guard (1...Self.farthest).contains(count) else {
            throw InputFaults(
                option: option,
                Phrase(
                    "banyaknya langkah harus bilangan bulat dari 1 sampai \(Self.farthest)",
                    en: "the number of steps must be a whole number from 1 to \(Self.farthest)"))
        }
        return count
    }

    func checkedPeriod() throws(InputFaults) -> Int? {
        guard let period else { return nil }
        guard (1...Self.farthest).contains(period) else {
            throw InputFaults(
                option: "--period",
                Phrase(
                    "satu musim terdiri atas 1 sampai \(Self.farthest) langkah",
                    en: "a season has 1 to \(Self.farthest) steps"))
        }
        return period
    }

    /// The methods by name, or those where none is named.
    func named(or standard: [MethodName]) throws(InputFaults) -> [MethodName] {
        var named: [MethodName] = []
        for word in methods {
            let method = try OptionNumber.choice(word, "--method", among: MethodName.self)
            if !named.contains(method) { named.append(method) }
        }
        return named.isEmpty ? standard : named
    }

    /// `90`, `90 %` or `0.9`, as a share.
    func share() throws(InputFaults) -> Double {
        guard let level else { return 0.9 }
        let number = try OptionNumber.read(level, "--level")
        let share = number >= 1 ? number / 100 : number
        guard share > 0, share < 1 else {
            throw InputFaults(
                option: "--level",
                Phrase(
                    id: "'\(level)' bukan peluang",
                    en: "'\(level)' is no"
                        + " probability"),
                hint: Phrase(
                    id: "tulis persentase di antara 0 dan 100, misalnya 90",
                    en: "write a percentage between 0 and 100, such as 90"))
        }
        return share
    }

    /// The scale, which bounds have one of their own instead of.
    func scaleName() throws(InputFaults) -> ScaleName {
        guard let scale else { return .level }
        let name = try OptionNumber.choice(scale, "--scale", among: ScaleName.self)
        guard name == .level || bounds == nil else {
            throw InputFaults(
                option: "--scale",
                Phrase(
                    id: "'log' tidak dapat dipakai bersama --bounds, yang punya skala sendiri",
                    en: "'log' cannot be used with --bounds, which have a scale of their own"),
                hint: Phrase(
                    id: "pakai salah satu; skala log sudah menjaga ramalan tetap di atas nol",
                    en: "use one of both; the log scale already keeps forecasts above zero"))
        }
        return name
    }

    func intervalName() throws(InputFaults) -> IntervalName {
        guard let intervals else { return .analytic }
        let name = try OptionNumber.choice(intervals, "--intervals", among: IntervalName.self)
        guard name == .analytic || hierarchy == nil else {
            throw InputFaults(
                option: "--intervals",
                Phrase(
                    id: "'conformal' tidak dapat dipakai bersama --hierarchy: selang pohon diambil"
                        + " dari sampel yang berjumlah sama",
                    en: "'conformal' cannot be used with --hierarchy: intervals of a tree are"
                        + " taken from samples that add up"),
                hint: Phrase(
                    id: "lepaskan salah satu dari keduanya", en: "leave out one of both"))
        }
        return name
    }

    /// Two ends such as `0,1`.
    func ends() throws(InputFaults) -> ClosedRange<Double>? {
        guard let bounds else { return nil }
        let example = Phrase(
            id: "tulis batas bawah dan batas atas, misalnya --bounds 0,1",
            en: "write the lower and the upper bound, such as --bounds 0,1")
        let marks: Set<Character> = bounds.contains(";") ? [";"] : [","]
        let parts = bounds.split(omittingEmptySubsequences: false) { marks.contains($0) }
        guard parts.count == 2, let low = try? parseDouble(String(parts[0]), locale: nil),
            let high = try? parseDouble(String(parts[1]), locale: nil)
        else {
            throw InputFaults(
                option: "--bounds",
                Phrase(id: "'\(bounds)' bukan dua angka", en: "'\(bounds)' is not two numbers"),
                hint: example)
        }
        guard low < high else {
            throw InputFaults(
                option: "--bounds",
                Phrase(
                    "batas bawah \(plain: low) tidak di bawah batas atas \(plain: high)",
                    en: "the lower bound \(plain: low) is not below the upper one \(plain: high)"),
                hint: example)
        }
        return low...high
    }
}

extension ForecastQuestion {
    /// Reads what is asked of a file of series.
    ///
    /// - Throws: ``InputFaults``.
    package static func read(
        _ path: String, _ options: ForecastOptions, files: SourceFiles
    ) throws(InputFaults) -> Checked<ForecastQuestion> {
        let horizon = try options.steps(options.horizon, or: nil, "--horizon")
        let method = try options.named(or: [.auto])[0]
        let (level, bounds) = (try options.share(), try options.ends())
        let (scale, intervals) = (try options.scaleName(), try options.intervalName())
        let by = try options.reconcile.map { word throws(InputFaults) in
            try OptionNumber.choice(word, "--reconcile", among: ReconciliationName.self)
        }
        if by != nil, options.hierarchy == nil {
            throw InputFaults(
                option: "--reconcile",
                Phrase(
                    id: "pilihan ini membutuhkan pohon deretnya",
                    en: "this option needs the tree of the series"),
                hint: Phrase(
                    id: "tambahkan --hierarchy POHON.csv dengan kolom node dan parent",
                    en: "add --hierarchy TREE.csv with the columns node and parent"))
        }
        let table = try SeriesTable.read(
            path, columns: options.columns, period: try options.checkedPeriod(),
            bounds: options.hierarchy == nil ? bounds : nil, scale: scale, locale: options.locale,
            files: files)
        var warnings = table.warnings
        var tree: (SeriesHierarchy, ReconciliationName)?
        if let file = options.hierarchy {
            let read = try SeriesHierarchy.read(file, over: table.value, files: files)
            warnings += read.warnings
            tree = (read.value, by ?? .structural)
        }
        var question = ForecastQuestion(
            table: table.value, tree: tree, method: method, horizon: horizon, bounds: bounds,
            level: level, seed: options.seed ?? 1)
        (question.scale, question.intervals) = (scale, intervals)
        let policies = try options.policies(method, in: question.members)
        question.policies = policies.value
        return Checked(question, warnings + policies.warnings)
    }

    /// Continues the series; those that the method cannot be fitted to are warned of.
    ///
    /// - Throws: ``InputFaults`` where none can be continued, or one of a tree.
    package func asked(threads: Int) async throws -> Checked<ForecastResult> {
        do {
            let result = try await answer(threads: threads)
            let told = result.refused.map { member, fault in
                table.told(
                    member.name, fault, member, result.series.isEmpty ? .error : .warning)
            }
            guard !told.hasErrors else { throw InputFaults(told) }
            return Checked(result, told)
        } catch let fault as ForecastFault {
            switch fault {
            case .node(let name, let fault):
                throw InputFaults([table.told(name, fault, table[name], .error)])
            case .tree(let fault):
                throw InputFaults(
                    option: "--reconcile", Phrase.notATree(fault),
                    hint: Phrase.treeHint(fault, []))
            }
        }
    }
}

extension BacktestQuestion {
    /// Methods that are held against each other where none is named.
    private static let standard: [MethodName] = [
        .auto, .naive, .seasonalNaive, .drift, .damped, .ets, .dynamicTheta, .arima,
    ]

    /// Reads what is asked of a file of series.
    ///
    /// - Throws: ``InputFaults``.
    package static func read(
        _ path: String, _ options: ForecastOptions, files: SourceFiles
    ) throws(InputFaults) -> Checked<BacktestQuestion> {
        let (level, bounds) = (try options.share(), try options.ends())
        let scale = try options.scaleName()
        let table = try SeriesTable.read(
            path, columns: options.columns, period: try options.checkedPeriod(), bounds: bounds,
            scale: scale, locale: options.locale, files: files)
        let members = table.value.members
        let longest = members.map(\.series.count).max() ?? 0
        let isSeasonal = members.contains { $0.series.period > 1 }
        let standard = Self.standard.filter { isSeasonal || $0 != .seasonalNaive }
        let period = members.map(\.series.period).max() ?? 1
        let natural = period > 1 ? period : 3
        let horizon = try options.steps(
            options.horizon, or: max(1, min(natural, longest / 3)), "--horizon")
        let origins = try options.steps(
            options.origins, or: max(1, min(longest / 2, horizon + 5)), "--origins")
        guard longest > 2 else {
            throw InputFaults(
                table.warnings + [
                    Diagnostic(
                        at: Position(file: path),
                        Phrase(
                            id: "tidak ada deret yang cukup panjang untuk diuji mundur",
                            en: "no series is long enough to be tested backwards"),
                        hint: Phrase(
                            id: "uji mundur butuh sedikitnya tiga pengamatan",
                            en: "a backtest takes three observations at least"))
                ])
        }
        var question = BacktestQuestion(
            table: table.value, methods: try options.named(or: standard), horizon: horizon,
            origins: origins, bounds: bounds, level: level)
        question.scale = scale
        return Checked(question, table.warnings)
    }

    /// Tests the methods.
    ///
    /// - Throws: ``InputFaults`` where no series has errors that can be measured.
    package func asked(threads: Int) async throws -> Checked<BacktestResult> {
        let result = try await answer(threads: threads)
        guard result.best != nil else {
            throw InputFaults([
                Diagnostic(
                    at: Position(file: table.file),
                    Phrase(
                        id: "tidak ada deret yang galatnya dapat diukur: semuanya tetap atau"
                            + " terlalu pendek",
                        en: "no series has errors that can be measured: all are constant or too"
                            + " short"))
            ])
        }
        return Checked(result, [])
    }
}

extension SeriesTable {
    /// Why a series cannot be continued, at the line of the step at fault or its first one.
    fileprivate func told(
        _ name: String, _ fault: FitFault, _ member: Member?, _ severity: Diagnostic.Severity
    ) -> Diagnostic {
        let own = fault.step.flatMap { member?.lines[$0] }
        let line = own ?? member?.lines.compactMap { $0 }.first
        return Diagnostic(
            severity,
            at: Position(file: file, line: line ?? 0, column: line == nil ? 0 : 1),
            Phrase.cannotForecast(
                name, fault, at: fault.step.flatMap { member?.time($0).text }),
            hint: Phrase.otherMethod(fault))
    }
}

extension Phrase {
    fileprivate static func otherMethod(_ fault: FitFault) -> Phrase {
        switch fault {
        case .falling:
            Phrase(
                id: "jumlahkan dulu yang baru dari waktu ke waktu, atau pakai --method auto",
                en: "add up the new ones over time first, or use --method auto")
        default:
            Phrase(
                id: "pakai --method auto, yang memilih metode menurut panjang dan celah deretnya",
                en: "use --method auto, which chooses by the length and gaps of the series")
        }
    }
}
