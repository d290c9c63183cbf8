import Quantities

/// A field of a question's form, and how what it holds goes into the command.
struct AskField: Sendable {
    /// What a form calls its fields; compared runs are told by these names what differs.
    enum Name: String, CaseIterable, Sendable {
        case file = "berkas"
        case region = "daerah"
        case method = "cara"
        case samples = "titik"
        case lever = "tuas"
        case course = "gerak"
        case start = "sejak"
        case outcome = "besaran"
        case reach = "batas"
        case headcount = "p0"
        case year = "tahun"
        case draws = "simulasi"
        case horizon = "langkah"
        case seed = "benih"

        var label: Phrase {
            switch self {
            case .file: Phrase(id: "Berkas", en: "File")
            case .region: Phrase(id: "Daerah", en: "Region")
            case .method: Phrase(id: "Cara", en: "Method")
            case .samples: Phrase(id: "Banyaknya titik", en: "Number of points")
            case .lever: Phrase(id: "Tuas yang digerakkan", en: "Lever that moves")
            case .course: Phrase(id: "Gerak dari awal sampai akhir", en: "From start to end")
            case .start: Phrase(id: "Berlaku sejak bulan", en: "From the month")
            case .outcome: Phrase(id: "Besaran yang dituju", en: "Outcome that is aimed at")
            case .reach: Phrase(id: "Sasarannya", en: "The target")
            case .headcount: Phrase(id: "Tingkat kemiskinan yang dituju", en: "Headcount wanted")
            case .year: Phrase(id: "Tahun sasaran", en: "Year of the target")
            case .draws: Phrase(id: "Simulasi acak", en: "Draws")
            case .horizon: Phrase(id: "Berapa langkah ke depan", en: "How many steps ahead")
            case .seed: Phrase(id: "Benih simulasi acak", en: "Seed of draws")
            }
        }

        /// The field beside a choice that says how its text is meant.
        var choice: String { rawValue + "-jenis" }
    }

    struct Choice: Sendable, Equatable {
        let value: String
        let label: Phrase
        /// Under which heading it stands; nil for none.
        var group: Phrase?
    }

    enum Control: Sendable {
        /// The first is chosen; a blank value leaves the option out.
        case choice([Choice])
        /// With a text that shows what may stand there.
        case text(example: String, suggestions: [Choice] = [])
        /// A text behind one of several options.
        case optionAndText([Choice], example: String)
        case whole(ClosedRange<Int>, standard: String)
    }

    let name: Name
    /// Nil for the argument of the command.
    let option: String?
    let control: Control
    var note: Phrase?
    var isRequired = false
    /// Whether it stands among those that are rarely needed.
    var isRare = false
}
