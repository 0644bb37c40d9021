// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

/// A target of our own, built with the strict settings.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .target(name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

// The order is the rule: a target imports only targets above it.
let pureNames = ["AdaptiveTesting", "Organization", "Competencies", "Training", "Assessment", "Oversight"]
let pure = pureNames.map { Target.Dependency.target(name: $0) }

func tests(of name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: pure + (pureNames.contains(name) ? [] : [.target(name: name)]) + dependencies,
        resources: resources, swiftSettings: strict)
}

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let hummingbirdTesting = Target.Dependency.product(name: "HummingbirdTesting", package: "hummingbird")

let package = Package(
    name: "bilik",
    products: [.executable(name: "bilik", targets: ["bilik"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird.git", from: "2.28.1"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache.git", from: "2.1.1"),
        .package(url: "https://github.com/groue/GRDB.swift.git", from: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
        .package(url: "https://github.com/apple/swift-crypto.git", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log.git", from: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle.git", from: "2.13.0"),
    ],
    targets: [
        module("AdaptiveTesting"),
        module("Organization"),
        module("Competencies", ["AdaptiveTesting", "Organization"]),
        module("Training", ["Competencies", "Organization"]),
        module("Assessment", ["AdaptiveTesting", "Competencies", "Organization", "Training"]),
        module("Oversight", ["Competencies", "Organization", "Training", "Assessment"]),
        .systemLibrary(name: "CCMark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
        .systemLibrary(name: "CPangoCairo", pkgConfig: "pangocairo", providers: [.apt(["libpango1.0-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
        module("Courseware", pure + ["CCMark", yams]),
        module("Storage", pure + [grdb]),
        module("Documents", pure + ["CPangoCairo", "CQREncode"]),
        module("UseCases", pure + ["Courseware", "Storage", "Documents", crypto, cryptoExtras, logging]),
        module(
            "Web",
            pure + [
                "Courseware", "Storage", "Documents", "UseCases", "CDeflate", hummingbird, mustache, crypto, logging,
                yams,
            ],
            resources: [.copy("Resources")]),
        .executableTarget(
            name: "bilik",
            dependencies: pure + [
                "Courseware", "Storage", "Documents", "UseCases", "Web", hummingbird, arguments, logging, lifecycle,
                yams,
            ],
            swiftSettings: strict),
        .target(
            name: "TestSupport", dependencies: pure + ["Courseware", "Storage", "UseCases"], path: "Tests/TestSupport",
            swiftSettings: strict),
        tests(of: "AdaptiveTesting", [], resources: [.copy("Reference")]),
        tests(of: "Competencies"),
        tests(of: "Organization"),
        tests(of: "Training"),
        tests(of: "Assessment"),
        tests(of: "Courseware"),
        tests(of: "Storage", ["TestSupport", "Courseware", "UseCases"]),
        tests(of: "Documents"),
        tests(of: "UseCases", ["TestSupport", "Courseware", "Storage"]),
        tests(of: "Web", ["TestSupport", "Courseware", "Storage", "UseCases", hummingbirdTesting]),
        // Runs the built program: what a command promises shows only at its own door.
        .testTarget(
            name: "CommandTests",
            dependencies: pure + ["bilik", "Courseware", "Storage", "UseCases", "TestSupport"], swiftSettings: strict),
        .testTarget(name: "GuardTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
