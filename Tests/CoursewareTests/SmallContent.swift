import Courseware
import Foundation

/// A small content without faults, in a folder of its own: two courses, one bank with every type of question.
struct SmallContent {
    var files = good

    /// The same content with one text of one file changed everywhere.
    func changing(_ old: String, to new: String, in file: String) -> SmallContent {
        var changed = self
        changed.files[file] = files[file]?.replacingOccurrences(of: old, with: new)
        return changed
    }

    func writing(_ text: String?, to file: String) -> SmallContent {
        var changed = self
        changed.files[file] = text
        return changed
    }

    func load(examBanks: String? = nil) throws -> (content: Content?, problems: [ContentProblem]) {
        try inFolder { folder in
            ContentLoader.load(
                ContentFolders(
                    courses: folder + "/courses", questionBanks: folder + "/question-banks",
                    examBanks: examBanks.map { folder + "/" + $0 }))
        }
    }

    private func inFolder<Result>(_ body: (String) throws -> Result) throws -> Result {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("courseware-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        for (path, text) in files {
            let file = folder.appendingPathComponent(path)
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(text.utf8).write(to: file)
        }
        return try body(folder.path)
    }

    /// The line of the first one that holds the text.
    func line(of text: String, in file: String) -> Int? {
        files[file]?.components(separatedBy: "\n").firstIndex { $0.contains(text) }.map { $0 + 1 }
    }
}

