import Courseware
import Foundation
import Testing

/// A change that breaks the small content, and what must be said about it.
struct Fault: CustomTestStringConvertible, Sendable {
    let file: String
    let old: String
    let new: String
    /// A text of the line that must be named; nothing where the file itself is at fault.
    let at: String?
    let message: String
    let mend: String
    var severity = ContentProblem.Severity.error
    /// The file that must be named, when it is not the changed one.
    var named: String?

    var testDescription: String { "\(file): \(message)" }
}

private let framework = "courses/framework.yml"
private let certifications = "courses/certifications.yml"
private let roles = "courses/job-roles.yml"
private let glossary = "courses/glossary.yml"
private let course = "courses/data-one/course.yml"
private let lesson = "courses/data-one/az/01-begin.md"
private let bank = "question-banks/4.2.yml"
private let figure = "courses/data-one/files/scheme.svg"

private func fault(
    _ file: String, _ old: String, _ new: String, at: String?, _ message: String, _ mend: String,
    _ severity: ContentProblem.Severity = .error, named: String? = nil
) -> Fault {
    Fault(
        file: file, old: old, new: new, at: at, message: message, mend: mend, severity: severity, named: named)
}

private let frameworkFaults = [
    fault(framework, "source:", "sorce:", at: "sorce:", "unknown key `sorce`", "did you mean `source`?"),
    fault(framework, "source: Our own.\n", "", at: "name:", "has no `source`", "add `source: …`"),
    fault(framework, "source: Our own.", "source:", at: "source:", "`source` has no value", "write `source: …`"),
    fault(framework, "cut: 1.0", "cut: 0.0", at: "id: 3", "does not rise above 0.0", "rise strictly"),
    fault(
        framework, "difficulty: 0.5", "difficulty: -0.5", at: "id: 3", "difficulty -0.5 does not rise", "rise strictly"),
    fault(framework, "cut: 1.0", "cut: 9", at: "id: 3", "`cut` is 9", "from -6.0 to 6.0"),
    fault(framework, "cut: 1.0", "cut: \"1,0\"", at: "id: 3", "`cut` is not a number", "write a point, not a comma"),
    fault(framework, "cut: 1.0", "cut: .nan", at: "id: 3", "`cut` is not a number", "digits"),
    fault(framework, "{id: 3,", "{id: 7,", at: "id: 7", "`id` is 7", "from 3 to 3"),
    fault(
        framework, "discrimination: 1.2", "discrimination: 0", at: "scale:", "`discrimination` is 0", "from 0.2 to 4"),
    fault(framework, "priorSD: 1.0", "priorSD: 99", at: "scale:", "`priorSD` is 99", "from 0.1 to 5"),
    fault(
        framework, "id: \"4.2\"", "id: \"4.1\" # again", at: "# again", "competency `4.1` stands twice", "id of its own"
    ),
    fault(
        framework, "id: 4.2.b", "id: 4.2.a", at: "text: {az: Verir", "statement `4.2.a` stands twice", "id of its own"),
    fault(framework, "id: \"4.1\"", "id: \"4 1\"", at: "4 1", "`4 1` is no id", "small letters"),
    fault(framework, ", ru: Безопасность", "", at: "Safety", "`name` has no Russian text", "add `ru: …`"),
    fault(framework, "[-1.5, 0.0, 1.0, 2.5]", "[-1.5, 0.0, 1.0]", at: "cuts:", "`cuts` has 3 cuts", "4 to 4"),
    fault(
        framework, "[-1.5, 0.0, 1.0, 2.5]", "[-1.5, 0.0, 0.0, 2.5]", at: "cuts:", "does not rise above 0.0", "strictly"),
    fault(
        framework, "3: [{az: Öyrədir., en: Teaches.}]", "", at: "1: [{az: Bağlayır", "`levels` has no `3`",
        "add `3: [{az: …, en: …}]`"),
    fault(
        framework, "{az: Yeniləyir., en: Updates.}", "{az: Yeniləyir.}", at: "Yeniləyir",
        "level 2[2] has no English text",
        "add `en: …`"),
    fault(
        framework, "4: [{az: Qurur., en: Builds.}]", "4: []", at: "4: []", "level 4 has 0 statements", "give it 1 to 8"),
    fault(
        framework, "{az: Seçir., en: Chooses.}", "{az: Soruşur., en: Asks.}", at: "3: [{az: Soruşur",
        "level 3[1] says what another level says", "beyond it"),
    fault(
        framework, "4: [{az: Qurur., en: Builds.}]", "5: [{az: Qurur., en: Builds.}]", at: "5: [", "unknown key `5`",
        "known here: 1, 2, 3, 4"),
    fault(
        framework, "source: Our own.", "source: Our own.\nsource: Theirs.", at: "source: Our", "`source` stands twice",
        "keep one"),
    fault(framework, "source: Our own.", "source: [", at: "id: 1", "YAML cannot be read", "quotes"),
    fault(framework, "source: Our own.", "\tsource: x", at: "\tsource", "YAML cannot be read", "indentation"),
    fault(framework, "source: Our own.", "source: &a x\nx: *a", at: "*a", "anchor and alias", "both places"),
    fault(
        framework, "source: Our own.", "source: x\u{202E}y", at: "x\u{202E}y", "hidden character U+202E", "delete it"),
    fault(framework, "source: Our own.", "source: \"x\\u0007y\"", at: "source", "hidden character U+0007", "delete it"),
]

