import Quantities
import Reading

/// What can be asked, and the command that answers it.
enum AskKind: String, CaseIterable, Sendable {
    case sense = "kepekaan"
    case target = "sasaran"
    case allocate = "alokasi"
    case sweep = "sapuan"
    case stage = "tahapan"
    case povertyPath = "jalur-kemiskinan"
    case povertyTarget = "sasaran-kemiskinan"
    case povertyState = "keadaan-kemiskinan"
    case forecast = "ramalan"

    /// The words of the command before its file.
    var command: [String] {
        switch self {
        case .sense: ["sense"]
        case .target: ["target"]
        case .allocate: ["allocate"]
        case .sweep: ["sweep"]
        case .stage: ["stage"]
        case .povertyPath: ["poverty", "path"]
        case .povertyTarget: ["poverty", "target"]
        case .povertyState: ["poverty", "state"]
        case .forecast: ["forecast"]
        }
    }

    var name: Phrase {
        switch self {
        case .sense: Phrase(id: "Yang menentukan", en: "What decides")
        case .target: Phrase(id: "Sasaran", en: "Target")
        case .allocate: Phrase(id: "Alokasi", en: "Allocation")
        case .sweep: Phrase(id: "Sapuan", en: "Sweep")
        case .stage: Phrase(id: "Tahapan anggaran", en: "Budget stages")
        case .povertyPath: Phrase(id: "Jalur kemiskinan", en: "Path of poverty")
        case .povertyTarget: Phrase(id: "Sasaran kemiskinan", en: "Poverty target")
        case .povertyState: Phrase(id: "Keadaan kemiskinan", en: "State of poverty")
        case .forecast: Phrase(id: "Ramalan", en: "Forecast")
        }
    }

    /// The question in a planner's words.
    var question: Phrase {
        switch self {
        case .sense:
            Phrase(
                id: "Masukan mana yang paling menentukan hasil?",
                en: "Which inputs decide the outcome most?")
        case .target:
            Phrase(
                id: "Apa yang diperlukan agar sasaran tercapai, dan berapa biayanya?",
                en: "What does a target need, and what does it cost?")
        case .allocate:
            Phrase(
                id: "Ke mana uang sebaiknya dibelanjakan?", en: "Where should the money go?")
        case .sweep:
            Phrase(
                id: "Bagaimana hasil berubah bila beberapa masukan diubah bersamaan?",
                en: "How do outcomes change when several inputs change together?")
        case .stage:
            Phrase(
                id: "Apa yang berubah dari satu tahap anggaran ke tahap berikutnya, dan mengapa?",
                en: "What changed from one stage of the budget to the next, and why?")
        case .povertyPath:
            Phrase(
                id: "Bagaimana kemiskinan bergerak sampai akhir periode skenario?",
                en: "How does poverty move until the scenario ends?")
        case .povertyTarget:
            Phrase(
                id: "Apa yang diperlukan agar kemiskinan turun sampai sasaran?",
                en: "What would it take to bring poverty down to a target?")
        case .povertyState:
            Phrase(
                id: "Seberapa dalam kemiskinan sebuah daerah?",
                en: "How deep is the poverty of a region?")
        case .forecast:
            Phrase(
                id: "Bagaimana angka-angka masa lalu berlanjut?",
                en: "How do the figures of the past go on?")
        }
    }

    /// The kind of file that asks it; nil where there is none.
    var fileKind: QuestionKind? {
        switch self {
        case .target: .target
        case .allocate: .allocate
        case .sweep: .sweep
        case .stage: .stage
        default: nil
        }
    }
}
