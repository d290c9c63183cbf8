import Foundation
import Testing

/// `lindung forecast` and `lindung backtest` as a user runs them.
@Suite struct ForecastCommandTests {
    private static let folder = "Tests/CommandTests/Series/"
    private static let tree = [
        "forecast", folder + "peserta.csv", "--hierarchy", folder + "pohon.csv", "--horizon", "3",
    ]

    private static let questions: [(name: String, words: [String])] = [
        ("forecast-few", ["forecast", folder + "umk.csv", "--horizon", "2"]),
        ("forecast-tree", tree + ["--reconcile", "mint-shrink"]),
        (
            "forecast-named",
            [
                "forecast", folder + "umk.csv", "--horizon", "1", "--method", "drift", "--level",
                "50", "--bounds", "0,4000000",
            ]
        ),
        (
            "forecast-log",
            [
                "forecast", folder + "umk.csv", "--horizon", "2", "--scale", "log", "--intervals",
                "conformal", "--level", "80",
            ]
        ),
        (
            "forecast-step",
            [
                "forecast", folder + "umk.csv", "--horizon", "1", "--method", "arima", "--step",
                "2023",
            ]
        ),
        (
            "backtest-errors",
            [
                "backtest", folder + "peserta.csv", "--horizon", "2", "--origins", "3", "--method",
                "naive", "--method", "snaive", "--method", "theta",
            ]
        ),
    ]

    @Test(arguments: questions.indices, ["id", "en"])
    func answers(_ question: Int, _ language: String) throws {
        let (name, words) = Self.questions[question]
        let run = try LindungProcess(
            words + ["--lang", language], environment: ["COLUMNS": "100"])
        #expect(run.status == 0, "\(run.errors)")
        try Snapshot.check(run.output, "\(name).\(language).txt")
        #expect(run.output.split(separator: "\n").allSatisfy { $0.count <= 100 })
    }

    @Test(
        "Shipped errors are what a back-test comes to",
        arguments: [
            ("employed", "workforce/employed_history.csv", "employed_persons", "2"),
            ("poverty_line", "poverty/line_history.csv", "line_rp", "3"),
        ])
    func shippedErrors(
        _ key: String, _ table: String, _ column: String, _ horizon: String
    ) throws {
        let run = try LindungProcess([
            "backtest", "notebooks-data/" + table, "--series", "region", "--time", "year",
            "--value", column, "--horizon", horizon, "--format", "csv",
        ])
        #expect(run.status == 0, "\(run.errors)")
        let path = LindungProcess.root + "/notebooks-data/forecasts/errors.csv"
        let prefix = "\(key),\(table),"
        let shipped = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix(prefix) }
        let found = run.output.split(separator: "\n").dropFirst()
        try #require(found.count == shipped.count && !shipped.isEmpty)
        for (row, ours) in zip(shipped, found) {
            let cells = row.dropFirst(prefix.count).split(separator: ",")
            for (cell, other) in zip(cells, ours.split(separator: ",")) where cell != other {
                let (a, b) = (try #require(Double(cell)), try #require(Double(other)))
                #expect(abs(a - b) < 1e-9 * abs(a))
            }
        }
    }

    /// Of 1, 2, 4, 7 a drift has the origin 4 alone: it says 5.5, no change 4, a usual change is
    /// 1.5, so that `(1/2) (24 / 54.55 + 1 / 2) = 0.47`. The origin 2 counts for no change alone.
    @Test("A method is held against no change at its own origins")
    func sameOrigins() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("x.csv")
        try "series,time,value\na,2021,1\na,2022,2\na,2023,4\na,2024,7\n"
            .write(toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess(
            "backtest", file, "--method", "naive", "--method", "drift", "--horizon", "1",
            "--format", "csv")
        let rows = run.output.split(separator: "\n").map { $0.split(separator: ",") }
        let place = try #require(rows.first?.firstIndex(of: "owa"))
        for (method, owa) in [("naive", 1), ("drift", 0.47)] {
            let row = try #require(rows.first { $0[0] == method && $0[1] == "all" })
            #expect(abs((Double(row[place]) ?? .nan) - owa) < 1e-9, "\(row)")
        }
    }