private let certificationFaults = [
    fault(
        certifications, "{competency: \"4.2\", level: 2}", "{competency: \"4.9\", level: 2}", at: "4.9",
        "`4.9` is not in the framework", "did you mean"),
    fault(
        certifications, "{competency: \"4.2\", level: 2}", "{competency: \"4.2\", level: 5}", at: "level: 5",
        "`level` is 5", "from 1 to 4"),
    fault(
        certifications, "{competency: \"4.2\", level: 2}", "{competency: \"4.1\", level: 2}",
        at: "- {competency: \"4.2\", level: 1", "`data` requires competency 4.1", "add a rule"),
    fault(
        certifications, "minimumLength: 3", "minimumLength: 5", at: "minimumLength", "`minimumLength` is 5",
        "from 1 to 4"),
    fault(certifications, "minutes: 10", "minutes: 0", at: "minutes: 0", "`minutes` is 0", "from 1 to 480"),
    fault(certifications, "minutes: 10", "minutes: ten", at: "minutes: ten", "`minutes` is not a number", "digits"),
    fault(
        certifications, "minutes: 10", "minutes: 10\n      cut: 11", at: "cut: 11", "`cut` is 11", "from -6.0 to 6.0"),
    fault(
        certifications, "level: 1, minimum: 1", "level: 1, minimum: 2", at: "minimum: 2, maximum: 2",
        "`data` needs 2 exam questions of competency 4.2, level 1, 1 can be had", "write 1 more"),
    fault(
        certifications, "length: 4", "length: 9", at: "level: 1, minimum",
        "`data` needs 9 exam questions in all, 4 can be had", "raise the maximums"),
    fault(
        certifications, "minimum: 1, maximum: 2", "minimum: 2, maximum: 1", at: "maximum: 1}", "`maximum` is 1",
        "from 2 to"),
    fault(
        certifications, "validMonths: 24", "validMonths: 0", at: "validMonths", "`validMonths` is 0", "from 1 to 120"),
    fault(certifications, "mostPerYear: 3", "mostPerYear: 0", at: "mostPerYear", "`mostPerYear` is 0", "from 1"),
    fault(
        certifications, "courses: [data-one]", "courses: [data-on]", at: "courses:", "no course `data-on`",
        "did you mean `data-one`?"),
    fault(certifications, "id: data\n", "id: Data 1\n", at: "id: Data 1", "`Data 1` is no id", "small letters"),
    fault(
        certifications, "certifications:", "certification:", at: "certification:", "unknown key `certification`",
        "did you mean `certifications`?"),
    fault(certifications, "en: Is able to.", "en: Is able, to.", at: "Is able", "ends at a comma", "quotes"),
    fault(roles, "\"4.1\": 1", "\"4.7\": 1", at: "4.7", "`4.7` is not in the framework", "did you mean"),
    fault(roles, "\"4.1\": 1", "\"4.1\": high", at: "needs:", "`4.1` is not a number", "digits"),
    fault(
        roles, "[data-one, data-two]", "[data-one, data-too]", at: "path:", "no course `data-too`",
        "did you mean `data-two`?"),
    fault(
        roles, "[data-one, data-two]", "[data-two, data-one]", at: "path:",
        "`data-two` requires `data-one`, which does not stand before it", "put `data-one` before it"),
    fault(
        roles, "[data-one, data-two]", "[data-one, data-one]", at: "path:", "`data-one` stands twice in the path",
        "keep it"),
    fault(
        roles, "[data-one, data-two]", "[data-one]", at: "path:",
        "the path does not teach 4.1, the job role needs level 1", "add the course `data-two`", .warning),
    fault(
        "courses/data-two/course.yml", "{\"4.1\": 1}", "{\"4.2\": 1}", at: "path:",
        "`data-two` leads less far in 4.2 than `data-one` before it", "put it before `data-one`", named: roles),
    fault(roles, "id: clerk", "id: clerk\n  - id: clerk", at: "  - id: clerk", "no `name`", "add `name: {az: …"),
]

