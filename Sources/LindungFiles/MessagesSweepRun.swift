import Policy
import Quantities

/// Sweeps at work: the store of results, parts, progress, the report.
extension Messages {
    // MARK: Inert inputs

    /// An input that changes no outcome at any of its levels.
    static let inertInput = Phrase(
        id: "kunci ini tidak mengubah hasil apa pun", en: "this key changes no result")

    /// An input of a sweep that changed no outcome where it was moved alone.
    static func inertAlone(_ places: Int) -> Phrase {
        Phrase(
            id: "kunci ini, bila digeser sendiri, tidak mengubah hasil apa pun, dicoba pada "
                + "\(places) susunan masukan lain",
            en: "moved alone, this key changes no result; tried at \(places) settings of the others"
        )
    }

    /// What may be behind it.
    static let inertInputHint = Phrase(
        id: "mungkin ditimpa nilai lain, atau besaran yang dilihat tidak bergantung padanya",
        en: "it may be overridden, or the outcomes do not depend on it")

    /// A sweep none of whose inputs changes anything alone.
    static let allInert = Phrase(
        id: "tidak satu pun masukan, bila digeser sendiri, mengubah hasil",
        en: "no input changes any result when it is moved alone")

    // MARK: The store

    /// A store that another process has open.
    static let storeLocked = Phrase(
        id: "proses lain sedang menulis sapuan di folder ini",
        en: "another process is writing a sweep in this folder")

    /// What to do about it.
    static let storeLockedHint = Phrase(
        id: "tunggu sampai selesai, atau pakai --out lain",
        en: "wait until it is done, or use another --out")

    /// A file of the store's name that is none.
    static let notAStore = Phrase(
        id: "berkas ini bukan simpanan sapuan", en: "this file is not a store of a sweep")

    /// A store of a later or earlier program.
    static func otherStoreFormat(_ number: Int) -> Phrase {
        Phrase(
            id: "simpanan ini berformat \(number), program ini hanya mengenal format 1",
            en: "this store has format \(number); this program knows format 1 only")
    }

    /// What to do with a store that cannot be used.
    static let otherFolder = Phrase(
        id: "pakai --out lain, atau --start-over untuk membuangnya",
        en: "use another --out, or --start-over to discard it")

    /// A store of another sweep, and in what it differs.
    static func otherStore(_ differences: [Phrase]) -> Phrase {
        Phrase { language in
            let list = differences.map { $0[language] }.joined(separator: "; ")
            return language == .indonesian
                ? "folder ini berisi sapuan lain: \(list)"
                : "this folder holds another sweep: \(list)"
        }
    }

    /// A part of what differs: the program.
    static func otherVersion(_ found: String, _ asked: String) -> Phrase {
        Phrase(
            id: "dihitung dengan versi \(found), sekarang \(asked)",
            en: "computed with version \(found), now \(asked)")
    }

    /// A part of what differs: the sweep file.
    static let otherPlan = Phrase(
        id: "rencananya lain (masukan, rancangan, benih, kebijakan atau besaran)",
        en: "its plan is another (inputs, design, seed, policies or outcomes)")

    /// A part of what differs: the files that were read.
    static func otherData(_ files: [String]) -> Phrase {
        guard !files.isEmpty else {
            return Phrase(id: "berkas datanya lain", en: "its data files are others")
        }
        return Phrase(id: "data berubah: \(list(files))", en: "data changed: \(list(files))")
    }

    /// What to do about a store of another sweep.
    static func startOver(_ rows: Int) -> Phrase {
        Phrase(
            id: "pakai --out lain, atau --start-over untuk membuang \(rows) hasil di sini",
            en: "use another --out, or --start-over to discard the \(rows) results here")
    }

    /// What stays when a sweep has to stop.
    static let sweepKept = Phrase(
        id: "hasil yang sudah ditulis tetap ada: perbaiki, lalu jalankan lagi perintah yang sama",
        en: "what was written stays: put it right, then run the same command again")

