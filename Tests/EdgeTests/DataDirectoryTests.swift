import Testing

@testable import Formats
@testable import Reading

/// Where the data directory is found.
@Suite struct DataDirectoryTests {
    @Test("Asked for, then the environment, then above the folder, the scenario, the program")
    func order() throws {
        let tree = [
            "kerja/dalam/x": "", "kerja/notebooks-data/x": "", "lain/notebooks-data/x": "",
            "lain/skenario/a.yaml": "", "diminta/x": "", "kosong/x": "",
            "pasang/bin/lindung": "", "pasang/share/lindung/notebooks-data/x": "",
        ]
        try FixtureFolder.inFolder(tree) { folder in
            func find(
                _ root: String, asked: String? = nil, scenario: String? = nil,
                executable: String? = nil, environment: [String: String] = [:]
            ) -> String? {
                DataDirectory.find(
                    asked: asked, scenario: scenario, executable: executable,
                    environment: environment, files: SourceFiles(root: folder + "/" + root)
                )?.path
            }
            #expect(find("kerja", asked: "../diminta") == "../diminta")
            #expect(find("kerja", asked: "tidak-ada") == nil)
            let variable = ["LINDUNG_DATA": folder + "/diminta"]
            #expect(find("kerja", environment: variable) == folder + "/diminta")
            #expect(find("kerja") == "notebooks-data")
            #expect(find("kerja", environment: ["LINDUNG_DATA": ""]) == "notebooks-data")
            #expect(find("kerja/dalam") == folder + "/kerja/notebooks-data")
            let scenario = folder + "/lain/skenario/a.yaml"
            #expect(find("kosong", scenario: scenario)?.hasSuffix("lain/notebooks-data") == true)
            let program = folder + "/pasang/bin/lindung"
            let shared = find("kosong", executable: program)
            #expect(shared?.hasSuffix("pasang/share/lindung/notebooks-data") == true)
            #expect(find("kosong") == nil)
        }
    }

    @Test("Paths are joined with their dots worked out")
    func paths() {
        #expect(FilePath.join("a/b", "../c.yaml") == "a/c.yaml")
        #expect(FilePath.join(".", "./c.yaml") == "c.yaml")
        #expect(FilePath.join("a", "../../c") == "../c")
        #expect(FilePath.join("/a", "../../c") == "/c")
        #expect(FilePath.join("a", "/c") == "/c")
        #expect(FilePath.folder(of: "a/b/c.yaml") == "a/b")
        #expect(FilePath.folder(of: "c.yaml") == ".")
        #expect(FilePath.name(of: "a/c.yaml") == "c.yaml")
    }
}
