import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    static let sweep = Phrase(
        id: "Menghitung skenario di banyak titik masukannya.",
        en: "Computes a scenario at many points of its inputs.")

    static let sweepMore = Phrase(
        id: """
            Hasil disimpan selagi dihitung: perintah yang sama melanjutkan sapuan yang terhenti.
            Bila lengkap, folder itu berisi results.csv, report.md dan manifest.json.
            Bagian-bagian digabung dengan: lindung sweep merge FOLDER... --out FOLDER
            """,
        en: """
            Results are stored as they come: the same command goes on where a sweep stopped.
            Once it is whole the folder holds results.csv, report.md and manifest.json.
            Parts are joined by: lindung sweep merge FOLDER... --out FOLDER
            """)

    static let sweepUsage = Phrase(
        id: """
            lindung sweep <berkas> --out <folder> [--shard <k/n>] [--threads <n>] [--start-over]
            lindung sweep merge <folder> ... --out <folder>
            """,
        en: """
            lindung sweep <file> --out <folder> [--shard <k/n>] [--threads <n>] [--start-over]
            lindung sweep merge <folder> ... --out <folder>
            """)

    static let helpSweep = Phrase(
        id: "Berkas sapuan; atau 'merge' dan folder-folder bagian.",
        en: "Sweep file; or 'merge' and the folders of parts.")

    static let helpSweepOut = Phrase(
        id: "Folder simpanan dan hasil.", en: "Folder for the store and the results.")

    static let helpShard = Phrase(
        id: "Hitung bagian ke-k dari n saja, misalnya 2/7.",
        en: "Compute part k of n only, such as 2/7.")

    static let helpThreads = Phrase(
        id: "Banyaknya utas; bawaan sebanyak prosesor. Hasil tidak bergantung padanya.",
        en: "Number of threads; as many as processors by default. Results do not depend on it.")

    static let helpStartOver = Phrase(
        id: "Buang hasil yang sudah ada di folder itu.",
        en: "Discard the results that are in the folder.")

}