    /// Lines of a store that something else than the program has changed.
    public static func damagedLines(_ count: Int) -> Phrase {
        Phrase(
            id: "\(count) baris simpanan rusak dan dihitung ulang",
            en: count == 1
                ? "1 line of the store was damaged and is computed again"
                : "\(count) lines of the store were damaged and are computed again")
    }

    // MARK: Parts

    /// A folder without a store.
    static let noStore = Phrase(
        id: "folder ini tidak berisi simpanan sapuan", en: "this folder holds no store of a sweep")

    /// Which folders do.
    static let noStoreHint = Phrase(
        id: "sebutkan folder hasil 'lindung sweep ... --shard k/n'",
        en: "name folders that 'lindung sweep ... --shard k/n' wrote")

    /// For a part of another sweep.
    static let oneSweepOnly = Phrase(
        id: "bagian-bagian harus dari satu sapuan, data dan versi program yang sama",
        en: "all parts must be of one sweep, the same data and the same version")

    /// Evaluations that no part has, counted from 1.
    static func pointsMissing(_ ranges: [Range<Int>]) -> Phrase {
        let count = ranges.reduce(0) { $0 + $1.count }
        let texts = ranges.map {
            $0.count == 1 ? "\($0.lowerBound + 1)" : "\($0.lowerBound + 1)–\($0.upperBound)"
        }
        return Phrase(
            id: "\(count) perhitungan belum ada: \(list(texts))",
            en: count == 1
                ? "1 evaluation is missing: \(list(texts))"
                : "\(count) evaluations are missing: \(list(texts))")
    }

    /// What to do about it.
    static let pointsMissingHint = Phrase(
        id: "jalankan lagi bagian yang belum selesai, lalu gabungkan",
        en: "run the unfinished parts again, then merge")

    /// A `--shard` that is no part.
    static func notAShard(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan bagian", en: "'\(text)' is not a part")
    }

    /// More parts than a sweep is ever divided into.
    static func tooManyShards(_ most: Int) -> Phrase {
        Phrase {
            let limit = $0.numbers.format(Int64(most))
            return $0 == .indonesian ? "paling banyak \(limit) bagian" : "at most \(limit) parts"
        }
    }

    /// Threads that no machine has.
    static func badThreadCount(_ most: Int) -> Phrase {
        Phrase {
            let limit = $0.numbers.format(Int64(most))
            return $0 == .indonesian
                ? "banyaknya utas harus bilangan bulat dari 1 sampai \(limit)"
                : "the number of threads must be a whole number from 1 to \(limit)"
        }
    }

    /// How a part is written.
    static let shardHint = Phrase(
        id: "tulis bagian ke berapa dari berapa: '--shard 2/7'",
        en: "write which part of how many: '--shard 2/7'")

    /// The last line of a part.
    public static func shardDone(_ done: Int, of total: Int) -> Phrase {
        Phrase(
            id: "\(done) dari \(total) perhitungan ada di folder ini; gabungkan dengan"
                + " 'lindung sweep merge'",
            en: "\(done) of \(total) evaluations are in this folder; join the parts with"
                + " 'lindung sweep merge'")
    }

    /// How far a sweep is.
    static func sweepProgress(_ done: Int, of total: Int, rate: Double, left: Double) -> Phrase {
        Phrase { language in
            let numbers = language.numbers
            let share = "\(numbers.format(Int64(done))) / \(numbers.format(Int64(total)))"
            let speed = numbers.format(rate, decimals: rate < 10 ? 1 : 0)
            let time = left.isNaN ? "–" : duration(left)
            return language == .indonesian
                ? "menghitung \(share), \(speed)/detik, sisa \(time)"
                : "computing \(share), \(speed)/s, \(time) left"
        }
    }

    /// Seconds as `1:05:09` or `5:09`.
    private static func duration(_ seconds: Double) -> String {
        let whole = Int(min(seconds, 359_999).rounded(.up))
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let (hours, minutes) = (whole / 3600, whole / 60 % 60)
        return hours > 0
            ? "\(hours):\(two(minutes)):\(two(whole % 60))" : "\(minutes):\(two(whole % 60))"
    }
}
