import Quantities

/// What reports say about what protection buys.
extension Messages {
    /// Above benefits by year or by scenario.
    static let whatProtectionBuys = Phrase(
        id: "Apa yang dibeli perlindungan", en: "What protection buys")

    /// Above benefits by segment.
    static let whatProtectionBuysBySegment = Phrase(
        id: "Apa yang dibeli perlindungan, menurut segmen",
        en: "What protection buys, by segment")

    /// What benefits and the claim ratio are.
    static let expectedBenefits = Phrase(
        id: """
            nilai harapan untuk semua peserta terlindungi, siapa pun pembayarnya; di masa tunggu \
            santunan JKM Rp 10 juta, sesudahnya Rp 42 juta; rasio klaim = manfaat JKK dan JKM \
            termasuk beasiswa / iuran keduanya
            """,
        en: """
            expected for all who are protected, whoever pays; JKM pays Rp 10 million in the \
            waiting months and Rp 42 million after; claim ratio = benefits of JKK and JKM with \
            scholarships / contributions to both
            """)

    /// Above model and record side by side.
    static let besideTheRecord = Phrase(
        id: "Klaim JKM menurut model di samping catatan", en: "JKM claims, model beside record")

    /// What the record is.
    static let recordNote = Phrase(
        id: """
            klaim JKM / iuran JKM; BPU: peserta bukan penerima upah; catatan: angka nasional yang \
            diterbitkan (protection/claim_record.csv), semua peserta sejak 2024 proyeksi; \
            kematian per 1.000 peserta menurut catatan paling banyak sebesar itu; pada 2026 iuran \
            BPU setengah (PP 50/2025)
            """,
        en: """
            JKM claims / JKM contributions; BPU: members who are no wage earners; record: \
            published national figures (protection/claim_record.csv), of all members projections \
            from 2024 on; deaths of 1,000 members on record are at most that many; in 2026 BPU \
            contributions are half (PP 50/2025)
            """)

    /// What the interval of families is.
    static let familiesAsInterval = Phrase(
        id: """
            keluarga: kematian pencari nafkah yang santunannya menahan konsumsi di atas garis \
            kemiskinan; selang menurut rentang turunnya konsumsi (event.consumption_fall), yang \
            untuk Indonesia belum ada angkanya
            """,
        en: """
            families: deaths of breadwinners after which the benefit holds consumption above the \
            poverty line; the interval follows the range of the fall (event.consumption_fall), for \
            which Indonesia has no settled figure
            """)
}
