import Foundation

/// The page of another process of this program.
enum RunningPage {
    /// Whether what answers at a port of this machine serves the script of this program's pages.
    static func isServed(_ host: String, _ port: Int) -> Bool {
        guard let port = in_port_t(exactly: port) else { return false }
        let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard connection >= 0 else { return false }
        defer { close(connection) }
        var patience = timeval(tv_sec: 2, tv_usec: 0)
        let size = socklen_t(MemoryLayout<timeval>.size)
        setsockopt(connection, SOL_SOCKET, SO_RCVTIMEO, &patience, size)
        setsockopt(connection, SOL_SOCKET, SO_SNDTIMEO, &patience, size)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { return false }
        let isConnected = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
        guard isConnected else { return false }
        let request = "GET /app.mjs HTTP/1.1\r\nHost: \(host):\(port)\r\nConnection: close\r\n\r\n"
        guard send(connection, request, request.utf8.count, 0) == request.utf8.count else {
            return false
        }
        return answer(connection).suffix(PackageResources.app_mjs.count)
            .elementsEqual(PackageResources.app_mjs)
    }

    /// What is sent until the other end closes, or until it is more than any script.
    private static func answer(_ connection: Int32) -> [UInt8] {
        var bytes: [UInt8] = []
        var block = [UInt8](repeating: 0, count: 1 << 16)
        while bytes.count < 1 << 20 {
            let count = recv(connection, &block, block.count, 0)
            guard count > 0 else { break }
            bytes += block[..<count]
        }
        return bytes
    }
}
