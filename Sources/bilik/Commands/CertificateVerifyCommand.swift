import ArgumentParser
import Assessment
import Foundation
import Organization
import Storage
import UseCases

struct CertificateVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Says whose certificate has a code, and whether it is valid today.",
        discussion: "Succeeds only where the certificate is valid today.")

    @Argument(help: "The code on the certificate; hyphens and case do not matter.")
    var code: String

    @Flag(help: "Prints the certificate as JSON.")
    var json = false

    @OptionGroup var folder: DataOptions
    @OptionGroup var file: FileOption

    func run() async throws {
        let settings = try Settings(folder, file: file)
        guard let code = VerificationCode(typed: code)?.text else {
            throw CommandFailure("“\(code)” is no certificate code: type all of it, as it stands on the certificate.")
        }
        let database = try await DataFolder(existing: settings.data).open(zone: settings.zone)
        let (certificate, today) = try await database.read { (try $0.certificate(code: code), $0.today) }
        try database.close()
        guard let certificate else {
            throw CommandFailure("No certificate has the code \(code): check it; a forged one looks like this too.")
        }
        let isValid = certificate.validThrough >= today
        if json {
            try StandardOutput.write(json: Shown(certificate, isValid: isValid))
        } else {
            StandardOutput.write("\(certificate.holder), \(certificate.agencyName)")
            StandardOutput.write("\(certificate.certification.name.en), issued \(certificate.issued)")
            StandardOutput.write("\(isValid ? "valid" : "expired"): through \(certificate.validThrough)")
        }
        guard isValid else {
            throw CommandFailure("The certificate ran out on \(certificate.validThrough): its holder has to renew it.")
        }
    }

    private struct Shown: Encodable {
        let code: String
        let holder: String
        let agency: String
        let certification: String
        let issued: Day
        let validThrough: Day
        let isValid: Bool

        init(_ certificate: Certificate, isValid: Bool) {
            code = certificate.code
            holder = certificate.holder
            agency = certificate.agencyName
            certification = certificate.certificationID
            issued = certificate.issued
            validThrough = certificate.validThrough
            self.isValid = isValid
        }
    }
}