private let glossaryFaults = [
    fault(glossary, ", ru: файл", "", at: "name: {az: fayl", "`name` has no Russian text", "add `ru: …`"),
    fault(glossary, "id: file", "id: data # again", at: "# again", "`data` stands twice", "id of its own"),
    fault(
        glossary, "name: {az: fayl,", "name: {az: Fərdi Məlumat,", at: "Fərdi Məlumat",
        "`Fərdi Məlumat` stands for the terms data and file (az)", "make one term"),
    fault(
        glossary, "[private data]", "[file]", at: "name: {az: fayl", "`file` stands for the terms data and file (en)",
        "make one term"),
    fault(glossary, "en: Data that is kept.", "en: \"\"", at: "Yazılmış", "`explanation` in English is empty", "write"),
    fault(
        glossary, "en: Data that is kept.", "en: Data. It is kept.", at: "Yazılmış", "more than one sentence in `en`",
        "semicolon", .warning),
    fault(glossary, "link: false", "link: no", at: "link: no", "neither true nor false", "`true` or `false`"),
    fault(
        glossary, "also: {en: [private data]}", "also: {ru: [x]}", at: "also:", "unknown key `ru`", "known here: az, en"
    ),
    fault(
        lesson, "[Növbəti](02-go-on.md)", "[Növbəti](glossary:fiel)", at: "Növbəti", "there is no term `fiel`",
        "did you mean `file`?"),
    fault(
        bank, "Which is **right**?", "Which [file](glossary:file)?", at: "Which [file]",
        "a link to the glossary stands outside a lesson", "without a link"),
]

