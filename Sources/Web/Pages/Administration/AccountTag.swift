import Organization
import Storage

extension StandingTag {
    /// How an account stands, in one word.
    init(account: AccountState?, of status: Person.Status, words: Words) {
        switch (status, account?.isClosed) {
        case (.left, _): self.init(style: "", text: words["accounts.tag.left"])
        case (.active, nil): self.init(style: "soon", text: words["accounts.tag.none"])
        case (.active, true?): self.init(style: "bad", text: words["accounts.tag.closed"])
        case (.active, false?): self.init(style: "good", text: words["accounts.tag.open"])
        }
    }
}
