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

    static func yearOutside(_ year: Int, _ scenario: String) -> Phrase {
        Phrase(
            id: "tahun anggaran \(year) tidak seluruhnya di dalam periode skenario '\(scenario)'",
            en: "the budget year \(year) is not wholly within the horizon of '\(scenario)'")
    }

    static func notWholeRupiah(_ text: String) -> Phrase {
        Phrase(
            id: "'\(text)' bukan jumlah yang wajar; tulis rupiah bulat",
            en: "'\(text)' is no plausible amount; write whole rupiah")
    }

    static func oddPrice(
        _ place: StageAccount.Place, _ price: Double, _ tariff: ClosedRange<Double>
    ) -> Phrase {
        let ends = [tariff.lowerBound, tariff.upperBound].map { Phrase(same: "\($0)") }
        let list = Phrase(same: "\(joined: ends[0] == ends[1] ? [ends[0]] : ends, by: " – ")")
        return Phrase(
            "\(place.segment), \(place.region.code) dibayar Rp \(price) per orang-bulan; iurannya"
                + " Rp \(list)",
            en: "\(place.segment), \(place.region.code) was paid Rp \(price) a person-month; its"
                + " contribution is Rp \(list)")
    }

    static let realisationDoubtHint = Phrase(
        id: "periksa baris ini dan skenario tahap terakhir: satuan, kolom, pagu",
        en: "check this row and the scenario of the last stage: units, columns, ceilings")

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
        return Phrase(same: "\(joined: parts, by: "; ")")
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
        let locked = Phrase(same: "\(lock.bill)")
        let bill = Phrase(same: "\(bill)")
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
}
