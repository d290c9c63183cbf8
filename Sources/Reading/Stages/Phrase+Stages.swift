import Analysis
import Formats
import Quantities

extension Phrase {
    static func under(_ stage: StageReference, locked: String?) -> Phrase {
        let name = stage.name
        guard let locked else {
            return Phrase(
                id: "di atas \(name.indonesian) (\(stage.entry.date)), belum dikunci",
                en: "on top of \(name.english) (\(stage.entry.date)), not locked yet")
        }
        return Phrase(
            id: "di atas \(name.indonesian), terkunci \(locked)",
            en: "on top of \(name.english), locked \(locked)")
    }

    static func unlocked(_ stage: StageReference, _ day: String, _ file: String) -> Phrase {
        let name = stage.name
        return Phrase(
            id: "kunci \(name.indonesian) dibuka \(day); sebabnya disimpan di '\(file)'",
            en: "\(name.english) unlocked \(day); the reason is kept in '\(file)'")
    }

    static let isLockFile = Phrase(
        id: "berkas ini menyimpan kunci tahapan, bukan tahapannya",
        en: "this file keeps the locks of stages, not the stages")

    static func stagesAreIn(_ file: String) -> Phrase {
        Phrase(id: "tahapannya ada di '\(file)'", en: "the stages are in '\(file)'")
    }

    static let noStages = Phrase(
        id: "'stages' tidak memuat satu tahap pun", en: "'stages' has no stage")

    static let stagesExample = Phrase(
        id: "misalnya 'apbd: { date: 2025-11-28, scenario: ./tahapan/apbd.yaml }'",
        en: "such as 'apbd: { date: 2025-11-28, scenario: ./tahapan/apbd.yaml }'")

    static func unknownStage(_ word: String) -> Phrase {
        Phrase(id: "tahap '\(word)' tidak dikenal", en: "unknown stage '\(word)'")
    }

    static func stageHas(_ field: String) -> Phrase {
        field == "table"
            ? Phrase(
                id: "realisasi ditulis sebagai tabel: 'table: ./realisasi.csv'",
                en: "realisation is written as a table: 'table: ./realisasi.csv'")
            : Phrase(
                id: "tahap ini ditulis sebagai skenario: 'scenario: ./apbd.yaml'",
                en: "this stage is written as a scenario: 'scenario: ./apbd.yaml'")
    }

    static func notADay(_ text: String) -> Phrase {
        Phrase(id: "'\(text)' bukan tanggal", en: "'\(text)' is not a day")
    }

    static let dayHint = Phrase(
        id: "tulis tahun-bulan-tanggal, misalnya 2025-11-28",
        en: "write year-month-day, such as 2025-11-28")

    static func stageOutOfOrder(_ stage: BudgetStage, _ above: BudgetStage) -> Phrase {
        Phrase(
            id: "tahap '\(stage.rawValue)' ditulis sesudah '\(above.rawValue)'",
            en: "stage '\(stage.rawValue)' is written after '\(above.rawValue)'")
    }

    static let stageOrder = Phrase(
        id: "urutannya rkpd, kua-ppas, apbd, apbd-perubahan, realisation",
        en: "their order is rkpd, kua-ppas, apbd, apbd-perubahan, realisation")

    static func dateOutOfOrder(_ entry: StageFile.Entry, _ above: StageFile.Entry) -> Phrase {
        Phrase(
            id: """
                tahap '\(entry.stage.rawValue)' bertanggal \(entry.date), sebelum \
                '\(above.stage.rawValue)' (\(above.date))
                """,
            en: """
                stage '\(entry.stage.rawValue)' is dated \(entry.date), before \
                '\(above.stage.rawValue)' (\(above.date))
                """)
    }

    static let dateOrder = Phrase(
        id: "tanggal tahap tidak boleh mundur; periksa kedua tanggal itu",
        en: "the dates of stages must not run backwards; check both dates")

    static func yearOutside(_ year: Int, _ scenario: String) -> Phrase {
        Phrase(
            id: "tahun anggaran \(year) tidak seluruhnya di dalam periode skenario '\(scenario)'",
            en: "the budget year \(year) is not wholly within the horizon of '\(scenario)'")
    }

    static let realisationHint = Phrase(
        id: "kurangkan pengembalian dari jumlah yang dibayar, lalu tulis hasilnya",
        en: "take refunds off what was paid, and write what is left")