private let courseFaults = [
    fault(
        course, "minutes: 12", "minutes: 13", at: "minutes: 13", "says 13 minutes, its lessons take 12",
        "write `minutes: 12`"),
    fault(course, "open: true", "open: yes", at: "open: yes", "neither true nor false", "`true` or `false`"),
    fault(
        course, "teaches: {\"4.2\": 2}", "teaches: {\"5.2\": 2}", at: "5.2", "`5.2` is not in the framework",
        "did you mean `4.2`?"),
    fault(course, "teaches: {\"4.2\": 2}", "teaches: {}", at: "teaches", "names no competency", "write {\"4.2\": 2}"),
    fault(
        course, "teaches: {\"4.2\": 2}", "teaches: {\"4.1\": 1}", at: nil, "not among those that the course teaches",
        "add it to `teaches`", .warning, named: lesson),
    fault(
        course, "prerequisites: []", "prerequisites: [data-tow]", at: "data-tow", "no course `data-tow`",
        "did you mean `data-two`?"),
    fault(
        course, "prerequisites: []", "prerequisites: [data-two]", at: "prerequisites",
        "requires itself through `data-two`", "break the circle"),
    fault(
        course, "prerequisites: []", "prerequisites: [data-one]", at: "prerequisites",
        "requires itself through `data-one`", "break the circle"),
    fault(
        course, "{az: Birinci, en: First}", "{az: Birinci}", at: "title:", "`title` has no English text", "add `en: …`"),
    fault(
        course, "{az: Birinci, en: First}", "{az: \" \", en: First}", at: "title:", "`title` in Azerbaijani is empty",
        "write the text"),
    fault(course, "{az: Birinci, en: First}", "First", at: "title:", "`title` is not translated", "{az: …, en: …}"),
    fault(course, "{az: Birinci, en: First}", "{az: [Birinci], en: First}", at: "title:", "is not a text", "quotes"),
    fault(lesson, "title: Başlanğıc\n", "", at: "minutes: 5", "front matter has no `title`", "add `title: …`"),
    fault(
        lesson, "title: Başlanğıc", "title: Başlanğıc\ntilte: x", at: "tilte", "unknown key `tilte`",
        "did you mean `title`?"),
    fault(
        lesson, "competency: \"4.2\"", "competency: \"4.22\"", at: "4.22", "`4.22` is not in the framework",
        "did you mean"),
    fault(
        lesson, "minutes: 5", "minutes: 6", at: "---", "not those of the Azerbaijani lesson", "the same in both",
        named: "courses/data-one/en/01-begin.md"),
    fault(lesson, "---\ntitle", "title", at: "title", "no front matter", "begin with a line ---"),
    fault(
        lesson, "02-go-on.md", "02-go-no.md", at: "02-go-no", "`02-go-no.md` leads nowhere",
        "did you mean `02-go-on.md`?"),
    fault(lesson, "data-two/az", "data-twoo/az", at: "data-twoo", "leads nowhere", "did you mean `data-two`?"),
    fault(
        lesson, "02-go-on.md", "javascript:alert(1)", at: "javascript", "a link leads to `javascript:alert(1)`", "https"
    ),
    fault(lesson, "02-go-on.md", "/certificates", at: "/certificates", "begins with /", "path from this file"),
    fault(lesson, "02-go-on.md", "../../../../etc/passwd", at: "passwd", "leads nowhere", "a lesson or a figure"),
    fault(
        lesson, "../files/scheme.svg", "../files/schema.svg", at: "schema.svg",
        "image `../files/schema.svg` is not there", "did you mean `scheme.svg`?"),
    fault(lesson, "![Sxem]", "![]", at: "![]", "no description", "what it shows"),
    fault(
        lesson, "../files/scheme.svg", "https://example.org/x.svg", at: "example.org", "no file of the course", "files/"
    ),
    fault(lesson, "4.2-001", "4.2-099", at: "4.2-099", "no question 4.2-099", "did you mean"),
    fault(lesson, "4.2-001", "4.2-002", at: "4.2-002", "4.2-002 is an exam question", "use: practice"),
    fault(
        lesson, "4.2-001", "4.2-006", at: "4.2-001", "checks are not those of the Azerbaijani", "4.2-006",
        named: "courses/data-one/en/01-begin.md"),
    fault(lesson, "4.2-001", "four two", at: "```check", "`check` names no question", "such as 4.2-003"),
    fault(lesson, "```check", "```chek", at: "```chek", "block `chek` is not known", "did you mean `check`?"),
    fault(
        lesson, "```check", "```note\n```check", at: "```check", "`check` stands inside another block",
        "between the paragraphs"),
    fault(lesson, "Salam.", "# Salam\n\n", at: "# Salam", "heading of the first level", "begin headings with ##"),
    fault(lesson, "Salam.", "## S\n\n#### Salam\n\n", at: "#### Salam", "skips a level", "use ###", .warning),
    fault(lesson, "Salam.", "Salam <b>dünya</b>", at: "<b>", "HTML is shown as text", "backticks", .warning),
    fault(lesson, "Son.", "```table\n| a | b |\n| 1 | 2 |\n```", at: "```table", "no caption", "caption: …"),
    fault(
        lesson, "Son.", "```table\ncaption: C\n| a | b |\n| 1 | 2 | 3 |\n```", at: "| 3 |", "3 cells, the head 2", "\\|"
    ),
    fault(
        lesson, "Son.", "```table\ncaption: C\n| a | b |\nc, d\n| 1 | 2 |\n```", at: "c, d", "no row of the table",
        "with |"),
    fault(
        lesson, "Son.", "```table\ncaption: C\n| a | b |\n```", at: "```table", "no rows", "a head and at least one row"
    ),
    fault(
        lesson, "Son.", "````note\n```warning\nx\n```\n````", at: "```warning", "call-out stands inside another",
        "end the outer"),
    fault(
        lesson, "Son.", "> ```check\n> 4.2-006\n> ```", at: "> ```check", "stands inside another block",
        "between the paragraphs"),
    fault(lesson, "Son.", "```check\n  4.2-001\n```", at: "  4.2-001", "asks 4.2-001 twice", "another question"),
    fault(lesson, "Son.", "Son\u{200B}\u{7}.", at: "Son", "hidden character U+0007", "delete it"),
]

