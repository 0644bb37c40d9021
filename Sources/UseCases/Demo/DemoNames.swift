import AdaptiveTesting
import Organization

/// Draws Azerbaijani names: the family name in its woman's or man's form, the patronymic with *qızı* or *oğlu*.
struct DemoNames: Sendable {
    /// Sixty letters: what a table, a certificate and a phone must bear.
    static let longest = PersonName(
        family: "Hacıabdullayeva-Mirzəəlibəyzadə", given: "Məleykəxanım", patronymic: "Məhəmmədhüseyn qızı")

    private var taken: Set<PersonName> = []

    init(taken: some Sequence<PersonName>) {
        self.taken = Set(taken)
    }

    /// A name that nobody has yet.
    mutating func draw(using generator: inout SeededGenerator) -> PersonName {
        while true {
            let name = Self.anyName(using: &generator)
            if taken.insert(name).inserted { return name }
        }
    }

    private static func anyName(using generator: inout SeededGenerator) -> PersonName {
        let isWoman = generator.fraction() < 0.46
        let family = generator.element(of: families) ?? ""
        let father = generator.element(of: men) ?? ""
        // The shorter forms of family names (-zadə, -lı) are the same for women and men.
        let hasWomansForm = isWoman && (family.hasSuffix("ov") || family.hasSuffix("yev"))
        return PersonName(
            family: hasWomansForm ? family + "a" : family,
            given: generator.element(of: isWoman ? women : men) ?? "",
            patronymic: father + (isWoman ? " qızı" : " oğlu"))
    }

    private static let women = words(
        """
        Afət Aidə Arzu Aybəniz Aygün Aynur Aysel Aytən Banu Cəmilə Dilarə Elmira Elnarə Esmira Fatimə Fəridə Fidan
        Gülnar Gülşən Günay Günel Humay İradə Jalə Kəmalə Könül Lalə Ləman Leyla Mələk Məlahət Nailə Nəzakət Nəzrin
        Nərmin Nigar Nuranə Ofelya Pərvanə Rəna Ruhiyyə Rübabə Samirə Sədaqət Səbinə Sevda Sevil Sevinc Solmaz Şəbnəm
        Şəfəq Təranə Turanə Ülkər Ülviyyə Validə Vüsalə Xatirə Xəyalə Zeynəb Zəhra Zümrüd
        """)

    private static let men = words(
        """
        Akif Anar Aqil Arif Asif Azər Bəxtiyar Cavid Ceyhun Cəfər Eldar Elçin Elnur Elşən Emin Əhməd Əkbər Əli Famil
        Fərid Fuad Habil Həsən Hüseyn İbrahim İlqar İsmayıl Kamal Kənan Maqsud Murad Mübariz Namiq Natiq Nazim Nicat
        Oqtay Orxan Pərviz Qəzənfər Rafiq Ramil Rauf Rəşad Rövşən Ruslan Sabir Samir Sənan Şahin Telman Tərlan Tofiq
        Toğrul Tural Ülvi Vaqif Vasif Vüqar Xəyal Yusif Zakir Zaur
        """)

    private static let families = words(
        """
        Abbasov Abdullayev Adıgözəlov Ağayev Allahverdiyev Aslanov Axundzadə Babayev Bağırlı Bağırov Bayramov Bədəlov
        Bünyadov Cabbarov Cavadov Cəfərli Cəfərov Cəlilov Dadaşov Eyvazov Əhmədli Əhmədov Ələkbərov Ələsgərov Əliyev
        Əlizadə Əsgərli Əsgərov Əzizov Fərəcov Fərzəliyev Fətəliyev Hacıyev Hacızadə Həmidov Həsənli Həsənov
        Həsənzadə Həşimov Heydərov Hüseynli Hüseynov İbrahimov İbrahimzadə İmanov İskəndərov İsmayıllı İsmayılov
        Kamilov Kazımov Kərimli Kərimov Kərimzadə Qafarov Qasımov Qasımzadə Qədirov Qəhrəmanov Quliyev Qurbanov
        Lətifov Mahmudov Manafov Mehdiyev Mehrəliyev Məlikov Məmmədli Məmmədov Məmmədzadə Mikayılov Mirzəyev
        Muradlı Muradov Musayev Mustafayev Mürsəlov Nağıyev Namazov Nəbiyev Nəbizadə Nəcəfov Nəsirli Nəsirov Nəzərov
        Novruzov Nuriyev Oruclu Orucov Osmanov Paşayev Pənahov Pirverdiyev Ramazanov Rəcəbov Rəhimli Rəhimov Rəsulzadə
        Rüstəmov Rzayev Sadıqov Salmanov Səfərli Səfərov Səlimov Soltanov Süleymanov Şahbazov Şıxlı Şirinov Şükürov
        Tağıyev Tahirov Teymurov Umudov Vəkilov Vəliyev Verdiyev Xəlilov Xudiyev Yaqubov Yusifov Zamanov Zeynallı
        Zeynalov
        """)

    private static func words(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).map(String.init)
    }
}