    static func notWholeRupiah(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan jumlah yang wajar; tulis rupiah bulat",
            en: "'\(text)' is no plausible amount; write whole rupiah")
    }

    static func realisedTooMuch(_ most: Double) -> Phrase {
        Phrase {
            let limit = $0.numbers.format(most / 1e12)
            return $0 == .indonesian
                ? "seluruh baris melebihi Rp \(limit) triliun; periksa satuannya"
                : "all rows together exceed Rp \(limit) trillion; check their unit"
        }
    }

    static func purseTwice(_ purse: String, _ place: StageAccount.Place) -> Phrase {
        Phrase(
            id: "dua baris untuk '\(purse)', \(place.segment), \(place.region.code)",
            en: "two rows for '\(purse)', \(place.segment), \(place.region.code)")
    }

    static func overTwelveMonths(_ place: StageAccount.Place) -> Phrase {
        Phrase(
            id: "lebih dari 12 bulan per orang untuk \(place.segment), \(place.region.code)",
            en: "more than 12 months for each person of \(place.segment), \(place.region.code)")
    }

    static let overTwelveMonthsHint = Phrase(
        id: "'persons' adalah orang yang dibayari, 'person_months' orang kali bulannya",
        en: "'persons' are those paid for, 'person_months' persons times their months")

    static func moneyForNobody(_ place: StageAccount.Place) -> Phrase {
        Phrase(
            id: "ada uang tanpa orang-bulan untuk \(place.segment), \(place.region.code)",
            en: "there is money without person-months for \(place.segment), \(place.region.code)")
    }

    static let moneyForNobodyHint = Phrase(
        id: "isi 'persons' dan 'person_months' pada salah satu baris segmen itu",
        en: "fill in 'persons' and 'person_months' in one row of that segment")

    static func notInPlan(_ place: StageAccount.Place) -> Phrase {
        Phrase(
            id: "\(place.segment), \(place.region.code) tidak ada dalam skenario tahap terakhir",
            en: "\(place.segment), \(place.region.code) is not in the scenario of the last stage")
    }

    static func paidAboveWorkers(
        _ place: StageAccount.Place, _ persons: Double, _ workers: Double
    ) -> Phrase {
        Phrase {
            let (many, few) = ($0.numbers.format(persons), $0.numbers.format(workers))
            return $0 == .indonesian
                ? "\(many) orang dibayari untuk \(place.segment), \(place.region.code), padahal"
                    + " pekerjanya \(few)"
                : "\(many) persons were paid for of \(place.segment), \(place.region.code), which"
                    + " has \(few) workers"
        }
    }

    static func oddPrice(
        _ place: StageAccount.Place, _ price: Double, _ tariff: ClosedRange<Double>
    ) -> Phrase {
        Phrase {
            let numbers = $0.numbers
            let ends = [tariff.lowerBound, tariff.upperBound].map { numbers.format($0) }
            let list = ends[0] == ends[1] ? ends[0] : "\(ends[0]) – \(ends[1])"
            let paid = numbers.format(price)
            return $0 == .indonesian
                ? "\(place.segment), \(place.region.code) dibayar Rp \(paid) per orang-bulan;"
                    + " iurannya Rp \(list)"
                : "\(place.segment), \(place.region.code) was paid Rp \(paid) a person-month; its"
                    + " contribution is Rp \(list)"
        }
    }

    static func paidAboveCeiling(
        _ purse: String, _ region: String, _ paid: Rupiah, _ ceiling: Rupiah
    ) -> Phrase {
        Phrase {
            let (paid, limit) = ($0.numbers.format(paid), $0.numbers.format(ceiling))
            return $0 == .indonesian
                ? "'\(purse)' di \(region) membayar \(paid), padahal pagunya \(limit)"
                : "'\(purse)' in \(region) paid \(paid), but its ceiling is \(limit)"
        }
    }

    static let realisationDoubtHint = Phrase(
        id: "periksa baris ini dan skenario tahap terakhir: satuan, kolom, pagu",
        en: "check this row and the scenario of the last stage: units, columns, ceilings")

    static func notAStage(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' tidak menyebut berkas dan tahap",
            en: "'\(text)' does not name a file and a stage")
    }

    static let stageExample = Phrase(
        id: "misalnya 'stage: ./tahapan-2026.yaml#apbd'",
        en: "such as 'stage: ./tahapan-2026.yaml#apbd'")

    static func stageMissing(_ stage: BudgetStage, _ file: String) -> Phrase {
        Phrase(
            id: "tahap '\(stage.rawValue)' tidak ada di '\(file)'",
            en: "'\(file)' has no stage '\(stage.rawValue)'")
    }

    static let underRealisation = Phrase(
        id: "skenario tidak dapat dibangun di atas realisasi, yang berupa tabel",
        en: "a scenario cannot build on realisation, which is a table")

    static let underRealisationHint = Phrase(
        id: "sebut tahap sebelumnya, misalnya '#apbd-perubahan'",
        en: "name a stage before it, such as '#apbd-perubahan'")

    static func lockBroken(
        _ stage: StageReference, _ lock: StageLocks.Lock, _ files: Phrase
    ) -> Phrase {
        let name = stage.name
        return Phrase(
            id: """
                \(name.indonesian) sudah dikunci (\(lock.locked)), tetapi dasarnya berubah: \
                \(files.indonesian)
                """,
            en: "\(name.english) is locked (\(lock.locked)), but what it rests on has changed: "
                + files.english)
    }

    static func changedFiles(_ changed: [String], _ gone: [String], _ new: [String]) -> Phrase {
        func part(_ names: [String], _ id: String, _ en: String) -> Phrase? {
            guard !names.isEmpty else { return nil }
            let list = list(names.map { "'\($0)'" })
            return Phrase(id: list + id, en: list + en)
        }
        let parts = [
            part(changed, "", ""), part(gone, " tidak dipakai lagi", " no longer used"),
            part(new, " baru dipakai", " newly used"),
        ].compactMap(\.self)
        return Phrase { language in parts.map { $0[language] }.joined(separator: "; ") }
    }

    static func dateChanged(_ from: String, _ to: String) -> Phrase {
        Phrase(id: "tanggalnya \(from) menjadi \(to)", en: "its date \(from) became \(to)")
    }

    static func lockBrokenHint(_ stage: StageReference) -> Phrase {
        let command = "lindung stage \(stage.stages.file) --unlock \(stage.entry.stage.rawValue)"
        return Phrase(
            id: """
                kembalikan isinya dan tulis perubahan di tahap berikutnya; atau buka kuncinya \
                dengan alasan: '\(command) --date TANGGAL --reason "ALASAN"', lalu kunci lagi
                """,
            en: """
                put it back and write the change in the next stage; or unlock it with a reason: \
                '\(command) --date DAY --reason "REASON"', and lock it again
                """)
    }

    static func billMoved(
        _ stage: StageReference, _ lock: StageLocks.Lock, _ bill: Rupiah
    ) -> Phrase {
        let name = stage.name
        let locked = Phrase { $0.numbers.format(lock.bill) }
        let bill = Phrase { $0.numbers.format(bill) }
        return Phrase(
            id: """
                \(name.indonesian) dikunci pada \(locked.indonesian) (program \(lock.version)); \
                berkas yang sama sekarang menjadi \(bill.indonesian)
                """,
            en: """
                \(name.english) was locked at \(locked.english) (program \(lock.version)); the \
                same files now come to \(bill.english)
                """)
    }

    static let billMovedHint = Phrase(
        id: "baca 'Results changed' di CHANGELOG.md; lalu buka kuncinya dengan alasan itu",
        en: "read 'Results changed' in CHANGELOG.md; then unlock it with that reason")

    static func notLocked(_ stage: BudgetStage) -> Phrase {
        Phrase(
            id: "tahap '\(stage.rawValue)' tidak terkunci",
            en: "stage '\(stage.rawValue)' is not locked")
    }

    static let unlockNeeds = Phrase(
        id: "membuka kunci memerlukan --date TANGGAL dan --reason \"ALASAN\"",
        en: "unlocking needs --date DAY and --reason \"REASON\"")

    static let unlockNeedsHint = Phrase(
        id: "keduanya disimpan bersama kunci yang dibuka",
        en: "both are kept with the lock that was opened")

    static let lockOrUnlock = Phrase(
        id: "--lock dan --unlock tidak dapat dipakai bersama",
        en: "--lock and --unlock cannot stand together")

    static let dateForNothing = Phrase(
        id: "--date dipakai bersama --lock atau --unlock, --reason bersama --unlock",
        en: "--date goes with --lock or --unlock, --reason with --unlock")

    static func rowOfWiderRegion(_ name: String) -> Phrase {
        Phrase(
            id: "baris ini untuk \(name), bukan untuk satu kabupaten atau kota",
            en: "this row is for \(name), not for one kabupaten or kota")
    }

    static let leaveTotalsOut = Phrase(
        id: "hapus baris jumlah; tulis satu baris untuk tiap kabupaten atau kota",
        en: "leave rows of totals out; write a row for each kabupaten or kota")
}
