import Documents
import UseCases

struct SignInPage: Page {
    static let template = "sign-in"
    let title: String
    let to: String
    let userName: String
    let fault: String?
    let notice: String?
    let isDemo: Bool
    var isColumn: Bool { true }

    init(to: String, userName: String, fault: String?, notice: String?, isDemo: Bool, words: Words) {
        title = words["sign-in.title"]
        self.to = to
        self.userName = userName
        self.fault = fault
        self.notice = notice
        self.isDemo = isDemo
    }
}

struct ActivationPage: Page {
    static let template = "activate"
    let title: String
    let staffNumber: String
    let fault: String?
    let shortest: Int
    var isColumn: Bool { true }

    init(staffNumber: String, fault: String?, words: Words) {
        title = words["activate.title"]
        self.staffNumber = staffNumber
        self.fault = fault
        shortest = PasswordRule.shortest
    }
}

struct SecondFactorPage: Page {
    static let template = "second-factor"
    let title: String
    let to: String
    let fault: String?
    var isColumn: Bool { true }

    init(to: String, fault: String?, words: Words) {
        title = words["second-factor.title"]
        self.to = to
        self.fault = fault
    }
}

struct SecondFactorSetUpPage: Page {
    static let template = "second-factor-set-up"
    let title: String
    let to: String
    let secret: String
    /// The secret in groups of four, for typing.
    let secretGroups: String
    let qr: String
    let fault: String?
    var isColumn: Bool { true }

    init(code: TimeBasedCode, account: String, to: String, fault: String?, words: Words) {
        title = words["second-factor.set-up.title"]
        self.to = to
        secret = code.base32
        secretGroups = code.base32.enumerated()
            .map { $0.offset > 0 && $0.offset % 4 == 0 ? " \($0.element)" : String($0.element) }.joined()
        let drawing = try? QRCode(code.uri(account: account, issuer: "Bilik"))
        qr = drawing?.svg(moduleSize: 4, label: words["second-factor.qr"]) ?? ""
        self.fault = fault
    }
}

struct RecoveryCodesPage: Page {
    static let template = "recovery-codes"
    let title: String
    let codes: [String]
    let to: String
    var isColumn: Bool { true }

    init(codes: [String], to: String, words: Words) {
        title = words["recovery.title"]
        self.codes = codes
        self.to = to
    }
}
