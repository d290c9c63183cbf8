import Analysis
import Formats
import Foundation
import Quantities
import Reading

/// What the pages work on: the data, the folders of scenarios, and what was computed of them.
struct Desk: Sendable {
    /// The data folder that was asked for; nil for the usual one.
    let data: String?
    let executable: String
    /// Folders in which scenarios or folders of them lie.
    let roots: [String]
    let files: SourceFiles
    /// What draws pictures in a browser; nil where it was not installed.
    let vega: [UInt8]?
    /// Sent back by what changes something, so that no other site can ask for it.
    let token: String
    let comparisons = KeptResults<ComparisonAnswer>(most: 8)
    let attributions = KeptResults<ScenarioAttribution>(most: 16)
    /// Questions that were asked; the reason where their history cannot be opened.
    var runs = Result<RunQueue, InputFaults>.failure(InputFaults([]))
    let trials = KeptResults<OpenTrial>(most: 16)
    let uploads = Uploads()
    let progress = ProgressBoard()
    private let folderList = FolderList()

    /// The folders to choose from, as they are now: files come and go. Those with a starting
    /// point, `dasar`, stand before those of single stories.
    func folders() -> [ScenarioFolder] {
        var found: [ScenarioFolder] = []
        let files = SourceFiles(root: files.root)
        for folder in roots.flatMap({ folderList.folders(in: $0, files) })
        where !found.contains(where: { $0.path == folder.path }) {
            found.append(folder)
        }
        return found.filter(\.hasStart) + found.filter { !$0.hasStart }
    }

    /// The folder that a form names; the first where it names none, nil where there is no such.
    func folder(_ fields: FormFields) -> ScenarioFolder? {
        let folders = folders()
        guard let name = fields["folder"] else { return folders.first }
        return folders.first { $0.path == name }
    }

    /// The data as it is now.
    func workspace(near scenario: String) throws(InputFaults) -> Workspace {
        try Workspace(
            asked: data, scenario: scenario, executable: executable,
            files: SourceFiles(root: files.root))
    }

    /// Answers whatever a browser asks.
    func answer(_ request: PageRequest) async -> PageResponse {
        switch (request.method, request.path) {
        case (.get, "/app.css"): PageResponse(.styles, PackageResources.app_css)
        case (.get, "/app.mjs"): PageResponse(.script, PackageResources.app_mjs)
        case (.get, "/try.mjs"): PageResponse(.script, PackageResources.try_mjs)
        case (.get, "/ask.mjs"): PageResponse(.script, PackageResources.ask_mjs)
        case (.get, "/vega.js"): vega.map(lasting) ?? unknown(request)
        case (.get, "/"): await ComparePage(desk: self, request).response()
        case (.get, "/bandingkan.csv"): await ComparePage(desk: self, request).csv()
        case (.get, ComparePart.why.rawValue): await ComparePage(desk: self, request).part(.why)
        case (.get, ComparePart.who.rawValue): await ComparePage(desk: self, request).part(.who)
        case (.get, "/kemajuan"):
            .fragment("\(progress.share(request.fields["untuk"] ?? "").map { "\($0)" } ?? "")")
        case (.get, "/bandingkan.xlsx"): await ComparePage(desk: self, request).file(.workbook)
        case (.get, "/laporan.html"): await ComparePage(desk: self, request).file(.html)
        case (.get, "/laporan.pdf"): await ComparePage(desk: self, request).file(.pdf)
        case (.get, "/coba"): await TryPage(desk: self, request).response()
        case (.post, "/coba/hasil"): await TryPage(desk: self, request).panel()
        case (.post, "/coba/simpan"): await TryPage(desk: self, request).save()
        case (_, let path) where path == "/tanya" || path.hasPrefix("/tanya/"):
            await AskPage(desk: self, request).answer() ?? unknown(request)
        case (.get, "/data"): DataPage(desk: self, request).response()
        case (.post, "/data/terima"): DataPage(desk: self, request).accept()
        case (.post, "/data/unggah"): await UploadPage(desk: self, request).receive()
        case (.get, "/data/kiriman"), (.post, "/data/periksa"):
            await UploadPage(desk: self, request).response()
        case (.post, "/data/simpan"):
            await UploadPage(desk: self, request).response(saving: true)
        default: unknown(request)
        }
    }

    private func lasting(_ script: [UInt8]) -> PageResponse {
        var response = PageResponse(.script, script)
        response.isLasting = true
        return response
    }

    private func unknown(_ request: PageRequest) -> PageResponse {
        Page.message(
            404, Phrase(id: "Halaman tidak ada", en: "No such page"),
            Phrase(
                id: "Alamat ini tidak dikenal. Mulai lagi dari halaman awal.",
                en: "This address is not known. Begin again at the first page."),
            in: request.language)
    }
}