private let bankFaults = [
    fault(bank, "competency: \"4.2\"", "competency: \"4.1\"", at: "competency:", "file is called 4.2.yml", "4.1.yml"),
    fault(
        bank, "id: 4.2-002", "id: 4.2-001", at: nil,
        "question 4.2-001 stands twice, first in question-banks/4.2.yml line 3", "a number that no question"),
    fault(bank, "id: 4.2-002", "id: 4.2-2", at: "4.2-2", "`4.2-2` has not the form", "4.2-<three digits>"),
    fault(bank, "type: single", "type: singel", at: "singel", "`type` is `singel`", "did you mean `single`?"),
    fault(bank, "type: numeric", "type: essay", at: "essay", "`type` is `essay`", "one of single, multiple"),
    fault(
        bank, "use: practice\n    level: 1", "use: both\n    level: 1", at: "use: both", "`use` is `both`",
        "one of practice, exam"),
    fault(bank, "level: 4", "level: 0", at: "level: 0", "`level` is 0", "from 1 to 4"),
    fault(
        bank, "level: 4\n    measures: 4.2.a", "level: 4\n    measures: 4.1.a", at: "4.1.a",
        "`4.1.a` does not belong to competency 4.2", "did you mean `4.2.a`?"),
    fault(
        bank, "answer: false", "tolerance: 3\n    answer: false", at: "tolerance: 3", "unknown key `tolerance`",
        "belongs to the type numeric"),
    fault(bank, "answer: false", "answr: false", at: "answr", "unknown key `answr`", "did you mean `answer`?"),
    fault(bank, "answer: false", "answer: maybe", at: "maybe", "neither true nor false", "write `true`"),
    fault(bank, "why: {az: Çünki., en: Because.}", "why: {az: Çünki.}", at: "Çünki", "no English text", "add `en: …`"),
    fault(
        bank, "{key: true, text: {az: Bu, en: This}}", "{text: {az: Bu, en: This}, why: {az: x, en: x}}",
        at: "- {text: {az: Bu", "0 choices have `key: true`", "exactly one"),
    fault(
        bank, "{text: {az: O, en: That}, why: {az: Yox., en: No.}}", "{text: {az: O, en: That}}", at: "az: O",
        "has no `why`", "add `why"),
    fault(
        bank, "{text: {az: O, en: That}, why", "{key: true, text: {az: O, en: That}, why", at: "az: Bu",
        "2 choices have `key: true`", "exactly one"),
    fault(
        bank, "{az: Heç nə, en: Nothing}", "{az: Heç nə, en: this}", at: "Heç nə", "same choice stands twice (`en`)",
        "different"),
    fault(
        bank, "{az: Heç nə, en: Nothing}", "{az: Heç nə, en: None of the above}", at: "Heç nə", "choices are shuffled",
        "write the choice out", .warning),
    fault(
        bank, "{az: Heç nə, en: Nothing}", "{az: \"x\\n\\ny\", en: Nothing}", at: "Nothing", "more than one paragraph",
        "one paragraph"),
    fault(
        bank, "{key: true, text: {az: b, en: b}}", "{text: {az: b, en: b}, why: {az: x, en: x}}", at: "az: a, en: a",
        "1 choices have `key: true`", "two or more"),
    fault(
        bank, "{key: false, text: {az: c, en: c}, why: {az: Yox., en: No.}}\n      - {text",
        "{key: true, text: {az: c, en: c}}\n      - {key: true, text", at: "az: a, en: a",
        "every choice has `key: true`", "a wrong one"),
    fault(
        bank, "      - {text: {az: d, en: d}, why: {az: Yox., en: No.}}\n", "", at: "az: a, en: a",
        "`choices` has 3 choices", "4 to 7"),
    fault(
        bank, "accept: {az: [parol, şifrə], en: [password]}", "accept: {az: [parol], en: []}",
        at: "accept: {az: [parol]", "in English has 0 answers", "1 to 50"),
    fault(
        bank, "accept: {az: [parol, şifrə], en: [password]}", "accept: {az: parol, en: [password]}",
        at: "accept: {az: parol", "in Azerbaijani is not a list", "after `- `"),
    fault(bank, "value: 30", "value: thirty", at: "thirty", "`value` is not a number", "digits"),
    fault(bank, "tolerance: 0.5", "tolerance: -1", at: "tolerance: -1", "`tolerance` is -1", "from 0.0"),
    fault(
        bank, "unit: {az: gün, en: days}", "unit: gün", at: "unit: gün", "`unit` is not translated", "{az: …, en: …}"),
    fault(
        bank, "{az: iki, en: two}", "{az: bir, en: two}", at: "en: two", "same thing stands twice (`az`)", "different"),
    fault(bank, "      - {az: iki, en: two}\n", "", at: "az: bir", "`order` has 2 things", "3 to 6"),
    fault(
        bank, "right: {az: b, en: b}", "right: {az: a, en: b}", at: "right: {az: a, en: b}",
        "same right side stands twice", "different"),
    fault(
        bank, "en: \"[[1]] and [[2]].\"", "en: \"[[1]] and [[1]].\"", at: "[[1]] and [[1]]",
        "holds [[1]] [[1]] in `en`", "[[1]] to [[2]] once"),
    fault(
        bank, "{az: Doğrudur., en: It is so.}", "{az: \"[[1]]\", en: It is so.}", at: "[[1]]\", en: It",
        "the question has 0 blanks", "fill-in"),
    fault(bank, "exhibit: letter", "exhibit: leter", at: "leter", "no exhibit `leter`", "did you mean `letter`?"),
    fault(bank, "exhibit: letter\n", "source_: x\n", at: "source_", "unknown key `source_`", "did you mean `source`?"),
    fault(
        bank, "    exhibit: letter\n", "", at: nil, "no question shows the exhibit `letter`", "exhibit:", .warning,
        named: "question-banks/exhibits/letter.az.md"),
    fault(
        bank, "Which are right?", "Which <i>are</i> right?", at: "Which <i>", "HTML is shown as text", "backticks",
        .warning),
    fault(bank, "Which are right?", "![x](x.svg)", at: "![x]", "image `x.svg` is not there", "a lesson or a figure"),
    fault(
        bank, "feedback: {az: Öyrənin., en: Learn.}\n  - id: 4.2-002", "- id: 4.2-002", at: "- id: 4.2-002",
        "YAML cannot be read", "indentation"),
]

