// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "lindung-benchmarks",
    platforms: [.macOS(.v13)],
    dependencies: [
        .package(name: "lindung", path: ".."),
        .package(url: "https://github.com/ordo-one/benchmark", from: "1.38.1", traits: []),
    ],
    targets: [
        // What `make bench` runs against the rivals.
        .executableTarget(
            name: "measures",
            dependencies: [
                .product(name: "Lindung", package: "lindung"),
                .product(name: "LindungKernels", package: "lindung"), "CBLAS",
            ]),
        .systemLibrary(name: "CBLAS", pkgConfig: "openblas"),

        // Percentiles of single parts: swift package benchmark.
        part("LinearAlgebra"),
        part("Engine"),
    ],
    swiftLanguageModes: [.v6]
)

/// A target of percentiles.
func part(_ name: String) -> Target {
    .executableTarget(
        name: name + "Benchmarks",
        dependencies: [
            .product(name: "Lindung", package: "lindung"),
            .product(name: "Benchmark", package: "benchmark"),
        ],
        path: "Benchmarks/" + name,
        plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")])
}
