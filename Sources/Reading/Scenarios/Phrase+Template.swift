import Quantities

extension Phrase {
    static func noDataFor(_ region: RegionCode) -> Phrase {
        Phrase(
            id: "tabel data tidak memuat daerah \(region)",
            en: "the data tables do not have region \(region)")
    }

    static let noDataHint = Phrase(
        id: "tambahkan barisnya di workforce/segments.csv, 'coverage' dan 'budget'",
        en: "add its rows to workforce/segments.csv, coverage and budget")

    static let asThingsAre = Phrase(id: "berjalan seperti sekarang", en: "as things are")

    static func templateHead(_ name: String, _ segments: Int, _ purses: Int) -> Phrase {
        Phrase(
            id: """
                Skenario awal untuk \(name): \(segments) segmen dibayar \(purses) sumber dana.
                Tanda: V1 naskah resmi, V2 sumber kedua, M ingatan, C sumber berbeda, D hitungan,
                A asumsi, 'gap' tidak ditemukan. Ganti angka bertanda A dengan angka daerah Anda.
                """,
            en: """
                A first scenario for \(name): \(segments) segments paid by \(purses) purses.
                Marks: V1 official text, V2 secondary source, M memory, C sources conflict,
                D derived, A assumption, gap not found. Replace numbers marked A by your own.
                """)
    }

    static func templateUnknown(_ key: String) -> Phrase {
        Phrase(id: "\(key): tidak diketahui", en: "\(key): not known")
    }

    static let templateSegments = Phrase(
        id: "Menurut prioritas: siapa yang dibayar lebih dahulu bila dana kurang.",
        en: "In order of priority: who is paid for first when money is short.")

    static let templatePurses = Phrase(
        id: "Menurut urutan: sumber dana mana yang membayar lebih dahulu.",
        en: "In order of rank: which purse pays first.")

    static let templateQuotas = Phrase(
        id: "Kuota: penerima bantuan iuran, sepanjang periode.",
        en: "Quotas: persons whose contribution public purses pay, over the whole horizon.")

    static let templateCeilings = Phrase(
        id: "Pagu setahun dalam rupiah.", en: "Ceilings for a year, in rupiah.")

    static let templatePolicy = Phrase(
        id: """
            Bila pagu tidak cukup: 'report' (tampilkan kekurangan pagu), 'cap-heads' (potong orang),
            'cap-months' (potong bulan).
            """,
        en: """
            When ceilings do not suffice: report (show the gap), cap-heads (fewer people),
            cap-months (fewer months).
            """)

    static let templateWorkers = Phrase(
        id: "Pekerja menurut segmen pada awal periode.",
        en: "Workers by segment at the start of the horizon.")

    static let templateOpening = Phrase(
        id: "Cakupan awal: bagian pekerja menurut siapa yang membayar; sisanya tidak terlindungi.",
        en: "Opening cover: share of workers by who pays; the rest is unprotected.")

    static let templateRates = Phrase(
        id: "Laju per tahun, dari tabel; timpa per segmen bila perlu.",
        en: "Rates per year, from tables; override them by segment where needed.")

    static let templateBudgets = Phrase(
        id: "APBD daerah, untuk uji fiskal; 0: tidak ditemukan.",
        en: "The region's budget, for the fiscal tests; 0: not found.")

    static let templateWelfare = Phrase(
        id: "Kemiskinan semua penduduk; keputusan di sini tidak mengubahnya.",
        en: "Poverty of all people; nothing that is decided here moves it.")

    static let templateGuesses = Phrase(
        id: "Asumsi umum dengan rentangnya, dari tabel; uji rentangnya sebelum memutuskan.",
        en: "General assumptions with their ranges, from a table; try them before deciding.")
}
