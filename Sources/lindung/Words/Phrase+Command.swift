import Analysis
import Policy
import Quantities
import Sampling

extension Phrase {
    static let overview = Phrase(
        id: "Menjalankan dan membandingkan skenario anggaran perlindungan pekerja.",
        en: "Runs and compares budget scenarios for the protection of workers.")

    static let overviewMore = Phrase(
        id: """
            Kode keluar: 0 selesai, 1 pemeriksaan gagal, 2 masukan salah.
            Pelengkapan perintah: lindung --generate-completion-script bash|zsh|fish
            """,
        en: """
            Exit codes: 0 done, 1 a check failed, 2 bad input.
            Shell completions: lindung --generate-completion-script bash|zsh|fish
            """)

    static let helpLanguage = Phrase(
        id: "Bahasa: id atau en; bawaan dari LINDUNG_LANG, lalu id.",
        en: "Language: id or en; by default from LINDUNG_LANG, then id.")

    static let helpData = Phrase(
        id: "Folder data; bawaan LINDUNG_DATA, lalu notebooks-data di atas folder ini.",
        en: "Data folder; by default LINDUNG_DATA, then notebooks-data above this folder.")

    static let helpFormat = Phrase(
        id: "Bentuk keluaran: table, csv, json atau md.",
        en: "Form of the output: table, csv, json or md.")

    static let helpLocale = Phrase(
        id: "CSV untuk Excel: id-ID menulis ';' dan koma desimal.",
        en: "CSV for Excel: id-ID writes ';' and decimal commas.")

    static let helpQuiet = Phrase(
        id: "Hanya hasil yang diminta; tanpa catatan dan kemajuan.",
        en: "Only the result that was asked for; no notes, no progress.")

    static let helpSeed = Phrase(
        id: "Benih simulasi acak, bawaan 1; benih yang sama memberi hasil yang sama.",
        en: "Seed of draws, 1 by default; the same seed gives the same draws.")

    static let helpVersion = Phrase(id: "Tampilkan versi.", en: "Show the version.")

    static let helpHelp = Phrase(id: "Tampilkan bantuan.", en: "Show help information.")

    static let helpOut = Phrase(
        id: "Folder hasil; dibuat utuh atau tidak sama sekali.",
        en: "Folder for the results; it appears whole or not at all.")

    static let helpForce = Phrase(
        id: "Ganti juga berkas yang tidak ditulis program ini; masukan tidak pernah diganti.",
        en: "Also replace files that this program did not write; inputs are never replaced.")

    static let tariff = Phrase(
        id: "Iuran satu orang pada suatu bulan.", en: "Contribution of one person in a month.")

    static let helpRoute = Phrase(
        id: "Jalur: bpu, pu, jakon atau pmi.", en: "Route: bpu, pu, jakon or pmi.")

    static let helpBase = Phrase(
        id:
            "Rupiah: upah, penghasilan, nilai kontrak (jakon) atau tabungan (pmi jht).",
        en: "Rupiah: wage, income, contract value (jakon) or savings (pmi jht).")

    static let helpRisk = Phrase(
        id: "Kelompok risiko 1..5; wajib untuk JKK di jalur pu.",
        en: "Risk class 1..5; required for JKK on route pu.")

    static let helpProgrammes = Phrase(
        id: "Program, dipisah koma: jkk,jkm,jht,jp,jkp.",
        en: "Programmes, separated by commas: jkk,jkm,jht,jp,jkp.")

    static let helpPayer = Phrase(
        id: "Pembayar: apbd, apbn, apbdes, csr, 'self' (mandiri) atau 'employer' (pemberi kerja).",
        en: "Payer: apbd, apbn, apbdes, csr, self or employer.")

    static let helpGroup = Phrase(
        id: "Kelompok pekerjaan: 'general' (umum), 'transport' (angkutan) atau"
            + " 'labour-intensive' (padat karya).",
        en: "Kind of work: general, transport or labour-intensive.")

    static let helpDate = Phrase(
        id: "Bulan, seperti 2026-05.", en: "Month, such as 2026-05.")

    static let helpMonths = Phrase(
        id: "Bulan penempatan pmi: 6, 12 atau 24 (bawaan 24).",
        en: "Months of a pmi placement: 6, 12 or 24 (24 by default).")

    static let helpExtension = Phrase(
        id: "Bulan perpanjangan penempatan pmi.", en: "Months by which a pmi placement is extended."
    )

    static let helpWageKnown = Phrase(
        id: "Jakon: dasar adalah upah sebulan, bukan nilai kontrak.",
        en: "Jakon: the base is a month's wages, not the contract's value.")

    static let run = Phrase(
        id: "Menghitung satu skenario.", en: "Computes one scenario.")

    static let runMore = Phrase(
        id: """
            Dengan --out, folder itu berisi tabel per tahun, sumber dana, stok, arus dan biaya \
            bulanan, laporan report.md, dan manifest.json.
            """,
        en: """
            With --out the folder holds tables by year and purse, monthly stocks, flows and costs, \
            a report.md, and a manifest.json.
            """)

    static let compare = Phrase(
        id: "Membandingkan skenario dengan satu acuan.", en: "Compares scenarios with a baseline.")

    static let helpScenario = Phrase(id: "Berkas skenario.", en: "Scenario file.")

    static let helpScenarios = Phrase(
        id: "Berkas-berkas skenario.", en: "Scenario files.")

    static let helpBaseline = Phrase(
        id: "Nama skenario acuan; bawaan yang pertama.",
        en: "Name of the baseline scenario; the first one by default.")

    static let helpResolved = Phrase(
        id: "Tulis semua angka yang menentukan hasil sebagai JSON.",
        en: "Write every number that the result depends on as JSON.")

    static let helpAttribute = Phrase(
        id: "Jelaskan tiap selisih menurut kunci yang berubah (Shapley).",
        en: "Attribute each difference to the changed keys (Shapley).")

    static let computing = Phrase(id: "menghitung", en: "computing")

    static let attributing = Phrase(id: "menjelaskan selisih", en: "attributing")

    static func written(_ path: String) -> Phrase {
        Phrase(id: "hasil ditulis ke \(path)", en: "results written to \(path)")
    }
}
