import Foundation
import Organization
import Storage
import TestSupport
import Testing

@Suite struct PeopleImportCommandTests {
    private static let header = "staff_number;family_name;given_name;job_role;unit\n"

    @Test func `a dry run writes nothing, an applied one all`() async throws {
        let program = try Program()
        defer { program.remove() }
        let data = try await WorldOnDisk(in: program)
        try program.write(
            Self.header + "VX-0101;Səfərli;Pərvanə;e-services-specialist;VX-EX\n", to: "staff.csv")

        let dry = try await program.start(["people", "import", "staff.csv"] + Program.content).ended()
        let before = try await data.people()
        let applied = try await program.start(["people", "import", "staff.csv", "--apply"] + Program.content).ended()
        let again = try await program.start(["people", "import", "staff.csv", "--apply", "--json"] + Program.content)
            .ended()

        #expect(dry.status == 0)
        #expect(dry.output.contains("line 2, VX-0101: new"))
        #expect(dry.output.contains("nothing written yet: add --apply"))
        #expect(before == 6)
        #expect(applied.status == 0)
        #expect(try await data.people() == 7)
        #expect(again.output.contains("\"unchanged\" : 1"))
    }

    @Test func `one wrong line stops the whole file and is named`() async throws {
        let program = try Program()
        defer { program.remove() }
        let data = try await WorldOnDisk(in: program)
        try program.write(
            Self.header + "VX-0101;Səfərli;Pərvanə;e-services-specialist;VX-EX\n"
                + "VX-0102;Rəhimli;Cəmilə;e-services-specialist;VX-EY\n", to: "staff.csv")

        let run = try await program.start(["people", "import", "staff.csv", "--apply"] + Program.content).ended()

        #expect(run.status == 1)
        #expect(run.errors.contains("Line 3, unit: no unit has the code “VX-EY”. Did you mean “VX-EX”?"))
        #expect(try await data.people() == 6)
    }
}
