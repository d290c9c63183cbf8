import CCrypto

/// The SHA-256 digest of bytes (FIPS 180-4), by OpenSSL. It names inputs; it keeps no secrets.
package struct SHA256: Codable, Sendable, Hashable {
    /// 64 lower-case hexadecimal digits.
    package let hexadecimal: String

    package init(_ message: some Collection<UInt8>) {
        var digest = [UInt8](repeating: 0, count: 32)
        let isDone =
            message.withContiguousStorageIfAvailable {
                EVP_Digest($0.baseAddress, $0.count, &digest, nil, EVP_sha256(), nil)
            }
            ?? Array(message).withUnsafeBufferPointer {
                EVP_Digest($0.baseAddress, $0.count, &digest, nil, EVP_sha256(), nil)
            }
        precondition(isDone == 1, "libcrypto has SHA-256")
        hexadecimal = digest.map { byte in
            String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
        }.joined()
    }

    package init(from decoder: any Decoder) throws {
        hexadecimal = try decoder.singleValueContainer().decode(String.self)
    }

    package func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(hexadecimal)
    }
}