    @Test(
        "Shipped forecasts are what the command gives",
        arguments: [
            (
                "minimum_wage", "wages/minimum_wages.csv", "minimum_wage_rp",
                ["--horizon", "4", "--method", "drift"]
            ),
            (
                "poverty_headcount", "poverty/headcount_history.csv", "headcount_share",
                ["--horizon", "5", "--method", "naive", "--bounds", "0,1"]
            ),
        ])
    func shippedForecasts(
        _ key: String, _ table: String, _ column: String, _ words: [String]
    ) throws {
        let run = try LindungProcess(
            [
                "forecast", "notebooks-data/" + table, "--series", "region", "--time", "year",
                "--value", column, "--format", "csv",
            ] + words)
        #expect(run.status == 0, "\(run.errors)")
        let shipped = try Self.shipped().filter { $0["key"] == key }
        let found = run.output.split(separator: "\n").dropFirst().map(Self.cells)
        try #require(found.count == shipped.count && !shipped.isEmpty)
        for (row, cells) in zip(shipped, found) {
            #expect([row["region"], row["year"]] == [cells[0], cells[2]])
            for (name, cell) in zip(["value", "low", "high"], cells.suffix(3)) {
                let (a, b) = (Double(row[name] ?? ""), try #require(Double(cell)))
                #expect(abs((a ?? .nan) - b) <= (b < 1 ? 6e-7 : 6e-3), "\(row) \(cells)")
            }
        }
    }

    @Test("Shipped forecasts add up where they say so, and lie in their intervals")
    func shippedSums() throws {
        let rows = try Self.shipped()
        for row in rows {
            let numbers = try ["low", "value", "high"].map { try #require(Double(row[$0] ?? "")) }
            #expect(numbers == numbers.sorted(), "\(row)")
        }
        let coherent = rows.filter { $0["coherent_with"] != "" }
        #expect(Set(coherent.compactMap { $0["key"] }).count == 10)
        for (cell, group) in Dictionary(grouping: coherent, by: { [$0["key"], $0["year"]] }) {
            func sum(_ isTotal: Bool) -> Double {
                group.filter { ($0["region"] == $0["coherent_with"]) == isTotal }
                    .reduce(0) { $0 + (Double($1["value"] ?? "") ?? .nan) }
            }
            #expect(abs(sum(true) - sum(false)) < 0.5, "\(cell)")
        }
    }

    /// The rows of the table that is shipped, by column.
    private static func shipped() throws -> [[String: String]] {
        let path = LindungProcess.root + "/notebooks-data/forecasts/to_2030.csv"
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
        return lines.dropFirst().map {
            Dictionary(zip(lines[0], $0), uniquingKeysWith: { first, _ in first })
        }
    }

    /// R's package forecast, through the command; the local level by a filter of three lines at the
    /// variances of maximum likelihood (level 1469.1466, irregular 15098.577).
    @Test(
        arguments: [
            ("deaths", "ets", [8397.497, 7599.221, 8396.595], 1e-3),
            ("nile", "theta", [799.811996, 798.454844, 797.097691], 1e-6),
            ("nile", "ses", [805.336329], 1e-6),
            ("nile", "drift", [736.161616, 732.323232], 1e-6),
            ("nile", "local-level", [798.36816, 798.36816], 1e-5),
        ])
    func golden(_ series: String, _ method: String, _ means: [Double], _ slack: Double) throws {
        let folder = try TemporaryFolder()
        let rows = try String(
            contentsOfFile: LindungProcess.root + "/Tests/Reference/forecasting/series.csv",
            encoding: .utf8
        ).split(separator: "\n").map { $0.split(separator: ",") }.filter { $0[0] == series }
        let isMonthly = rows[0][1] == "12"
        let lines = rows.enumerated().map { place, row in
            let month = place % 12 + 1
            let time =
                isMonthly
                ? "\(1973 + place / 12)-\(month < 10 ? "0" : "")\(month)" : "\(1871 + place)"
            return "\(time),\(row[3])"
        }
        let file = folder.path("x.csv")
        try (["waktu,nilai"] + lines).joined(separator: "\n").write(
            toFile: file, atomically: true, encoding: .utf8)
        let run = try LindungProcess(
            "forecast", file, "--method", method, "--horizon", "\(means.count)", "--format", "csv")
        #expect(run.status == 0, "\(run.errors)")
        let told = run.output.split(separator: "\n").map(Self.cells)
        #expect(told[0] == ["series", "step", "time", "method", "mean", "lower", "upper"])
        #expect(told.count == means.count + 1)
        for (cells, mean) in zip(told.dropFirst(), means) {
            let number = try #require(Double(cells[cells.count - 3]))
            // The golden figures are rounded to their last digit.
            #expect(abs(number - mean) <= max(slack * abs(mean), 5e-7), "\(number) \(mean)")
        }
    }

    /// The cells of a line; a method's commas stand in quotes.
    private static func cells(_ line: Substring) -> [String] {
        line.split(separator: "\"").enumerated().flatMap { place, part in
            place % 2 == 1 ? [String(part)] : part.split(separator: ",").map(String.init)
        }
    }

    @Test(
        "Means of parts add up to the whole, and lie in their intervals",
        arguments: ["bu", "td", "td-shares", "td-means", "ols", "wls-struct", "wls-var"]
            + ["mint-shrink", "mint-shrink-uncentred"])
    func coherent(_ name: String) throws {
        let run = try LindungProcess(
            Self.tree + ["--reconcile", name, "--format", "csv", "--method", "ets", "--quiet"])
        #expect(run.status == 0, "\(run.errors)")
        var means: [String: [Double]] = [:]
        for cells in run.output.split(separator: "\n").dropFirst().map(Self.cells) {
            let ends = cells.suffix(3).compactMap(Double.init)
            #expect(ends[1] < ends[0] && ends[0] < ends[2])
            means[cells[0], default: []].append(ends[0])
        }
        let leaves = ["Kota Malang", "Batu", "Kediri"].compactMap { means[$0] }
        let whole = try #require(means["Jatim"])
        for step in 0..<3 {
            let sum = leaves.reduce(0) { $0 + $1[step] }
            #expect(abs(sum - whole[step]) < 1e-9 * sum)
        }
    }

    @Test("A seed decides the samples of intervals, and nothing else")
    func seed() throws {
        let words = Self.tree + ["--method", "ses", "--format", "csv", "--quiet", "--seed"]
        let runs = try ["1", "1", "2"].map { try LindungProcess(words + [$0]).output }
        #expect(runs[0] == runs[1] && runs[0] != runs[2])
        let means = runs.map { run in
            run.split(separator: "\n").map { Self.cells($0).dropLast(2) }
        }
        #expect(means[0] == means[2])
    }

    @Test("A tree with a series that the method cannot be fitted to is refused as a whole")
    func refusedTree() throws {
        let run = try LindungProcess(
            Self.tree + ["--method", "logistic", "--lang", "en", "--quiet"])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(
            run.errors == """
                \(Self.folder)peserta.csv:5:1: error: 'Jatim' cannot be forecast: the search for \
                its parameters came to no answer
                  hint: use --method auto, which chooses by the length and gaps of the series

                """)
    }

    @Test func boundsHoldInATree() throws {
        let run = try LindungProcess(
            Self.tree + ["--bounds", "0,145000", "--format", "csv", "--quiet"])
        #expect(run.status == 0, "\(run.errors)")
        for cells in run.output.split(separator: "\n").map(Self.cells)
        where cells[0] == "Kota Malang" {
            let upper = try #require(cells.last.flatMap(Double.init))
            #expect(upper <= 145_000)
        }
    }

    @Test func theFolderHoldsTablesPictureAndManifest() throws {
        let folder = try TemporaryFolder()
        for (command, files) in [
            ("forecast", ["forecast.csv", "methods.csv", "forecast.vl.json"]),
            ("backtest", ["backtest.csv", "backtest-series.csv", "backtest.vl.json"]),
        ] {
            let out = folder.path(command)
            let run = try LindungProcess(
                command, Self.folder + "umk.csv", "--horizon", "1", "--out", out, "--quiet")
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.output.isEmpty)
            let names = try FileManager.default.contentsOfDirectory(atPath: out)
            #expect(
                names.sorted()
                    == DrawnPictureTests.drawn(
                        files + ["report.md", "datapackage.json", "manifest.json"]))
        }
    }