private let good: [String: String] = [
    "courses/framework.yml": """
    name: {az: Çərçivə, en: Framework, ru: Рамка}
    source: Our own.
    levels:
      - {id: 1, name: {az: Baza, en: Basic, ru: Базовый}, cut: -1.0, difficulty: -1.5}
      - {id: 2, name: {az: Orta, en: Intermediate, ru: Средний}, cut: 0.0, difficulty: -0.5}
      - {id: 3, name: {az: Yüksək, en: Advanced, ru: Продвинутый}, cut: 1.0, difficulty: 0.5}
      - {id: 4, name: {az: Çox yüksək, en: Highly advanced, ru: Высокий}, cut: 2.0, difficulty: 1.5}
    scale: {difficultySD: 0.85, discrimination: 1.2, priorMean: 0.0, priorSD: 1.0, varianceGrowthPerMonth: 0.01}
    areas:
      - id: "4"
        name: {az: Təhlükəsizlik, en: Safety, ru: Безопасность}
        competencies:
          - id: "4.1"
            name: {az: Cihazlar, en: Devices, ru: Устройства}
            description: {az: Qoruyur., en: Protects.}
            statements:
              - {id: 4.1.a, text: {az: Kilidləyir., en: Locks.}}
            levels:
              1: [{az: Bağlayır., en: Shuts.}]
              2: [{az: Qoruyur., en: Guards.}, {az: Yeniləyir., en: Updates.}]
              3: [{az: Öyrədir., en: Teaches.}]
              4: [{az: Qurur., en: Builds.}]
          - id: "4.2"
            name: {az: Məlumat, en: Data, ru: Данные}
            description: {az: Qoruyur., en: Protects.}
            statements:
              - {id: 4.2.a, text: {az: Tanıyır., en: Recognises.}}
              - {id: 4.2.b, text: {az: Verir., en: Gives.}}
            levels:
              1: [{az: Susur., en: Is silent.}]
              2: [{az: Soruşur., en: Asks.}]
              3: [{az: Seçir., en: Chooses.}]
              4: [{az: İdarə edir., en: Governs.}]
            cuts: [-1.5, 0.0, 1.0, 2.5]
    """,
    "courses/certifications.yml": """
    certifications:
      - id: data
        name: {az: Məlumat, en: Data, ru: Данные}
        summary: {az: Bacarır., en: Is able to.}
        requires:
          - {competency: "4.2", level: 2}
        exam:
          length: 4
          minimumLength: 3
          minutes: 10
          blueprint:
            - {competency: "4.2", level: 1, minimum: 1, maximum: 2}
            - {competency: "4.2", minimum: 4, maximum: 4}
        validMonths: 24
        retake: {waitDays: 14, mostPerYear: 3}
        courses: [data-one]
    """,
    "courses/job-roles.yml": """
    jobRoles:
      - id: clerk
        name: {az: Mütəxəssis, en: Clerk, ru: Специалист}
        needs: {"4.1": 1, "4.2": 2}
        path: [data-one, data-two]
    """,
    "courses/glossary.yml": """
    terms:
      - id: data
        name: {az: fərdi məlumat, en: personal data, ru: данные}
        also: {en: [private data]}
        explanation: {az: Şəxsi tanıdır., en: It identifies a person.}
      - id: file
        name: {az: fayl, en: file, ru: файл}
        link: false
        explanation: {az: Yazılmış məlumat., en: Data that is kept.}
    """,
    "courses/data-one/course.yml": """
    title: {az: Birinci, en: First}
    summary: {az: Qısa., en: Short.}
    minutes: 12
    teaches: {"4.2": 2}
    prerequisites: []
    open: true
    """,
    "courses/data-one/az/01-begin.md": """
    ---
    title: Başlanğıc
    minutes: 5
    competency: "4.2"
    ---
    Salam. [Növbəti](02-go-on.md) və [ikinci kurs](../../data-two/az/01-only.md).

    ![Sxem](../files/scheme.svg)

    ```check
    4.2-001
    ```

    Son.
    """,
    "courses/data-one/en/01-begin.md": """
    ---
    title: Beginning
    minutes: 5
    competency: "4.2"
    ---
    Hello.

    ```check
    4.2-001
    ```

    End.
    """,
    "courses/data-one/az/02-go-on.md": "---\ntitle: Davam\nminutes: 7\n---\n## Başlıq\n\nMətn.\n",
    "courses/data-one/en/02-go-on.md": "---\ntitle: Going on\nminutes: 7\n---\n## Heading\n\nText.\n",
    "courses/data-one/files/scheme.svg": """
    <?xml version="1.0" encoding="UTF-8"?>
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320.5 200">
      <!-- a box -->
      <title>Box &amp; line</title>
      <defs><linearGradient id="g"><stop offset="0" stop-color="#0b5a62"/></linearGradient></defs>
      <rect width="100" height="50" fill="url(#g)"/>
      <use href="#g"/>
    </svg>
    """,
    "courses/data-two/course.yml": """
    title: {az: İkinci, en: Second}
    summary: {az: Qısa., en: Short.}
    minutes: 3
    teaches: {"4.1": 1}
    prerequisites: [data-one]
    open: false
    """,
    "courses/data-two/az/01-only.md": "---\ntitle: Tək\nminutes: 3\n---\nMətn.\n",
    "courses/data-two/en/01-only.md": "---\ntitle: Only\nminutes: 3\n---\nText.\n",
    "question-banks/exhibits/letter.az.md": "**Kimdən:** maliyyə\n",
    "question-banks/exhibits/letter.en.md": "**From:** finance\n",
    "question-banks/4.2.yml": """
    competency: "4.2"
    questions:
      - id: 4.2-001
        type: single
        use: practice
        level: 1
        measures: 4.2.a
        stem: {az: "Hansı **doğrudur**?", en: "Which is **right**?"}
        choices:
          - {key: true, text: {az: Bu, en: This}}
          - {text: {az: O, en: That}, why: {az: Yox., en: No.}}
          - {text: {az: Heç nə, en: Nothing}, why: {az: Yox., en: No.}}
        feedback: {az: Öyrənin., en: Learn.}
      - id: 4.2-002
        type: multiple
        use: exam
        level: 1
        measures: 4.2.b
        stem:
          az: |
            Məktuba baxın.

            Hansılar doğrudur?
          en: |
            Look at the letter.

            Which are right?
        choices:
          - {key: true, text: {az: a, en: a}}
          - {key: true, text: {az: b, en: b}}
          - {key: false, text: {az: c, en: c}, why: {az: Yox., en: No.}}
          - {text: {az: d, en: d}, why: {az: Yox., en: No.}}
        feedback: {az: Öyrənin., en: Learn.}
        exhibit: letter
        source: Law 998-IIIQ
      - id: 4.2-003
        type: true-false
        use: exam
        level: 2
        measures: 4.2.a
        stem: {az: Doğrudur., en: It is so.}
        answer: false
        why: {az: Çünki., en: Because.}
        feedback: {az: Öyrənin., en: Learn.}
      - id: 4.2-004
        type: text
        use: exam
        level: 3
        measures: 4.2.a
        stem: {az: Necə adlanır?, en: What is it called?}
        accept: {az: [parol, şifrə], en: [password]}
        feedback: {az: Öyrənin., en: Learn.}
      - id: 4.2-005
        type: numeric
        use: exam
        level: 4
        measures: 4.2.a
        stem: {az: Neçə gün?, en: How many days?}
        value: 30
        tolerance: 0.5
        unit: {az: gün, en: days}
        feedback: {az: Öyrənin., en: Learn.}
      - id: 4.2-006
        type: ordering
        use: practice
        level: 2
        measures: 4.2.b
        stem: {az: Sıralayın., en: Put in order.}
        order:
          - {az: bir, en: one}
          - {az: iki, en: two}
          - {az: üç, en: three}
        feedback: {az: Öyrənin., en: Learn.}
      - id: 4.2-007
        type: matching
        use: practice
        level: 2
        measures: 4.2.b
        stem: {az: Uyğunlaşdırın., en: Match.}
        pairs:
          - {left: {az: A, en: A}, right: {az: a, en: a}}
          - {left: {az: B, en: B}, right: {az: b, en: b}}
          - {left: {az: C, en: C}, right: {az: c, en: c}}
        feedback: {az: Öyrənin., en: Learn.}
      - id: 4.2-008
        type: fill-in
        use: practice
        level: 2
        measures: 4.2.b
        stem: {az: "[[1]] və [[2]].", en: "[[1]] and [[2]]."}
        blanks:
          - {accept: {az: [duz], en: [salt]}}
          - {accept: {az: [su], en: [water]}}
        feedback: {az: Öyrənin., en: Learn.}
    """,
]
