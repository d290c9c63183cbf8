import Analysis
import Forecasting
import Formats
import Quantities

extension Phrase {
    /// Why nodes do not form a tree, or forecasts cannot be made to add up.
    static func notATree(_ fault: HierarchyFault) -> Phrase {
        switch fault {
        case .empty: Phrase(id: "pohon ini tidak punya simpul", en: "this tree has no node")
        case .duplicate(let node):
            Phrase(id: "simpul '\(node)' ditulis dua kali", en: "node '\(node)' is given twice")
        case .orphan(let node, let parent):
            Phrase(
                id: "induk '\(parent)' dari simpul '\(node)' tidak ada di pohon ini",
                en: "parent '\(parent)' of node '\(node)' is not in this tree")
        case .cycle(let node):
            Phrase(
                id: "simpul '\(node)' menjadi induk dirinya sendiri",
                en: "node '\(node)' is its own ancestor")
        case .severalRoots(let node):
            Phrase(
                id: "pembagian dari atas butuh satu puncak, padahal '\(node)' juga puncak",
                en: "shares from the top need one top, but '\(node)' is another")
        case .undetermined:
            Phrase(
                id: "sisa ramalan tidak bervariasi, sehingga bobotnya tidak dapat ditentukan",
                en: "residuals do not vary, so that weights cannot be told")
        case .tooFewResiduals(let count):
            Phrase(
                id: "hanya \(count) langkah yang punya sisa ramalan semua simpul, perlu sedikitnya"
                    + " dua",
                en: "only \(count) steps have residuals of all nodes, two are needed")
        case .emptyBounds:
            Phrase(id: "batas bawah di atas batas atas", en: "the lower bound is above the upper")
        case .noTotal:
            Phrase(
                id: "jumlah puncak pohon selalu nol atau kosong, sehingga bagiannya tidak dapat"
                    + " dihitung",
                en: "the top is always zero or missing, so that shares cannot be told")
        }
    }

    /// What helps with a fault of a tree; nil where the message says it.
    static func treeHint(_ fault: HierarchyFault, _ names: [String]) -> Phrase? {
        switch fault {
        case .orphan(_, let parent):
            nearest(
                parent, among: names,
                else: Phrase(
                    id: "tambahkan baris '\(parent)' dengan induk kosong bila itu puncaknya",
                    en: "add a row '\(parent)' with an empty parent if it is the top"))
        case .cycle:
            Phrase(
                id: "kosongkan induk simpul puncak, dan periksa rantai induknya",
                en: "leave the parent of the top empty, and see the chain of parents")
        case .undetermined, .tooFewResiduals:
            Phrase(
                id: "pakai --reconcile wls-struct atau bu",
                en: "use --reconcile wls-struct or bu")
        case .empty, .duplicate, .severalRoots, .emptyBounds, .noTotal: nil
        }
    }

    static func leafWithoutSeries(_ node: String, _ file: String) -> Phrase {
        Phrase(
            id: "simpul '\(node)' tidak punya deret di '\(file)'",
            en: "node '\(node)' has no series in '\(file)'")
    }

    static func otherSteps(_ node: String, _ other: String) -> Phrase {
        Phrase(
            id: "jarak waktu deret '\(node)' lain dari deret '\(other)'",
            en: "the steps of series '\(node)' are other than those of '\(other)'")
    }

    static let oneFrequencyOfTree = Phrase(
        id: "semua deret sebuah pohon harus tahunan, triwulanan, atau bulanan bersama",
        en: "all series of a tree must be yearly, quarterly or monthly together")

    static func incoherent(_ difference: SeriesHierarchy.Difference) -> Phrase {
        let (time, published, sum) = difference.widest
        let (different, all) = difference.times
        return Phrase(
            "'\(difference.node)' bukan jumlah bawahannya pada \(different) dari \(all) waktu,"
                + " terjauh pada \(time.text): \(plain: published) terhadap \(plain: sum); deretnya"
                + " diramal apa adanya, lalu disamakan",
            en: "'\(difference.node)' is not the sum of its children at \(different) of \(all)"
                + " times, farthest at \(time.text): \(plain: published) against \(plain: sum); its"
                + " series is continued as it is, and then made to add up")
    }

    static func endsEarlier(_ node: String, _ steps: Int) -> Phrase {
        Phrase(
            id: "deret '\(node)' berakhir \(steps) langkah sebelum yang lain; langkah itu dibiarkan"
                + " kosong",
            en: "series '\(node)' ends \(steps) steps before others; these steps are left empty")
    }

    static func notInTree(_ names: [String]) -> Phrase {
        let list = list(names)
        return Phrase(
            id: "deret yang tidak ada di pohon dilewati: \(list)",
            en: "series that are not in the tree were passed over: \(list)")
    }
}
