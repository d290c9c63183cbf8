import Foundation
import Testing
import Welfare

@testable import LindungFiles

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

    private func households(_ text: String) throws -> String {
        try refusal(text) { _ = try HouseholdFile($0, line: "125", files: $1) }
    }

    private func grouped(_ text: String, line: String? = "20") throws -> String {
        try refusal(text) { _ = try GroupedFile($0, line: line, mean: "100", files: $1) }
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
        // Nobody lives in a household without members.
        #expect(
            try households("consumption,weight,size\n100,1,0\n").hasPrefix("x.csv:2:5: error:"))
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
            let file = try HouseholdFile("x.csv", line: "125", files: SourceFiles(root: folder))
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