private let figureFaults = [
    fault(
        figure, "<!-- a box -->", "<script>alert(1)</script>", at: "<script>", "<script> may not stand",
        "shapes and texts"),
    fault(figure, "<!-- a box -->", "<style>*{}</style>", at: "<style>", "<style> may not stand", "shapes"),
    fault(
        figure, "<!-- a box -->", "<foreignObject/>", at: "<foreignObject", "<foreignObject> may not stand", "shapes"),
    fault(figure, "<!-- a box -->", "<image href=\"x.png\"/>", at: "<image", "<image> may not stand", "shapes"),
    fault(figure, "<!-- a box -->", "<a href=\"#x\"/>", at: "<a ", "<a> may not stand", "shapes"),
    fault(figure, "<!-- a box -->", "<set attributeName=\"href\"/>", at: "<set", "<set> may not stand", "shapes"),
    fault(figure, "<rect ", "<rect onload=\"x()\" ", at: "onload", "`onload` would run a script", "delete"),
    fault(figure, "<rect ", "<rect OnClick=\"x()\" ", at: "OnClick", "`OnClick` would run a script", "delete"),
    fault(figure, "<rect ", "<rect style=\"fill:red\" ", at: "style", "`style` may not stand", "attributes"),
    fault(
        figure, "href=\"#g\"", "href=\"https://example.org/x.svg#g\"", at: "<use", "fetches `https://example.org",
        "href=\"#id\""),
    fault(
        figure, "href=\"#g\"", "href=\"java&#x73;cript:alert(1)\"", at: "<use", "fetches `javascript:", "href=\"#id\""),
    fault(figure, "url(#g)", "url( 'https://example.org')", at: "<rect", "`fill` fetches from outside", "url(#id)"),
    fault(
        figure, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>", "<!DOCTYPE svg [<!ENTITY x \"y\">]>", at: "DOCTYPE",
        "declaration", "plain SVG"),
    fault(figure, " viewBox=\"0 0 320.5 200\"", "", at: nil, "no view box", "viewBox=", named: figure),
    fault(figure, "320.5 200", "0 nan", at: "viewBox", "view box is", "up to 10000"),
    fault(figure, "</svg>", "", at: nil, "<svg> is not closed", "add </svg>"),
    fault(figure, "<title>", "<title>x & y", at: "x & y", "a bare &", "&amp;"),
    fault(figure, "&amp;", "&nbsp;", at: "<title>", "`&nbsp;` is not known", "itself"),
    fault(figure, "<svg xmlns=\"http://www.w3.org/2000/svg\"", "<html", at: "<html", "begins with <html>", "plain SVG"),
    fault(
        figure, "</svg>", "</svg><svg xmlns=\"http://www.w3.org/2000/svg\"/>", at: "</svg>", "second root", "one <svg>"),
    fault(figure, "<rect ", "<rect width=\"1\" ", at: "<rect", "`width` stands twice", "keep one"),
]

struct ContentFaultTests {
    @Test(arguments: frameworkFaults + certificationFaults + glossaryFaults + courseFaults + bankFaults + figureFaults)
    func `a fault is named with its line and its mend`(_ fault: Fault) throws {
        let small = SmallContent().changing(fault.old, to: fault.new, in: fault.file)
        #expect(small.files[fault.file] != SmallContent().files[fault.file], "the change changes nothing")
        let (content, problems) = try small.load()
        let file = fault.named ?? fault.file
        let line = fault.at.flatMap { small.line(of: $0, in: file) }
        if let text = fault.at { #expect(line != nil, "no line holds \(text)") }

        let found = problems.contains { problem in
            problem.file == file && (fault.at == nil || problem.line == line || line == nil)
                && problem.severity == fault.severity && problem.message.contains(fault.message)
                && problem.mend.contains(fault.mend)
        }
        #expect(found, "\(file):\(line ?? 0) not among:\n\(problems.map(\.description).joined(separator: "\n"))")
        #expect((content == nil) == problems.contains { $0.severity == .error })
        #expect((content == nil) == (fault.severity == .error))
    }

    @Test(arguments: [
        ("courses/data-one/en/02-go-on.md", "missing in this language"),
        ("courses/data-two/course.yml", "has no course.yml"),
        ("courses/framework.yml", "cannot be read"),
        ("courses/job-roles.yml", "cannot be read"),
        ("question-banks/exhibits/letter.en.md", "lacks this file"),
    ])
    func `a missing file is named`(_ file: String, _ message: String) throws {
        let (content, problems) = try SmallContent().writing(nil, to: file).load()

        #expect(content == nil)
        #expect(problems.contains { $0.file == file && $0.message.contains(message) }, "\(problems)")
    }

    @Test(arguments: [
        ("courses/data-one/files/photo.png", "x", "no SVG drawing"),
        ("courses/data-one/files/Big Name.svg", "x", "no SVG drawing"),
        ("courses/data-one/files/empty.svg", "", "no SVG"),
        ("courses/data-one/az/notes.txt", "x", "no lesson"),
        ("courses/data-one/az/02-again.md", "---\ntitle: x\nminutes: 1\n---\nx", "same number"),
        ("courses/data-one/az/03-long.md", String(repeating: "söz ", count: 20_000), "larger than 64 KB"),
        ("courses/data-one/files/big.svg", String(repeating: " ", count: 204_801), "larger than 200 KB"),
        ("courses/Bad Slug/course.yml", "x: y", "no slug"),
        ("question-banks/exhibits/letter.ru.md", "x", "no exhibit"),
        ("question-banks/9.9.yml", "competency: \"9.9\"\nquestions: []", "not in the framework"),
        ("courses/empty/course.yml", "", "the file is empty"),
    ])
    func `a file that should not be there is named`(_ file: String, _ text: String, _ message: String) throws {
        let (content, problems) = try SmallContent().writing(text, to: file).load()

        #expect(content == nil)
        #expect(problems.contains { $0.file.hasPrefix(file.prefix(16)) && $0.message.contains(message) }, "\(problems)")
    }

    @Test func `a stray file is a warning`() throws {
        let (content, problems) = try SmallContent().writing("x", to: "courses/frameworks.yml").load()

        #expect(content != nil)
        #expect(
            problems.map(\.description) == [
                "courses/frameworks.yml: warning: the file is not read — did you mean `framework.yml`?"
            ])
    }

    @Test func `an exam question that practice asks too is named`() throws {
        let bankText = try #require(SmallContent().files[bank])
        let start = try #require(bankText.range(of: "  - id: 4.2-003")).lowerBound
        let end = try #require(bankText.range(of: "  - id: 4.2-004")).lowerBound
        let twin = bankText[start..<end].replacingOccurrences(of: "4.2-003", with: "4.2-010")
            .replacingOccurrences(of: "use: exam", with: "use: practice")
        let small = SmallContent().writing(bankText + "\n" + twin, to: bank)
        let (content, problems) = try small.load()

        #expect(content == nil)
        #expect(problems.map(\.line) == [small.line(of: "id: 4.2-003", in: bank)])
        #expect(problems.first?.message == "the exam question 4.2-003 is the practice question 4.2-010 again")
    }

    @Test func `one fault does not make others up`() throws {
        let small = SmallContent().changing("{az: Birinci, en: First}", to: "{az: Birinci}", in: course)
            .changing("type: single", to: "type: singel", in: bank)
        let (_, problems) = try small.load()

        #expect(problems.count == 2, "\(problems)")
    }

    @Test func `a file with thousands of faults is cut short`() throws {
        let many = "jobRoles:\n" + String(repeating: "  - {x: 1}\n", count: 5000)
        let (_, problems) = try SmallContent().writing(many, to: roles).load()

        #expect(problems.count == 200)
        #expect(problems.contains { $0.message.contains("more faults than are shown") })
    }
}
