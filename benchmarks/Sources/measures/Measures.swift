#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// Times Lindung's side of `make bench` and prints a JSON line for each measure.
///
///     measures NAME ...    all repetitions of the named measures, or of all
///     measures --list      the names
///     measures --serve     one repetition for each line `NAME` that comes in
///     measures --mps       the programme of the measure `allocation` as MPS
///     measures --competition    errors of the default forecast on the series of standard input
///
/// The last form lets `run.py` take turns between this program and a rival.
@main
struct Measures {
    /// In the order of the README's table.
    static let all: [Measure] = [
        .projection, .projectionOnTwo, .ensemble, .ensembleOnTwo, .dense, .denseOnTwo,
        .exponentials, .sobol,
        .discovery, .overhead, .regency, .allocation, .allocationSolver, .theta, .dynamicTheta,
        .smoothing, .autoregression, .shrinkage, .wideTree, .calibration,
    ]

    static func main() throws {
        do {
            try run(CommandLine.arguments.dropFirst())
        } catch let unknown as UnknownMeasure {
            print("no measure is called \(unknown.name)")
            exit(2)
        }
    }

    private static func run(_ arguments: ArraySlice<String>) throws {
        switch arguments.first {
        case "--list":
            for measure in all { print(measure.name) }
        case "--serve":
            try serve()
        case "--mps":
            print(try AllocationCase().problem.mps(), terminator: "")
        case "--competition":
            print(try Competition.scores(AnyIterator { readLine() }))
        default:
            let chosen = arguments.isEmpty ? all : try arguments.map(named)
            for measure in chosen {
                let job = try measure.prepare()
                _ = try job()
                print(try measure.line(job, repetitions: measure.repetitions))
            }
        }
    }

    /// Prepares a measure when it is first asked for, and runs it once outside the clock then.
    private static func serve() throws {
        var jobs: [String: Job] = [:]
        while let name = readLine() {
            let measure = try named(name)
            let job = try jobs[name] ?? measure.prepare()
            if jobs.updateValue(job, forKey: name) == nil { _ = try job() }
            print(try measure.line(job, repetitions: 1))
            StandardOutput.flush()
        }
    }

    private static func named(_ name: String) throws -> Measure {
        guard let measure = all.first(where: { $0.name == name }) else {
            throw UnknownMeasure(name: name)
        }
        return measure
    }
}

/// A name that is not in the table.
struct UnknownMeasure: Error {
    let name: String
}
