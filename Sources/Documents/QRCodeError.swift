/// Why a text could not become a QR code.
package enum QRCodeError: Error, Equatable {
    case emptyText
    /// The text is longer than the 2,331 bytes that the largest symbol holds.
    case textTooLong(bytes: Int)
    /// A QR code carries no NUL here, because libqrencode reads up to the first one and would encode less than asked.
    case textHoldsNUL
    case outOfMemory
}
