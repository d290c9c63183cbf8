import Foundation
import Testing

/// What `lindung forecast` is asked about the model of series: scale, intervals, policies, breaks.
@Suite struct ForecastModelTests {
    private static let folder = "Tests/CommandTests/Series/"

    /// The rows of a reference table whose first cell is a name.
    private static func rows(_ table: String, of name: String) throws -> [[String]] {
        let path = LindungProcess.root + "/Tests/Reference/forecasting/\(table).csv"
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
            .map { $0.split(separator: ",").map(String.init) }.filter { $0[0] == name }
    }

    private static func write(_ lines: [String], _ folder: borrowing TemporaryFolder) throws
        -> String
    {
        let file = folder.path("x.csv")
        try (["waktu,nilai"] + lines).joined(separator: "\n").write(
            toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    /// R's auto.arima and Arima: the airline model of the logarithms of AirPassengers, and two
    /// regressions on dates. R's search ends 2e-6 short of the maximum, and its intervals leave out
    /// what is not known of mean and effect.
    @Test(
        arguments: [
            ("passengers", ["--scale", "log"], "ARIMA(0,1,1)(0,1,1)[12]", 1e-4),
            ("nile", ["--step", "1899"], "ARIMA(0,0,1) with mean", 0.05),
            ("odd", ["--pulse", "1950"], "ARIMA(1,1,1)", 0.05),
        ])
    func reference(_ name: String, _ words: [String], _ model: String, _ slack: Double) throws {
        let folder = try TemporaryFolder()
        let series = try Self.rows("log-series", of: name)
        let file = try Self.write(series.map { "\($0[1]),\($0[2])" }, folder)
        let out = folder.path("out")
        let run = try LindungProcess(
            ["forecast", file, "--method", "arima", "--horizon", "12", "--out", out, "--quiet"]
                + words)
        #expect(run.status == 0, "\(run.errors)")
        let told = try String(contentsOfFile: out + "/forecast.csv", encoding: .utf8)
            .split(separator: "\n").dropFirst()
        let expected = try Self.rows("log-forecasts", of: name)
        try #require(told.count == 12 && expected.count == 12)
        for (line, row) in zip(told, expected) {
            #expect(line.contains("\"\(model)\""))
            let ours = line.split(separator: ",").suffix(3).compactMap { Double($0) }
            let theirs = row.suffix(3).compactMap { Double($0) }
            #expect(abs(ours[0] / theirs[0] - 1) < 4e-6, "\(ours) \(theirs)")
            let width = theirs[2] - theirs[1]
            #expect(abs(ours[1] - theirs[1]) < slack * width, "\(ours) \(theirs)")
            #expect(abs(ours[2] - theirs[2]) < slack * width, "\(ours) \(theirs)")
        }
        guard let effect = try Self.rows("log-effects", of: name).first else { return }
        let lines = try String(contentsOfFile: out + "/effects.csv", encoding: .utf8)
            .split(separator: "\n").map { $0.split(separator: ",").map(String.init) }
        #expect(lines[0] == ["series", "kind", "time", "estimate", "standard_error"])
        try #require(lines.count == 2)
        #expect(lines[1][1...2] == effect[1...2])
        let (ours, theirs) = (lines[1].compactMap(Double.init), effect.compactMap(Double.init))
        #expect(abs(ours[1] / theirs[1] - 1) < 1e-5)
        // R divides squares by all observations and takes the curvature of all parameters.
        #expect(abs(ours[2] / theirs[2] - 1) < 0.02)
    }

    /// R 4.2.2: nls of the cumulated sales of F5 on `m F(t)`.
    @Test("Bass's diffusion of cumulative adopters goes on as in R")
    func bass() throws {
        let sales = [840, 1470, 2110, 4000, 7590, 10950, 10530, 9470, 7790, 5890]
        let folder = try TemporaryFolder()
        var sum = 0
        let file = try Self.write(
            sales.enumerated().map { place, count in
                sum += count
                return "\(2001 + place),\(sum)"
            }, folder)
        let run = try LindungProcess(
            "forecast", file, "--method", "bass", "--horizon", "3", "--format", "csv")
        let means = run.output.split(separator: "\n").dropFirst().compactMap {
            Double($0.split(separator: ",")[4])
        }
        try #require(means.count == 3)
        for (ours, theirs) in zip(means, [62935.3998091, 64476.9014627, 65288.6121013]) {
            #expect(abs(ours / theirs - 1) < 1e-7)
        }
    }

    @Test("A break in level is told by date in tables, in json and in the picture")
    func breaks() throws {
        let folder = try TemporaryFolder()
        let series = try Self.rows("log-series", of: "nile")
        let file = try Self.write(series.map { "\($0[1]),\($0[2])" }, folder)
        let out = folder.path("out")
        let run = try LindungProcess(
            "forecast", file, "--horizon", "1", "--out", out, "--lang", "en")
        #expect(run.output.contains("x       1899      1,097.75       849.97"))
        let table = try String(contentsOfFile: out + "/breaks.csv", encoding: .utf8)
        #expect(
            table == "series,time,level_before,level_after\nx,1899,1097.75,849.9722222222222\n")
        let picture = try String(contentsOfFile: out + "/forecast.vl.json", encoding: .utf8)
        #expect(picture.contains("\"break\": \"1899-01-01T00:00:00\""))
        let json = try LindungProcess("forecast", file, "--horizon", "1", "--format", "json")
        #expect(json.output.contains("{\"series\": \"x\", \"time\": \"1899\", \"level_before\""))
        let csv = try LindungProcess("forecast", file, "--horizon", "1", "--format", "csv")
        #expect(csv.output.split(separator: "\n").count == 2)
    }

    @Test("Conformal intervals are ranks of past errors, and the means stay")
    func conformal() throws {
        let words = [
            "forecast", Self.folder + "peserta.csv", "--method", "naive", "--horizon", "2",
            "--format", "csv", "--quiet", "--intervals",
        ]
        let runs = try ["analytic", "conformal"].map { kind in
            try LindungProcess(words + [kind]).output.split(separator: "\n").dropFirst().map {
                $0.split(separator: ",").suffix(3).compactMap { Double($0) }
            }
        }
        try #require(runs[0].count == runs[1].count && !runs[0].isEmpty)
        for (plain, own) in zip(runs[0], runs[1]) {
            #expect(plain[0] == own[0] && plain[1] != own[1])
            // Changes of whole people: so are their ranks.
            #expect((own[2] - own[0]).rounded() == own[2] - own[0])
        }
    }

    @Test("Logarithms change a method's errors, and not what they are measured against")
    func backtest() throws {
        let words = [
            "backtest", Self.folder + "peserta.csv", "--horizon", "2", "--origins", "2",
            "--format", "csv", "--quiet", "--method", "naive2", "--method", "drift", "--scale",
        ]
        let runs = try ["level", "log"].map { scale in
            try LindungProcess(words + [scale]).output.split(separator: "\n")
        }
        try #require(runs[0].count == 7 && runs[1].count == 7)
        #expect(runs[0][1...3] == runs[1][1...3])
        #expect(zip(runs[0][4...6], runs[1][4...6]).allSatisfy { $0 != $1 })
    }

    @Test("The manifest holds what was asked")
    func manifest() throws {
        let folder = try TemporaryFolder()
        let out = folder.path("out")
        let run = try LindungProcess(
            "forecast", Self.folder + "umk.csv", "--horizon", "1", "--method", "arima", "--scale",
            "log", "--step", "2019,2021", "--step", "2023", "--pulse", "2022", "--out", out,
            "--quiet")
        #expect(run.status == 0, "\(run.errors)")
        let manifest = try String(contentsOfFile: out + "/manifest.json", encoding: .utf8)
        #expect(manifest.contains("\"scale\": \"log\""))
        #expect(manifest.contains("\"step\": \"2019,2021,2023\""))
        #expect(manifest.contains("\"pulse\": \"2022\""))
    }

    @Test("A series that does not show a policy is continued without its effect")
    func blind() throws {
        let folder = try TemporaryFolder()
        let path = folder.path("x.csv")
        let lines = (0..<24).flatMap { step -> [String] in
            let value = 100 + step * 37 % 23 + (step >= 12 ? 60 : 0)
            let year = 2000 + step
            return ["a,\(year),\(value)"] + (step >= 14 ? ["b,\(year),\(value)"] : [])
        }
        try (["series,time,value"] + lines).joined(separator: "\n").write(
            toFile: path, atomically: true, encoding: .utf8)
        let run = try LindungProcess(
            "forecast", path, "--horizon", "1", "--method", "arima", "--step", "2012",
            "--pulse", "2018", "--lang", "en", "--format", "json")
        #expect(run.status == 0)
        #expect(
            run.errors == """
                --step: warning: 2012 is outside series 'b' (2014 to 2023)
                  hint: this series is continued without its effect

                """)
        #expect(run.output.contains("{\"series\": \"a\", \"kind\": \"step\", \"time\": \"2012\""))
        #expect(!run.output.contains("{\"series\": \"b\", \"kind\": \"step\""))
        #expect(run.output.contains("{\"series\": \"b\", \"kind\": \"pulse\", \"time\": \"2018\""))
    }
}
