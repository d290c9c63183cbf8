import Formats
import Quantities

extension Phrase {
    static let sweptFolderHint = Phrase(
        id: "sebutkan folder yang ditulis 'lindung sweep BERKAS --out FOLDER'",
        en: "name a folder that 'lindung sweep FILE --out FOLDER' wrote")

    static let unfinishedHint = Phrase(
        id: "jalankan lagi perintah sapuannya; yang sudah dihitung tidak diulang",
        en: "run the sweep again; what was computed is not done again")

    /// Results that were made of something else than what stands there now.
    ///
    ///     hasil di folder ini bukan lagi hasil berkasnya: rencananya lain
    static func otherResults(_ differences: [Phrase]) -> Phrase {
        Phrase { language in
            let list = differences.map { $0[language] }.joined(separator: "; ")
            return language == .indonesian
                ? "hasil di folder ini bukan lagi hasil berkasnya: \(list)"
                : "the results in this folder are no longer those of their file: \(list)"
        }
    }

    /// How results are made anew.
    ///
    /// A whole command, so that it can be copied.
    static func sweepAgain(_ file: String, _ folder: String) -> Phrase {
        let command = "lindung sweep \(file) --out \(folder) --start-over"
        return Phrase(id: "hitung lagi: \(command)", en: "compute them again: \(command)")
    }

    static func sweepFileGone(_ file: String) -> Phrase {
        Phrase(
            id: "berkas sapuan '\(file)' tidak ada di sini",
            en: "the sweep file '\(file)' is not here")
    }

    static let sweepFileGoneHint = Phrase(
        id: "hasil dipakai tanpa aturan ('rules') dan tanpa memeriksa apakah berkasnya berubah",
        en: "the results are used without its 'rules', and whether it changed is not checked")

    static let storeLocked = Phrase(
        id: "proses lain sedang menulis sapuan di folder ini",
        en: "another process is writing a sweep in this folder")

    static let storeLockedHint = Phrase(
        id: "tunggu sampai selesai, atau pakai --out lain",
        en: "wait until it is done, or use another --out")

    static let notAStore = Phrase(
        id: "berkas ini bukan simpanan sapuan", en: "this file is not a store of a sweep")

    static func otherStoreFormat(_ number: Int) -> Phrase {
        Phrase(
            id: "simpanan ini berformat \(number), program ini hanya mengenal format 1",
            en: "this store has format \(number); this program knows format 1 only")
    }

    static let otherFolder = Phrase(
        id: "pakai --out lain, atau --start-over untuk membuangnya",
        en: "use another --out, or --start-over to discard it")

    static func otherStore(_ differences: [Phrase]) -> Phrase {
        Phrase { language in
            let list = differences.map { $0[language] }.joined(separator: "; ")
            return language == .indonesian
                ? "folder ini berisi sapuan lain: \(list)"
                : "this folder holds another sweep: \(list)"
        }
    }

    static func otherVersion(_ found: String, _ asked: String) -> Phrase {
        Phrase(
            id: "dihitung dengan versi \(found), sekarang \(asked)",
            en: "computed with version \(found), now \(asked)")
    }

    static let otherPlan = Phrase(
        id: "rencananya lain (masukan, rancangan, benih, kebijakan atau besaran)",
        en: "its plan is another (inputs, design, seed, policies or outcomes)")

    static func otherData(_ files: [String]) -> Phrase {
        guard !files.isEmpty else {
            return Phrase(id: "berkas datanya lain", en: "its data files are others")
        }
        return Phrase(id: "data berubah: \(list(files))", en: "data changed: \(list(files))")
    }

    static func startOver(_ rows: Int) -> Phrase {
        Phrase(
            id: "pakai --out lain, atau --start-over untuk membuang \(rows) hasil di sini",
            en: "use another --out, or --start-over to discard the \(rows) results here")
    }

    static let sweepKept = Phrase(
        id: "hasil yang sudah ditulis tetap ada: perbaiki, lalu jalankan lagi perintah yang sama",
        en: "what was written stays: put it right, then run the same command again")

    static let noStore = Phrase(
        id: "folder ini tidak berisi simpanan sapuan", en: "this folder holds no store of a sweep")

    static let noStoreHint = Phrase(
        id: "sebutkan folder hasil 'lindung sweep ... --shard k/n'",
        en: "name folders that 'lindung sweep ... --shard k/n' wrote")

    static let oneSweepOnly = Phrase(
        id: "bagian-bagian harus dari satu sapuan, data dan versi program yang sama",
        en: "all parts must be of one sweep, the same data and the same version")

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

    static let pointsMissingHint = Phrase(
        id: "jalankan lagi bagian yang belum selesai, lalu gabungkan",
        en: "run the unfinished parts again, then merge")

    static func notAShard(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan bagian", en: "'\(text)' is not a part")
    }

    static func tooManyShards(_ most: Int) -> Phrase {
        Phrase {
            let limit = $0.numbers.format(Int64(most))
            return $0 == .indonesian ? "paling banyak \(limit) bagian" : "at most \(limit) parts"
        }
    }

    static let shardHint = Phrase(
        id: "tulis bagian ke berapa dari berapa: '--shard 2/7'",
        en: "write which part of how many: '--shard 2/7'")
}
