// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "lindung",
    products: [
        .executable(name: "lindung", targets: ["lindung"]),
        .executable(name: "lindung-app", targets: ["LindungApp"]),
        // For the benchmarks alone: it promises nothing.
        .library(name: "LindungKernels", targets: ["_LindungKernels"]),
        .library(
            name: "Lindung",
            targets: [
                "Lindung", "Quantities", "LinearAlgebra", "Policy", "Sampling", "Optimization",
                "Coverage", "Costing", "Welfare", "Exploration", "Forecasting", "Analysis",
                "Formats", "Reading", "Store", "Reporting",
            ]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    ],
    targets: [
        // The command.
        .executableTarget(
            name: "lindung",
            dependencies: [
                "Reporting", "Reading", "Store", "Formats", "Analysis", "Costing", "Policy",
                "Sampling", "Quantities",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ], exclude: ["README.md"]),

        // The planner's page.
        .executableTarget(
            name: "LindungApp",
            dependencies: [
                "Reporting", "Reading", "Store", "Formats", "Analysis", "Policy", "Quantities",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"),
            ], exclude: ["README.md"],
            resources: [
                .embedInCode("Resources/app.css"), .embedInCode("Resources/app.mjs"),
                .embedInCode("Resources/try.mjs"), .embedInCode("Resources/ask.mjs"),
            ]),

        // Everything under one name, for other packages.
        .target(
            name: "Lindung",
            dependencies: [
                "Reporting", "Reading", "Store", "Formats", "Analysis", "Forecasting",
                "Exploration", "Welfare", "Costing", "Coverage", "Policy", "Sampling",
                "Optimization", "LinearAlgebra", "Quantities",
            ], exclude: ["README.md"]),

        // Libraries, highest first; a lower one never imports a higher one.
        .target(
            name: "Reporting",
            dependencies: [
                "Formats", "Analysis", "Forecasting", "Exploration", "Welfare", "Costing",
                "Coverage", "Policy",
                "Sampling", "LinearAlgebra", "Quantities",
            ], exclude: ["README.md"]),
        .target(
            name: "Reading",
            dependencies: [
                "Formats", "Analysis", "Forecasting", "Exploration", "Welfare", "Costing",
                "Coverage", "Policy",
                "Sampling", "Optimization", "LinearAlgebra", "Quantities",
            ], exclude: ["README.md"]),
        .target(
            name: "Store",
            dependencies: [
                "Formats", "Analysis", "Policy", "LinearAlgebra", "Quantities",
                .product(name: "GRDB", package: "GRDB.swift"),
            ], exclude: ["README.md"]),
        .target(
            name: "Formats",
            dependencies: [
                "Quantities", "CCrypto", "CExpat", "CXlsxwriter", "CZip", "Yams",
            ],
            exclude: ["README.md"]),
        .target(
            name: "Analysis",
            dependencies: [
                "Exploration", "Forecasting", "Welfare", "Costing", "Coverage", "Policy",
                "Sampling", "Optimization", "LinearAlgebra", "Quantities",
            ], exclude: ["README.md"]),
        .target(
            name: "Exploration",
            dependencies: [
                "Sampling", "Optimization", "LinearAlgebra", "Quantities",
                .product(name: "RealModule", package: "swift-numerics"),
            ], exclude: ["README.md"]),
        .target(
            name: "Forecasting",
            dependencies: [
                "Sampling", "Optimization", "LinearAlgebra", "Quantities",
                .product(name: "RealModule", package: "swift-numerics"),
            ], exclude: ["README.md"]),
        .target(
            name: "Welfare",
            dependencies: [
                "Coverage", "Policy", "LinearAlgebra", "Quantities", "_LindungKernels",
                .product(name: "RealModule", package: "swift-numerics"),
            ], exclude: ["README.md"]),
        .target(
            name: "Costing", dependencies: ["Coverage", "Policy", "Quantities", "_LindungKernels"],
            exclude: ["README.md"]),
        .target(
            name: "Coverage",
            dependencies: ["Policy", "LinearAlgebra", "Quantities", "_LindungKernels"],
            exclude: ["README.md"]),
        .target(name: "Policy", dependencies: ["Quantities"], exclude: ["README.md"]),
        .target(
            name: "Sampling",
            dependencies: [
                "LinearAlgebra", "Quantities", "_LindungKernels",
                .product(name: "RealModule", package: "swift-numerics"),
            ], exclude: ["README.md"]),
        .target(
            name: "Optimization", dependencies: ["LinearAlgebra", "CClp"], exclude: ["README.md"]),
        .target(
            name: "LinearAlgebra", dependencies: ["_LindungKernels", "CLAPACKE", "COpenBLAS"],
            exclude: ["README.md"]),
        .target(
            name: "Quantities",
            dependencies: [.product(name: "RealModule", package: "swift-numerics")],
            exclude: ["README.md"]),

        // C, with a clone of each kernel for each generation of processors.
        .target(name: "_LindungKernels"),

        // System libraries.
        .systemLibrary(
            name: "COpenBLAS", pkgConfig: "openblas", providers: [.apt(["libopenblas-dev"])]),
        .systemLibrary(
            name: "CLAPACKE", pkgConfig: "lapacke", providers: [.apt(["liblapacke-dev"])]),
        .systemLibrary(
            name: "CClp", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
        .systemLibrary(
            name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(
            name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        .systemLibrary(
            name: "CXlsxwriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),

        // Tests.
        .target(
            name: "_TestSupport", dependencies: ["Optimization"], path: "Tests/_TestSupport"),
        .testTarget(
            name: "EdgeTests",
            dependencies: [
                "Reporting", "Reading", "Store", "Formats", "Analysis", "Forecasting",
                "Exploration", "Welfare", "Optimization",
                "Costing", "Coverage", "Policy", "Quantities", "CZip", "_TestSupport",
            ],
            exclude: [
                "Broken", "BrokenAllocation", "BrokenData", "BrokenLaw.expected",
                "BrokenLaw.expected.en", "BrokenSeries", "BrokenSweep", "BrokenTarget",
                "BrokenTrees",
                "Data",
            ]),
        .testTarget(name: "KernelTests", dependencies: ["_LindungKernels", "_TestSupport"]),
        .testTarget(name: "QuantitiesTests", dependencies: ["Quantities", "_TestSupport"]),
        .testTarget(
            name: "LinearAlgebraTests",
            dependencies: [
                "LinearAlgebra", .product(name: "RealModule", package: "swift-numerics"),
                "_TestSupport",
            ]),
        .testTarget(name: "OptimizationTests", dependencies: ["Optimization", "_TestSupport"]),
        .testTarget(
            name: "SamplingTests", dependencies: ["Sampling", "LinearAlgebra", "Quantities"]),
        .testTarget(name: "PolicyTests", dependencies: ["Policy", "Quantities"]),
        .testTarget(
            name: "CoverageTests",
            dependencies: [
                "Coverage", "Policy", "LinearAlgebra", "Quantities", "_LindungKernels",
                .product(name: "RealModule", package: "swift-numerics"), "_TestSupport",
            ]),
        .testTarget(
            name: "CostingTests",
            dependencies: ["Costing", "Coverage", "Policy", "Quantities", "_TestSupport"]),
        .testTarget(
            name: "WelfareTests",
            dependencies: ["Welfare", .product(name: "RealModule", package: "swift-numerics")]),
        .testTarget(
            name: "ExplorationTests",
            dependencies: [
                "Exploration", "Sampling", "LinearAlgebra", "Quantities", "_TestSupport",
            ]),
        .testTarget(
            name: "ForecastingTests",
            dependencies: [
                "Forecasting", "Sampling", "LinearAlgebra",
                .product(name: "RealModule", package: "swift-numerics"),
            ]),
        .testTarget(
            name: "AnalysisTests",
            dependencies: [
                "Analysis", "Exploration", "Forecasting", "Welfare", "Costing", "Coverage",
                "Policy", "Sampling",
                "Optimization", "LinearAlgebra", "Quantities", "_TestSupport",
            ]),
        .testTarget(
            name: "CommandTests", dependencies: ["Formats", "lindung", "_TestSupport"],
            exclude: ["Reported", "Series", "Snapshots"]),
        .testTarget(
            name: "AppTests",
            dependencies: [
                "LindungApp", "lindung", "Reporting", "Reading", "Store", "Formats", "Analysis",
                "Policy", "Quantities", "_TestSupport",
            ]),
        // As another package would see it.
        .testTarget(name: "LindungTests", dependencies: ["Lindung"], packageAccess: false),
        .testTarget(name: "StructureTests"),
    ],
    swiftLanguageModes: [.v6]
)

// `make test` sets this: what projects, samples and reads is then compiled as for a release, so that
// statistical tests finish in minutes. Tests and words are not, and assertions hold everywhere.
if Context.environment["LINDUNG_OPTIMIZED"] != nil {
    let plain: Set = ["Reporting", "Store", "Lindung", "_TestSupport"]
    for target in package.targets where target.type == .regular && !plain.contains(target.name) {
        target.swiftSettings = [.unsafeFlags(["-O", "-assert-config", "Debug"])]
        target.cSettings = [.unsafeFlags(["-O2"])]
    }
}

// `make demo` sets this: who wants the command alone need not fetch and build a server.
if Context.environment["LINDUNG_COMMAND_ALONE"] == nil {
    package.dependencies.append(
        .package(
            url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []))
} else {
    package.products.removeAll { $0.name == "lindung-app" }
    package.targets.removeAll { ["LindungApp", "AppTests"].contains($0.name) }
}
