/// Why a certificate could not be written.
package enum CertificateDocumentError: Error, Equatable {
    /// The font is not installed on this machine; on Debian the package `fonts-noto-core` brings it.
    case fontMissing(String)
    case verifyAddressUnfit(QRCodeError)
    /// Cairo gave up, in its own words.
    case drawingFailed(String)
}
