import Testing

@testable import Formats

/// SHA-256 against the examples of FIPS 180-4 and of NIST's page on it.
@Suite struct SHA256Tests {
    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        ),
    ])
    func published(_ message: String, _ digest: String) {
        #expect(SHA256(message.utf8).hexadecimal == digest)
    }

    /// The digest that Python's hashlib gives.
    @Test func manyBlocks() {
        let digest = SHA256(Array(repeating: UInt8(ascii: "a"), count: 100_000)).hexadecimal
        #expect(digest == "6d1cf22d7cc09b085dfc25ee1a1f3ae0265804c607bc2074ad253bcc82fd81ee")
    }

    /// Lengths around the block's end are padded into one or two blocks.
    @Test func lengthsAroundABlock() {
        let digests = (54...66).map { SHA256(Array(repeating: UInt8(0), count: $0)).hexadecimal }
        #expect(Set(digests).count == digests.count)
        #expect(
            digests[10] == "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b")
    }
}