    @Test("What options are refused for", arguments: refusals.indices, ["id", "en"])
    func refused(_ place: Int, _ language: String) throws {
        let (words, indonesian, english) = Self.refusals[place]
        let run = try LindungProcess(words + ["--lang", language])
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        #expect(run.errors == (language == "id" ? indonesian : english) + "\n")
    }

    private static let file = folder + "umk.csv"
    private static let refusals: [(words: [String], indonesian: String, english: String)] = [
        (
            ["forecast", file],
            "--horizon: galat: belum diisi\n"
                + "  petunjuk: tulis berapa langkah, misalnya --horizon 5",
            "--horizon: error: is missing\n  hint: write how many steps, such as --horizon 5"
        ),
        (
            ["forecast", file, "--horizon", "0"],
            "--horizon: galat: banyaknya langkah harus bilangan bulat dari 1 sampai 1.000",
            "--horizon: error: the number of steps must be a whole number from 1 to 1,000"
        ),
        (
            ["forecast", file, "--horizon", "1", "--bounds", "1,0"],
            "--bounds: galat: batas bawah 1 tidak di bawah batas atas 0\n"
                + "  petunjuk: tulis batas bawah dan batas atas, misalnya --bounds 0,1",
            "--bounds: error: the lower bound 1 is not below the upper one 0\n"
                + "  hint: write the lower and the upper bound, such as --bounds 0,1"
        ),
        (
            ["forecast", file, "--horizon", "1", "--bounds", "nol"],
            "--bounds: galat: 'nol' bukan dua angka\n"
                + "  petunjuk: tulis batas bawah dan batas atas, misalnya --bounds 0,1",
            "--bounds: error: 'nol' is not two numbers\n"
                + "  hint: write the lower and the upper bound, such as --bounds 0,1"
        ),
        (
            ["forecast", file, "--horizon", "1", "--level", "100"],
            "--level: galat: '100' bukan peluang\n"
                + "  petunjuk: tulis persentase di antara 0 dan 100, misalnya 90",
            "--level: error: '100' is no probability\n"
                + "  hint: write a percentage between 0 and 100, such as 90"
        ),
        (
            ["forecast", file, "--horizon", "1", "--period", "0"],
            "--period: galat: satu musim terdiri atas 1 sampai 1.000 langkah",
            "--period: error: a season has 1 to 1,000 steps"
        ),
        (
            ["forecast", file, "--horizon", "1", "--reconcile", "bu"],
            "--reconcile: galat: pilihan ini membutuhkan pohon deretnya\n"
                + "  petunjuk: tambahkan --hierarchy POHON.csv dengan kolom node dan parent",
            "--reconcile: error: this option needs the tree of the series\n"
                + "  hint: add --hierarchy TREE.csv with the columns node and parent"
        ),
        (
            ["forecast", file, "--horizon", "1", "--value", "nilay"],
            "\(file):1:1: galat: tabel '\(file)' tidak punya kolom 'nilay'\n"
                + "    wilayah,tahun,nilai\n    ^\n  petunjuk: maksud Anda 'nilai'?",
            "\(file):1:1: error: table '\(file)' has no column 'nilay'\n"
                + "    wilayah,tahun,nilai\n    ^\n  hint: did you mean 'nilai'?"
        ),
    ]

    @Test("An unknown method gets the nearest, and the methods that there are")
    func method() throws {
        let run = try LindungProcess(
            "forecast", Self.file, "--horizon", "1", "--method", "etss", "--lang", "en")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("--method: error: "))
        #expect(run.errors.contains("hint: did you mean 'ets'? (choices: auto, mean, naive, "))
    }

    @Test("A series that a method cannot be fitted to is named and passed over")
    func passedOver() throws {
        let words = ["forecast", Self.file, "--horizon", "1", "--format", "csv", "--lang", "en"]
        let run = try LindungProcess(words + ["--method", "logistic"])
        #expect(run.status == 0)
        #expect(
            run.errors == """
                \(Self.file):12:1: warning: 'Trenggalek' cannot be forecast: there are only 4 \
                observations, 5 are needed
                  hint: use --method auto, which chooses by the length and gaps of the series

                """)
        #expect(!run.output.contains("Trenggalek"))
    }
}
