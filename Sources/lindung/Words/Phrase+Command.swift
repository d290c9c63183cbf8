import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    /// The first line of the program's help.
    static let overview = Phrase(
        id: "Menjalankan dan membandingkan skenario anggaran perlindungan pekerja.",
        en: "Runs and compares budget scenarios for the protection of workers.")

    /// The program's help: exit codes and completions.
    static let overviewMore = Phrase(
        id: """
            Kode keluar: 0 selesai, 1 pemeriksaan gagal, 2 masukan salah.
            Pelengkapan perintah: lindung --generate-completion-script bash|zsh|fish
            """,
        en: """
            Exit codes: 0 done, 1 a check failed, 2 bad input.
            Shell completions: lindung --generate-completion-script bash|zsh|fish
            """)

    /// The help of `--lang`.
    static let helpLanguage = Phrase(
        id: "Bahasa: id atau en; bawaan dari LINDUNG_LANG, lalu id.",
        en: "Language: id or en; by default from LINDUNG_LANG, then id.")

    /// The help of `--data`.
    static let helpData = Phrase(
        id: "Folder data; bawaan LINDUNG_DATA, lalu notebooks-data di atas folder ini.",
        en: "Data folder; by default LINDUNG_DATA, then notebooks-data above this folder.")

    /// The help of `--format`.
    static let helpFormat = Phrase(
        id: "Bentuk keluaran: table, csv, json atau md.",
        en: "Form of the output: table, csv, json or md.")

    /// The help of `--locale`.
    static let helpLocale = Phrase(
        id: "CSV untuk Excel: id-ID menulis ';' dan koma desimal.",
        en: "CSV for Excel: id-ID writes ';' and decimal commas.")

    /// The help of `--quiet`.
    static let helpQuiet = Phrase(
        id: "Hanya hasil yang diminta; tanpa catatan dan kemajuan.",
        en: "Only the result that was asked for; no notes, no progress.")

    /// The help of `--seed`: honest about what does not depend on it.
    static let helpSeed = Phrase(
        id: "Benih simulasi acak, bawaan 1; benih yang sama memberi hasil yang sama.",
        en: "Seed of draws, 1 by default; the same seed gives the same draws.")

    /// The help of `--version`, in place of the parser's own.
    static let helpVersion = Phrase(id: "Tampilkan versi.", en: "Show the version.")

    /// The help of `--help`, in place of the parser's own.
    static let helpHelp = Phrase(id: "Tampilkan bantuan.", en: "Show help information.")

    /// The help of `--out` where it names a folder.
    static let helpOut = Phrase(
        id: "Folder hasil; dibuat utuh atau tidak sama sekali.",
        en: "Folder for the results; it appears whole or not at all.")

    /// The help of `--force`.
    static let helpForce = Phrase(
        id: "Ganti juga berkas yang tidak ditulis program ini; masukan tidak pernah diganti.",
        en: "Also replace files that this program did not write; inputs are never replaced.")

    /// The help of `tariff`.
    static let tariff = Phrase(
        id: "Iuran satu orang pada suatu bulan.", en: "Contribution of one person in a month.")

    /// The help of `tariff --route`.
    static let helpRoute = Phrase(
        id: "Jalur: bpu, pu, jakon atau pmi.", en: "Route: bpu, pu, jakon or pmi.")

    /// The help of `tariff --base`.
    static let helpBase = Phrase(
        id:
            "Rupiah: upah, penghasilan, nilai kontrak (jakon) atau tabungan (pmi jht).",
        en: "Rupiah: wage, income, contract value (jakon) or savings (pmi jht).")

    /// The help of `tariff --risk`.
    static let helpRisk = Phrase(
        id: "Kelompok risiko 1..5; wajib untuk JKK di jalur pu.",
        en: "Risk class 1..5; required for JKK on route pu.")

    /// The help of `tariff --programmes`.
    static let helpProgrammes = Phrase(
        id: "Program, dipisah koma: jkk,jkm,jht,jp,jkp.",
        en: "Programmes, separated by commas: jkk,jkm,jht,jp,jkp.")

    /// The help of `tariff --payer`.
    static let helpPayer = Phrase(
        id: "Pembayar: apbd, apbn, apbdes, csr, 'self' (mandiri) atau 'employer' (pemberi kerja).",
        en: "Payer: apbd, apbn, apbdes, csr, self or employer.")

    /// The help of `tariff --group`.
    static let helpGroup = Phrase(
        id: "Kelompok pekerjaan: 'general' (umum), 'transport' (angkutan) atau"
            + " 'labour-intensive' (padat karya).",
        en: "Kind of work: general, transport or labour-intensive.")

    /// The help of `tariff --date`.
    static let helpDate = Phrase(
        id: "Bulan, seperti 2026-05.", en: "Month, such as 2026-05.")

    /// The help of `tariff --months`.
    static let helpMonths = Phrase(
        id: "Bulan penempatan pmi: 6, 12 atau 24 (bawaan 24).",
        en: "Months of a pmi placement: 6, 12 or 24 (24 by default).")

    /// The help of `tariff --extension`.
    static let helpExtension = Phrase(
        id: "Bulan perpanjangan penempatan pmi.", en: "Months by which a pmi placement is extended."
    )

    /// The help of `tariff --wage-known`.
    static let helpWageKnown = Phrase(
        id: "Jakon: dasar adalah upah sebulan, bukan nilai kontrak.",
        en: "Jakon: the base is a month's wages, not the contract's value.")

    /// The help of `run`, in one line.
    static let run = Phrase(
        id: "Menghitung satu skenario.", en: "Computes one scenario.")

    /// The help of `run`: what its folder holds.
    static let runMore = Phrase(
        id: """
            Dengan --out, folder itu berisi tabel per tahun, sumber dana, stok, arus dan biaya \
            bulanan, laporan report.md, dan manifest.json.
            """,
        en: """
            With --out the folder holds tables by year and purse, monthly stocks, flows and costs, \
            a report.md, and a manifest.json.
            """)

    /// The help of `compare`.
    static let compare = Phrase(
        id: "Membandingkan skenario dengan satu acuan.", en: "Compares scenarios with a baseline.")

    /// The help of an argument that names one file.
    static let helpScenario = Phrase(id: "Berkas skenario.", en: "Scenario file.")

    /// The help of an argument that names several files.
    static let helpScenarios = Phrase(
        id: "Berkas-berkas skenario.", en: "Scenario files.")

    /// The help of `compare --baseline`.
    static let helpBaseline = Phrase(
        id: "Nama skenario acuan; bawaan yang pertama.",
        en: "Name of the baseline scenario; the first one by default.")

    /// The help of `run --resolved`.
    static let helpResolved = Phrase(
        id: "Tulis semua angka yang menentukan hasil sebagai JSON.",
        en: "Write every number that the result depends on as JSON.")

    /// The help of `compare --attribute`.
    static let helpAttribute = Phrase(
        id: "Jelaskan tiap selisih menurut kunci yang berubah (Shapley).",
        en: "Attribute each difference to the changed keys (Shapley).")

    /// Before the progress bar while scenarios are computed.
    static let computing = Phrase(id: "menghitung", en: "computing")

    /// Before the progress bar while differences are attributed.
    static let attributing = Phrase(id: "menjelaskan selisih", en: "attributing")

    /// The last line of a command that wrote something.
    static func written(_ path: String) -> Phrase {
        Phrase(id: "hasil ditulis ke \(path)", en: "results written to \(path)")
    }
}
