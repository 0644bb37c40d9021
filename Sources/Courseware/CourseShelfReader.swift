/// Finds out which files each course has, before any of them is read: any may link to any.
struct CourseShelfReader {
    private static let topFiles: Set = [
        "framework.yml", "certifications.yml", "job-roles.yml", "glossary.yml", "README.md",
    ]

    let courses: Folder
    let log: ProblemLog

    func read() -> CourseShelf {
        for file in courses.files where !Self.topFiles.contains(file) {
            log.warning(
                Place(file: courses.file(file)), "the file is not read",
                mend: mend(for: file, among: Self.topFiles, otherwise: "delete it"))
        }
        var filesByCourse: [String: CourseShelf.Files] = [:]
        for slug in courses.folders {
            guard ContentName.isSlug(slug) else {
                log.error(
                    Place(file: courses.file(slug)), "the folder's name is no slug",
                    mend: "use small letters, digits and hyphens")
                continue
            }
            filesByCourse[slug] = files(of: courses.folder(slug))
        }
        return CourseShelf(filesByCourse: filesByCourse)
    }

    private func files(of course: Folder) -> CourseShelf.Files {
        let known = ["az", "en", "files", "course.yml"]
        for stray in course.folders + course.files where !known.contains(stray) {
            log.warning(
                Place(file: course.file(stray)), "this is not read",
                mend: mend(for: stray, among: known, otherwise: "delete it"))
        }
        var files = CourseShelf.Files()
        for language in ["az", "en"] {
            let folder = course.folder(language)
            for file in folder.files {
                let name = String(file.dropLast(3))
                if file.hasSuffix(".md"), ContentName.isLesson(name) {
                    files.lessons.insert(name)
                } else {
                    log.error(
                        Place(file: folder.file(file)), "the file is no lesson",
                        mend: "call it 01-small-letters-and-hyphens.md, or delete it")
                }
            }
        }
        let folder = course.folder("files")
        for file in folder.files {
            files.figureNames.insert(file)
            if let figure = figure(file, in: folder) { files.figures[file] = figure }
        }
        return files
    }

    private func figure(_ file: String, in folder: Folder) -> Figure? {
        guard ContentName.isFigure(file) else {
            log.error(
                Place(file: folder.file(file)), "the file is no SVG drawing",
                mend: "draw it as SVG and call it small-letters-and-hyphens.svg")
            return nil
        }
        guard let text = folder.text(of: file, most: Figure.mostBytes, log: log) else { return nil }
        do throws(SVGReader.Fault) {
            let size = try SVGReader.size(of: text)
            return Figure(bytes: Array(text.utf8), width: size.width, height: size.height)
        } catch {
            log.error(Place(file: folder.file(file), line: error.line), error.message, mend: error.mend)
            return nil
        }
    }
}
