import Analysis
import Foundation
import Quantities
import Testing
import Welfare

@testable import Formats
@testable import Policy
@testable import Reading
@testable import Reporting

/// Household files and grouped tables: what they give, and what is refused word for word.
@Suite struct PovertyFilesTests {
    /// The English words of what a file is refused for, without the folder.
    private func refusal(
        _ text: String, _ read: (String, SourceFiles) throws -> Void
    ) throws -> String {
        try FixtureFolder.inFolder(["x.csv": text]) { folder in
            do {
                try read("x.csv", SourceFiles(root: folder))
                return "nothing"
            } catch let faults as InputFaults {
                return faults.diagnostics.rendered(in: .english)
            }
        }
    }

    private func households(_ text: String, locale: NumberLocale? = nil) throws -> String {
        try refusal(text) {
            _ = try HouseholdSurvey.read($0, line: "125", locale: locale, files: $1)
        }
    }

    private func grouped(_ text: String, line: String? = "20") throws -> String {
        try refusal(text) { _ = try GroupedSurvey.read($0, line: line, mean: "100", files: $1) }
    }

    @Test("Weights that are none are named with their line")
    func weights() throws {
        #expect(
            try households("consumption,weight\n100,1\n110,0\n") == """
                x.csv:3:5: error: a weight of 0 is none: every household stands for more than no \
                person
                    110,0
                        ^
                  hint: remove rows that were not surveyed, or take their weight from the survey
                """)
        #expect(
            try households("consumption;weight\n100;-2,5\n").hasPrefix(
                "x.csv:2:5: error: a weight of -2.5 is none:"))
    }

    @Test("Weight and members must each be above zero, whatever their product")
    func sizes() throws {
        #expect(
            try households("consumption,weight,size\n100,1,0\n") == """
                x.csv:2:7: error: a size of 0: every household has more than no member
                    100,1,0
                          ^
                  hint: remove the row, or write how many members the household has
                """)
        let both = try households("consumption,weight,size\n100,-10,-4\n110,1,-2\n")
        #expect(both.hasPrefix("x.csv:2:5: error: a weight of -10 is none:"))
        #expect(both.contains("x.csv:3:7: error: a size of -2:"))
        #expect(
            try households("consumption,weight,size\n100,1,\n,1,2\n") == """
                x.csv:2:7: error: this row has an empty cell that must be filled
                    100,1,
                          ^
                x.csv:3:1: error: this row has an empty cell that must be filled
                    ,1,2
                    ^
                """)
    }

    @Test("A locale settles numbers with two meanings; the hint names the option")
    func locale() throws {
        let text = "consumption,weight\n100,1.250\n110,0.750\n150,1.125\n160,2.5\n"
        #expect(
            try households(text).hasSuffix(
                "hint: add --locale id-ID (1.234,5) or --locale en-US (1,234.5) to the command"))
        #expect(try households(text, locale: .english) == "nothing")
        // No column is read with the marks of two locales.
        #expect(
            try households(text, locale: .indonesian).hasPrefix(
                "x.csv:3:5: error: '0.750' is not a number"))
        try FixtureFolder.inFolder([
            "en.csv": text, "id.csv": "consumption;weight\n385.250;120\n1.250.000;40\n",
        ]) { folder in
            let files = SourceFiles(root: folder)
            let file = try HouseholdSurvey.read(
                "en.csv", line: "125", locale: .english, files: files
            ).value
            let poverty = SampleWelfare(file.sample, line: file.line).poverty
            #expect(abs(poverty[0].value - 2 / 5.625) < 1e-12)
            #expect(abs(poverty[1].value - (1.25 * 0.2 + 0.75 * 0.12) / 5.625) < 1e-12)
            let other = try HouseholdSurvey.read(
                "id.csv", line: "400.000", locale: .indonesian, files: files
            ).value
            #expect(other.line == 400_000)
            #expect(other.sample.households[0].consumption == 385_250)
        }
    }

    @Test("Groups of nobody are passed over, and said so")
    func emptyGroups() throws {
        let rows = [
            "0.0084,0.002842", "0.1695,0.081928", "0.4622,0.357446", "0.2150,0.259800",
            "0.0720,0.121804", "0.0729,0.176181",
        ]
        let head = ["people_share,consumption_share"]
        try FixtureFolder.inFolder([
            "x.csv": (head + ["0,0"] + rows.prefix(2) + ["0.0000,0.000000"] + rows.dropFirst(2))
                .joined(separator: "\n"),
            "y.csv": (head + rows).joined(separator: "\n"),
        ]) { folder in
            func file(_ name: String) throws -> GroupedSurvey {
                try GroupedSurvey.read(
                    name, line: "300000", mean: "537418", files: SourceFiles(root: folder)
                ).value
            }
            let (all, kept) = (try file("x.csv"), try file("y.csv"))
            #expect(all.table == kept.table)
            let words = all.report(in: .english).introduction.map(\.english)
            #expect(words.contains("groups of nobody passed over: 2"))
            #expect(kept.report(in: .english).introduction.count == words.count - 1)
        }
        let half = head + ["0,0.1"] + rows
        #expect(
            try grouped(half.joined(separator: "\n")).hasPrefix(
                "x.csv:2:1: error: a share of this group is not above zero"))
    }

    @Test("Cells that are no numbers, missing columns, empty files")
    func cells() throws {
        #expect(
            try households("consumption,weight\nnan,1\n100,abc\n") == """
                x.csv:2:1: error: 'nan' is not a finite number
                    nan,1
                    ^
                  hint: leave out a value that is not known; do not write NaN
                x.csv:3:5: error: 'abc' is not a number
                    100,abc
                        ^
                """)
        #expect(
            try households("consumption,weight\n1.250,1\n").hasPrefix(
                "x.csv:2:1: error: '1.250' has two meanings"))
        #expect(
            try households("consumption,bobot\n100,1\n").hasPrefix(
                "x.csv:1:1: error: table 'x.csv' has no column 'weight'"))
        #expect(try households("").contains("error:"))
        #expect(
            try households("consumption,weight\n").hasPrefix(
                "x.csv:1:1: error: this file has no households"))
        #expect(
            try households("consumption,weight,stratum,psu\n1,1,a,1\n1,1,a,2\n1,1,b,1\n") == """
                x.csv:4:5: error: stratum 'b' has a single PSU, so that its error cannot be told
                    1,1,b,1
                        ^
                  hint: join it to a similar stratum, or remove the column 'stratum'
                """)
    }

    @Test("Decimal commas are read, in a file divided by semicolons")
    func commas() throws {
        try FixtureFolder.inFolder(["x.csv": "consumption;weight\n99,5;1\n150,5;3\n"]) { folder in
            let file = try HouseholdSurvey.read(
                "x.csv", line: "125", files: SourceFiles(root: folder)
            ).value
            let welfare = SampleWelfare(file.sample, line: file.line)
            #expect(welfare.poverty[0].value == 0.25)
            #expect(abs(welfare.mean.value - 137.75) < 1e-12)
        }
    }

    @Test("Shares that do not add up")
    func shares() throws {
        let head = "people_share,consumption_share\n"
        #expect(
            try grouped(head + "0.2,0.08\n0.2,0.12\n0.2,0.17\n0.2,0.23\n0.2,0.37\n") == """
                x.csv:1:1: error: shares of people add to 1, of consumption to 0.97; both must add \
                to 1
                    people_share,consumption_share
                    ^
                  hint: write shares such as 0.1 or 10 %, and all groups
                """)
        #expect(
            try grouped(head + "0.2,0.08\n0.4,0.2\n0.6,0.37\n0.8,0.6\n1,1\n").hasSuffix(
                "hint: write each group's own share, not the running sum"))
        #expect(
            try grouped(head + "0.2,0.08\n0.2,0.2\n0.2,0.15\n0.2,0.23\n0.2,0.34\n") == """
                x.csv:4:1: error: per head, this group has less than the group before
                    0.2,0.15
                    ^
                  hint: sort groups from the poorest on
                """)
        #expect(
            try grouped(head + "0.2,0.08\n0.2,0\n0.2,0.15\n0.2,0.23\n0.2,0.54\n").hasPrefix(
                "x.csv:3:1: error: a share of this group is not above zero"))
        #expect(
            try grouped(head + "0.5,0.3\n0.5,0.7\n").hasPrefix(
                "x.csv:1:1: error: 2 groups are too few: at least 5 are needed"))
    }

    /// A beta curve and how it is asked about; its groups lie on `L = p - 0.5 p^0.9 (1 - p)^0.6`.
    private static let beta: (text: String, validFrom: Double) = {
        let curve = BetaLorenz(theta: 0.5, gamma: 0.9, delta: 0.6)
        let ends = [0, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]
        let sums = ends.map { $0 == 1 ? 1 : curve.share($0) }
        let rows = zip(zip(ends, ends.dropFirst()), zip(sums, sums.dropFirst())).map {
            String(format: "%.12f,%.12f", $0.1 - $0.0, $1.1 - $1.0)
        }
        return (
            (["people_share,consumption_share"] + rows).joined(separator: "\n"),
            curve.validFrom ?? .nan
        )
    }()

    private func target(_ headcount: String, years: String? = nil) throws -> GroupedQuestion {
        try FixtureFolder.inFolder(["x.csv": Self.beta.text]) { folder in
            try GroupedQuestion.read(
                "x.csv", line: "50", mean: "100", headcount: headcount, years: years,
                files: SourceFiles(root: folder)
            ).value
        }
    }

    @Test("A report says from where on a beta curve holds, and who is left out of what")
    func validity() throws {
        let question = try target("10 %")
        #expect(question.survey.fit.form == .beta)
        // By mpmath: the root of the numerical derivative of L alone.
        #expect(abs(Self.beta.validFrom - 0.000_339_046_626_08) < 1e-13)
        let words = question.survey.report(in: .english).introduction
        #expect(
            words.contains {
                $0.english.hasPrefix("beta holds from the poorest 0.034 % on, where the P0 of ")
                    && $0.english.hasSuffix("P1 and P2 count them, Watts does not")
            })
        #expect(
            words.contains {
                $0.indonesian.hasPrefix("beta berlaku dari 0,034 % penduduk termiskin ke atas")
            })
    }

    @Test("A P0 where the curve does not hold is refused; the one that the hint names is taken")
    func lowTarget() throws {
        let text = try refusal(Self.beta.text) {
            _ = try GroupedQuestion.read(
                $0, line: "50", mean: "100", headcount: "0.02 %", years: nil, files: $1)
        }
        #expect(
            text.hasPrefix(
                "--p0: error: the form beta cannot answer: it holds from the poorest 0.034 % on"
                    + " only, too near the P0 of 0.020 %\n  hint: the lowest P0 that it answers"
                    + " for is "))
        let named = try #require(text.split(separator: " ").dropLast().last)
        let question = try target("\(named) %")
        #expect(question.chosen.fault == nil && question.chosen.growth > 1)
    }

    @Test("A target that is met, one that takes growth, and one beyond reach are answered in words")
    func targetAnswers() throws {
        func answer(_ headcount: String, years: String? = nil) throws -> String {
            try target(headcount, years: years).report(in: .english).answer[0].english
        }
        #expect(try answer("60 %").hasPrefix("The target of P0 60.00 % is met already: it is "))
        let whole = try answer("5 %")
        #expect(whole.hasPrefix("For P0 of 5.00 %, in place of 9.41 %, "))
        #expect(whole.hasSuffix(", with inequality as it is."))
        #expect(try answer("5 %", years: "20").hasSuffix(" % a year over 20 years."))
        let beyond = try answer("1 %", years: "1")
        #expect(beyond.hasPrefix("P0 of 1.00 % cannot be reached over 1 year: even growth of 50 %"))
    }

    @Test("What is asked of a grouped target is read, and refused by its option")
    func targetOptions() throws {
        #expect(try target("10 %", years: "4").years == 4)
        #expect(try target("0,1").years == nil)
        for (headcount, years, option) in [
            (nil, nil, "--p0"), ("120 %", nil, "--p0"), ("5 %", "2,5", "--years"),
            ("5 %", "101", "--years"), ("5 %", "-1", "--years"),
        ] as [(String?, String?, String)] {
            let text = try refusal(Self.beta.text) {
                _ = try GroupedQuestion.read(
                    $0, line: "50", mean: "100", headcount: headcount, years: years, files: $1)
            }
            #expect(text.hasPrefix("\(option): error: "), "\(text)")
        }
    }

    @Test("A fit that is no Lorenz curve")
    func noLorenz() throws {
        let text = """
            people_share,consumption_share
            0.2,0.001
            0.2,0.001
            0.2,0.001
            0.2,0.001
            0.199,0.001
            0.001,0.995

            """
        let words = try grouped(text)
        #expect(
            words.hasPrefix("x.csv: error: neither form is a Lorenz curve (general quadratic: "))
        #expect(words.contains("; beta: "))
        #expect(
            words.contains("); the Gini coefficient of the groups themselves is 0.9940\n"))
        #expect(words.contains(", and holds from "))
        #expect(
            words.hasSuffix(
                "hint: check the top and bottom groups, or use a household file (--households)"))
    }

    @Test("A line or a mean that is missing or none")
    func amounts() throws {
        #expect(
            try grouped("", line: nil) == """
                --line: error: is missing
                  hint: for example 558029, in the same money as the file
                """)
        #expect(try grouped("", line: "0").hasPrefix("--line: error: '0' is not above zero"))
        #expect(try grouped("", line: "5.000").hasPrefix("--line: error: '5.000' has two meanings"))
    }
}
