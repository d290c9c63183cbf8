import Foundation
import Testing

/// What `lindung forecast` says of a model that its series do not take, word for word.
@Suite struct ForecastRefusalTests {
    private static let folder = "Tests/CommandTests/Series/"

    private struct Refusal: Sendable {
        /// The rows of the file; of `umk.csv` where there are none.
        var rows: [String] = []
        var command = "forecast"
        let words: [String]
        /// With `FILE` for the path.
        let indonesian: String
        let english: String
    }

    @Test("A refusal is one message with a hint", arguments: refusals.indices, ["id", "en"])
    func refused(_ place: Int, _ language: String) throws {
        let refusal = Self.refusals[place]
        let folder = try TemporaryFolder()
        var file = Self.folder + "umk.csv"
        if !refusal.rows.isEmpty {
            file = folder.path("deret.csv")
            try refusal.rows.joined(separator: "\n").write(
                toFile: file, atomically: true, encoding: .utf8)
        }
        let run = try LindungProcess(
            [refusal.command, file, "--horizon", "1", "--lang", language] + refusal.words)
        #expect(run.status == 2)
        #expect(run.output.isEmpty)
        let expected = language == "id" ? refusal.indonesian : refusal.english
        #expect(run.errors == expected.replacingOccurrences(of: "FILE", with: file) + "\n")
    }

    private static let zero = ["time,value", "2020,5", "2021,0", "2022,7"]
    private static let gap = [
        "time,value", "2020,1", "2021,", "2022,7", "2023,6", "2024,12", "2025,15", "2026,16",
    ]
    private static let noLogarithm = (
        indonesian: """
        FILE:3:6: galat: deret 'deret', 2021: 0 tidak punya logaritma; skala log hanya \
        menerima nilai di atas nol
            2021,0
                 ^
          petunjuk: perbaiki nilainya, atau kosongkan bila tidak diketahui; tanpa --scale log \
        nilai ini diterima
        """,
        english: """
        FILE:3:6: error: series 'deret', 2021: 0 has no logarithm; the log scale takes values \
        above zero alone
            2021,0
                 ^
          hint: mend the value, or leave it empty if it is not known; without --scale log it \
        is accepted
        """
    )

    private static let refusals: [Refusal] = scales + intervals + policies

    private static let scales = [
        Refusal(
            rows: zero, words: ["--scale", "log"], indonesian: noLogarithm.indonesian,
            english: noLogarithm.english),
        Refusal(
            rows: zero, command: "backtest", words: ["--scale", "log"],
            indonesian: noLogarithm.indonesian, english: noLogarithm.english),
        Refusal(
            words: ["--scale", "logs"],
            indonesian: """
                --scale: galat: 'logs' bukan pilihan di sini
                  petunjuk: maksud Anda 'log'? (pilihan: level, log)
                """,
            english: """
                --scale: error: 'logs' is no choice here
                  hint: did you mean 'log'? (choices: level, log)
                """),
        Refusal(
            words: ["--scale", "log", "--bounds", "0,5000000"],
            indonesian: """
                --scale: galat: 'log' tidak dapat dipakai bersama --bounds, yang punya skala sendiri
                  petunjuk: pakai salah satu; skala log sudah menjaga ramalan tetap di atas nol
                """,
            english: """
                --scale: error: 'log' cannot be used with --bounds, which have a scale of their own
                  hint: use one of both; the log scale already keeps forecasts above zero
                """),
        Refusal(
            rows: ["time,value", "2020,1", "2021,3", "2022,7", "2023,6", "2024,12", "2025,15"],
            words: ["--method", "bass"],
            indonesian: """
                FILE:5:1: galat: 'deret' tidak dapat diramalkan: pengamatan ke-4 (2023) lebih \
                rendah daripada yang sebelumnya, padahal metode ini membaca jumlah kumulatif semua \
                yang sudah ikut
                  petunjuk: jumlahkan dulu yang baru dari waktu ke waktu, atau pakai --method auto
                """,
            english: """
                FILE:5:1: error: 'deret' cannot be forecast: observation 4 (2023) is below the one \
                before it, and this method reads the cumulative number of all who have adopted
                  hint: add up the new ones over time first, or use --method auto
                """),
    ]

