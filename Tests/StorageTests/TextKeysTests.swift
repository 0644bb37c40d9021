import Storage
import Testing

@Suite struct TextKeysTests {
    @Test func `sorts by the Azerbaijani alphabet`() {
        let alphabet = "A B C Ç D E Ə F G Ğ H X I İ J K Q L M N O Ö P R S Ş T U Ü V Y Z".split(separator: " ").map(
            String.init)

        #expect(alphabet.reversed().sorted { TextKeys.sort($0) < TextKeys.sort($1) } == alphabet)
    }

    @Test(arguments: [
        ("İsmayılova", "ismayilova"), ("ISMAYILOVA", "ismayilova"), ("Şəfəq", "sefeq"), ("Çıraqov", "ciraqov"),
        ("Üzeyir Öğuz", "uzeyir oguz"), ("I\u{307}smay\u{131}l", "ismayil"),
    ])
    func `finds names by plain letters`(name: String, key: String) {
        #expect(TextKeys.search(name) == key)
    }

    @Test func `takes a shorter name before a longer one, and a blank before any letter`() {
        let names = ["Əli", "Əli Aydın", "Əlibəyli", "Əliyev"]

        #expect(names.reversed().sorted { TextKeys.sort($0) < TextKeys.sort($1) } == names)
    }

    @Test(arguments: [("  Elektron   İmza ", "elektron imza"), ("ELEKTRON IMZA", "elektron ımza")])
    func `compares typed answers without case and blanks`(typed: String, folded: String) {
        #expect(TextKeys.folded(typed) == folded)
    }
}