    private static let intervals = [
        Refusal(
            words: ["--intervals", "bootstrap"],
            indonesian: """
                --intervals: galat: 'bootstrap' bukan pilihan di sini
                  petunjuk: pilihan: analytic, conformal
                """,
            english: """
                --intervals: error: 'bootstrap' is no choice here
                  hint: choices: analytic, conformal
                """),
        Refusal(
            words: ["--intervals", "conformal", "--hierarchy", folder + "pohon.csv"],
            indonesian: """
                --intervals: galat: 'conformal' tidak dapat dipakai bersama --hierarchy: selang \
                pohon diambil dari sampel yang berjumlah sama
                  petunjuk: lepaskan salah satu dari keduanya
                """,
            english: """
                --intervals: error: 'conformal' cannot be used with --hierarchy: intervals of a \
                tree are taken from samples that add up
                  hint: leave out one of both
                """),
    ]

    private static let policies = [
        Refusal(
            words: ["--method", "ets", "--pulse", "2022"],
            indonesian: """
                --pulse: galat: metode 'ets' tidak memperhitungkan tanggal kebijakan; hanya \
                'arima' yang dapat
                  petunjuk: tambahkan --method arima
                """,
            english: """
                --pulse: error: method 'ets' takes no dates of policies; 'arima' alone does
                  hint: add --method arima
                """),
        Refusal(
            words: ["--method", "arima", "--step", "2031"],
            indonesian: """
                --step: galat: 2031 di luar deret 'Kota Probolinggo' (2016 sampai 2025)
                  petunjuk: pilih waktu dari 2017 sampai 2025 yang punya nilai
                """,
            english: """
                --step: error: 2031 is outside series 'Kota Probolinggo' (2016 to 2025)
                  hint: choose a time from 2017 to 2025 that has a value
                """),
        Refusal(
            words: ["--method", "arima", "--step", "2022-03"],
            indonesian: """
                --step: galat: deret 'Kota Probolinggo' tidak memuat waktu seperti 2022-03
                  petunjuk: pilih waktu dari 2017 sampai 2025 yang punya nilai
                """,
            english: """
                --step: error: series 'Kota Probolinggo' has no times such as 2022-03
                  hint: choose a time from 2017 to 2025 that has a value
                """),
        Refusal(
            words: ["--method", "arima", "--step", "2022,"],
            indonesian: """
                --step: galat: '' bukan tahun, triwulan, bulan, atau bilangan 1 sampai n
                  petunjuk: tulis 2026, 2026-Q1, 2026-03, atau 1, 2, 3, …
                """,
            english: """
                --step: error: '' is not a year, a quarter, a month, or a number from 1 to n
                  hint: write 2026, 2026-Q1, 2026-03, or 1, 2, 3, …
                """),
        Refusal(
            rows: gap, words: ["--method", "arima", "--step", "2020"],
            indonesian: """
                --step: galat: deret 'deret' baru dimulai pada 2020, sehingga tingkat sebelumnya \
                tidak terlihat
                  petunjuk: pilih waktu dari 2021 sampai 2026 yang punya nilai
                """,
            english: """
                --step: error: series 'deret' only begins at 2020, so that the level before it is \
                not seen
                  hint: choose a time from 2021 to 2026 that has a value
                """),
        Refusal(
            rows: gap, words: ["--method", "arima", "--pulse", "2021"],
            indonesian: """
                --pulse: galat: deret 'deret' tidak punya nilai pada 2021
                  petunjuk: pilih waktu dari 2020 sampai 2026 yang punya nilai
                """,
            english: """
                --pulse: error: series 'deret' has no value at 2021
                  hint: choose a time from 2020 to 2026 that has a value
                """),
    ]
}
