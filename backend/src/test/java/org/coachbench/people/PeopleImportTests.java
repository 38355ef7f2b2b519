package org.coachbench.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** A file registers a school: all of it or nothing, and once however often it is imported. */
@CoachbenchTest
class PeopleImportTests {

    private static final String ANSWER =
        "rows { line name role school effect what } added changed unchanged newAccounts { name email oneTimePassword } fileProblems { line column message }";
    private static final AtomicInteger COUNT = new AtomicInteger(700_000);

    private final Staffroom staffroom;
    private final People people;
    private final Schools schools;

    PeopleImportTests(@Autowired Staffroom staffroom, @Autowired People people, @Autowired Schools schools) {
        this.staffroom = staffroom;
        this.people = people;
        this.schools = schools;
    }

    private static JsonNode send(TestClient client, School school, boolean dryRun, String... lines) {
        var input = new HashMap<String, Object>();
        if (school != null) {
            input.put("schoolId", school.id());
        }
        input.put("content", String.join("\r\n", lines));
        input.put("dryRun", dryRun);
        return new Clerk(client).done("importPeople", ANSWER, input);
    }

    private static List<String> problems(JsonNode answer) {
        var problems = new ArrayList<String>();
        answer
            .get("fileProblems")
            .forEach(problem ->
                problems.add(
                    problem.get("line").asString("") +
                        " " +
                        problem.get("column").asString("") +
                        ": " +
                        problem.get("message").asString()
                )
            );
        return problems;
    }

    private static String unique() {
        return String.valueOf(COUNT.incrementAndGet());
    }

    @Test
    void aFileRegistersASchoolAndTheSameFileAgainChangesNothing() {
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school).client();
        var n = unique();
        String[] file = {
            "Name;E-mail;TRN;Role;Started on;Finished on;Working pattern;Mentor email;Mentorship started on",
            "Ana  Lima;ana%s@example.org;1%s;ECT;01/09/2026;;part time;MEL%s@example.org;".formatted(n, n, n),
            "Mel Roy;mel%s@example.org;;ECT mentor;2026-09-03;;;;".formatted(n),
            "Bo Hart;bo%s@example.org;;early career teacher;4.9.2026;;;mel%s@example.org;05/10/2026".formatted(n, n),
        };
        var preview = send(tutor, school, true, file);
        assertThat(problems(preview)).isEmpty();
        assertThat(preview.get("added").asInt()).isEqualTo(3);
        assertThat(preview.get("newAccounts")).isEmpty();
        assertThat(preview.at("/rows/0/what").toString()).isEqualTo(
            "[\"Registered\",\"ECT from 1 September 2026\",\"Mentor: Mel Roy from 3 September 2026\"]"
        );
        assertThat(people.findByEmail("ana" + n + "@example.org")).isEmpty();

        var done = send(tutor, school, false, file);
        assertThat(done.get("newAccounts")).hasSize(3);
        var ana = people.findByEmail("ana" + n + "@example.org").orElseThrow();
        var mel = people.findByEmail("mel" + n + "@example.org").orElseThrow();
        assertThat(ana.name()).isEqualTo("Ana Lima");
        assertThat(ana.atSchool().getFirst().workingPattern()).isEqualTo(WorkingPattern.PART_TIME);
        assertThat(ana.mentors().getFirst().mentorId()).isEqualTo(mel.id());
        var account = done.at("/newAccounts/0");
        assertThat(
            staffroom
                .anybody()
                .signIn(account.get("email").asString(), account.get("oneTimePassword").asString())
                .body()
        ).contains("\"mustChangePassword\":true");

        var again = send(tutor, school, false, file);
        assertThat(again.get("unchanged").asInt()).isEqualTo(3);
        assertThat(again.get("newAccounts")).isEmpty();
        assertThat(
            people
                .findByEmail("ana" + n + "@example.org")
                .orElseThrow()
                .mentors()
        ).isEqualTo(ana.mentors());
    }

    @Test
    void mistakesAreToldByLineAndColumnWithWhatToDoAndNothingIsTaken() {
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school).client();
        var n = unique();
        var answer = send(
            tutor,
            school,
            false,
            "name,email,trn,role,started on,finished on,mentor email",
            "Ana Lima,ana%s@example.org,123,ECT,01/09/2026,,mel%s@example.org".formatted(n, n),
            "Bo Hart,bo%s@example.org,,Teacher,01/13/2026,,".formatted(n),
            "Cy Dent,cy%s@example,,Mentor,01/09/2026,31/08/2026,".formatted(n),
            "Di Egan,di%s@example.org,,ECT,01/09/2026,,mel%s@example.org".formatted(n, n),
            "Ed Fox,ed%s@example.org,,Tutor,01/09/2026,,".formatted(n)
        );
        assertThat(problems(answer)).containsExactly(
            "2 trn: A teacher reference number must include at least 5 digits.",
            "3 role: “Teacher” is not a role. Enter ECT, Mentor or Tutor.",
            "3 started on: There is no day “01/13/2026”. Enter the day first, then the month, like 14/09/2026.",
            "4 email: Enter an email address in the correct format, like name@example.com.",
            "4 finished on: This is before their first day. Enter that day or a later one.",
            "5 mentor email: Nobody with this address is registered or in this file. Correct it, or add a row for the mentor.",
            "6 role: Only an administrator appoints tutors. Ask for it, and remove this row."
        );
        assertThat(people.findByEmail("di" + n + "@example.org")).isEmpty();
    }

    @Test
    void whatContradictsTheRegisterIsToldWithTheClash() {
        var pair = staffroom.pair();
        var here = pair.school();
        var tutor = staffroom.tutorOf(here).client();
        var elsewhere = staffroom.pair();
        var next = staffroom.mentorAt(here).person();
        var ect = pair.ect().person();
        var head = "name,email,role,started on,finished on,mentor email,mentorship started on";
        assertThat(
            problems(
                send(
                    tutor,
                    here,
                    true,
                    head,
                    row(ect.name(), ect.emailAddress(), "ECT,01/10/2025,,,"),
                    row(elsewhere.ect().person().name(), elsewhere.ect().person().emailAddress(), "ECT,01/10/2025,,,"),
                    row("Somebody", elsewhere.mentor().person().emailAddress(), "Mentor,01/10/2025,,,")
                )
            )
        ).containsExactly(
            "2 started on: They are an ECT there from 1 September 2025. Enter dates outside that time.",
            "3 started on: They are an ECT at another school from 1 September 2025. Enter dates outside that time, or transfer them.",
            "4 name: They are registered otherwise, at another school. Enter name and number as they are there, or leave the number out."
        );
        assertThat(
            problems(
                send(
                    tutor,
                    here,
                    true,
                    head,
                    row(ect.name(), ect.emailAddress(), "ECT,01/09/2025,19/12/2025,,"),
                    row(ect.name(), ect.emailAddress(), "ECT,01/09/2025,," + next.emailAddress() + ","),
                    row(ect.name(), ect.emailAddress(), "ECT,01/09/2025,," + ect.emailAddress() + ","),
                    row(
                        ect.name(),
                        ect.emailAddress(),
                        "ECT,01/09/2025,," + elsewhere.mentor().person().emailAddress() + ",01/10/2025"
                    )
                )
            )
        ).containsExactly(
            "2 finished on: They are there from 1 September 2025. Enter that, or leave this empty and say under People when they leave.",
            "3 mentorship started on: They have another mentor from 1 September 2025. Enter the day on which %s begins.".formatted(
                next.name()
            ),
            "4 mentor email: Nobody mentors themself. Enter another address.",
            "5 mentor email: %s is not a mentor at this school then. Add a row for that, or correct the day.".formatted(
                elsewhere.mentor().person().emailAddress()
            )
        );
        var changed = send(
            tutor,
            here,
            false,
            head,
            row(ect.name(), ect.emailAddress(), "ECT,01/09/2025,," + next.emailAddress() + ",01/10/2025"),
            row("Another Name", pair.mentor().person().emailAddress(), "Mentor,01/09/2025,,,")
        );
        assertThat(problems(changed)).isEmpty();
        assertThat(changed.get("changed").asInt()).isEqualTo(2);
        var mentors = people.findById(ect.id()).orElseThrow().mentors();
        assertThat(mentors).extracting(Person.Mentoring::mentorId).containsExactly(pair.mentor().id(), next.id());
        assertThat(mentors.getFirst().period().finishedOn()).hasToString("2025-09-30");
    }

    private static String row(String name, String email, String rest) {
        return name + "," + email + "," + rest;
    }

    @Test
    void anAddressThatChangedIsFoundByTheNumberAndTwoPeopleAreNotTakenForOne() {
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school).client();
        var n = unique();
        var head = "name,email,trn,role,started on";
        send(tutor, school, false, head, "Ana Lima,a%s@example.org,2%s,ECT,01/09/2026".formatted(n, n));
        var moved = send(tutor, school, false, head, "Ana Lima,lima%s@example.org,2%s,ECT,01/09/2026".formatted(n, n));
        assertThat(moved.at("/rows/0/what/0").asString()).isEqualTo(
            "Email: a%s@example.org becomes lima%s@example.org".formatted(n, n)
        );
        assertThat(
            people
                .findByTrn("2" + n)
                .orElseThrow()
                .emailAddress()
        ).isEqualTo("lima" + n + "@example.org");
        assertThat(
            problems(send(tutor, school, true, head, "Bo Hart,b%s@example.org,2%s,ECT,01/09/2026".formatted(n, n)))
        ).containsExactly(
            "2 trn: This number is that of Ana Lima, lima%s@example.org. Check it, or correct both name and address under People.".formatted(
                n
            )
        );
        var other = staffroom.school();
        assertThat(
            problems(
                send(
                    staffroom.tutorOf(other).client(),
                    other,
                    true,
                    head,
                    "Bo Hart,b%s@example.org,2%s,ECT,01/09/2026".formatted(n, n)
                )
            )
        ).containsExactly("2 trn: This number is registered with another address, at another school. Check both.");
        assertThat(
            problems(
                send(
                    tutor,
                    school,
                    true,
                    head,
                    "Bo Hart,b%s@example.org,3%s,ECT,01/09/2026".formatted(n, n),
                    "Bo Heart,b%s@example.org,3%s,Mentor,01/09/2026".formatted(n, n),
                    "Cy Dent,c%s@example.org,3%s,Mentor,01/09/2026".formatted(n, n)
                )
            )
        ).containsExactly(
            "3 name: Line 2 calls them “Bo Hart”. Use one name.",
            "4 email: Line 2 has this number with another address. Use one."
        );
    }

    @Test
    void anAdministratorRegistersSchoolsWithTheirTutorsByOneFile() {
        var administrator = staffroom.administrator().client();
        var urn = unique();
        String[] file = {
            "name,email,role,school urn,school name,started on,mentor email",
            "Tess Tutor,tess%s@example.org,Induction tutor,%s,Elm Primary,01/09/2026,".formatted(urn, urn),
            "Mel Roy,melroy%s@example.org,Mentor,%s,Elm Primary,01/09/2026,".formatted(urn, urn),
            "Ana Lima,analima%s@example.org,ECT,%s,,01/09/2026,melroy%s@example.org".formatted(urn, urn, urn),
        };
        var done = send(administrator, null, false, file);
        assertThat(problems(done)).isEmpty();
        var school = schools.findByUrn(urn).orElseThrow();
        assertThat(school.name()).isEqualTo("Elm Primary");
        var tess = people.findByEmail("tess" + urn + "@example.org").orElseThrow();
        assertThat(school.tutorsOn(Staffroom.today())).containsExactly(tess.id());
        assertThat(done.get("newAccounts")).hasSize(3);
        assertThat(send(administrator, null, false, file).get("unchanged").asInt()).isEqualTo(3);

        var tutor = staffroom.tutorOf(staffroom.school()).client();
        assertThat(problems(send(tutor, null, true, file)))
            .hasSize(3)
            .allMatch(problem -> problem.contains("You are not an induction tutor of a school with this URN today."));
        var mentor = staffroom.pair().mentor().client();
        assertThat(
            new Clerk(mentor).mayNot("importPeople", Map.of("content", String.join("\n", file), "dryRun", true))
        ).isTrue();
    }

    @Test
    void aFileOfTwoThousandRowsIsTakenInTimeAndALongerOneIsRefused() {
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school).client();
        var n = unique();
        var file = IntStream.rangeClosed(1, 2001)
            .mapToObj(i ->
                i <= 100
                    ? "Mentor %d,m%d-%s@example.org,Mentor,01/09/2026,".formatted(i, i, n)
                    : "Ect %d,e%d-%s@example.org,ECT,01/09/2026,m%d-%s@example.org".formatted(i, i, n, 1 + (i % 100), n)
            )
            .toList();
        var head = "name,email,role,started on,mentor email\n";
        var tooLong = send(tutor, school, true, head + String.join("\n", file));
        assertThat(problems(tooLong)).containsExactly(" : There are more than 2,000 rows. Split the file.");
        var done = send(tutor, school, false, head + String.join("\n", file.subList(0, 2000)));
        assertThat(done.get("added").asInt()).isEqualTo(2000);
        assertThat(done.get("newAccounts")).hasSize(2000);
        assertThat(people.everAt(List.of(school.id()))).hasSize(2000);
    }

    /** People are written before their accounts: those of the first file are there, one of them without an account. */
    @Test
    void aFileWhoseImportWasCutOffIsFinishedByImportingItAgain() {
        var pair = staffroom.pair();
        var school = pair.school();
        var tutor = staffroom.tutorOf(school).client();
        var written = staffroom.ectWithoutAccount(pair.mentor(), school);
        var stranger = staffroom.pair().mentor().person();
        var n = unique();
        var head = "name,email,role,started on,mentor email";
        var done = send(
            tutor,
            school,
            false,
            head,
            row(written.name(), written.emailAddress(), "ECT,01/09/2025," + pair.mentor().person().emailAddress()),
            row("Not yet", "notyet" + n + "@example.org", "ECT,01/09/2025," + stranger.emailAddress()),
            row(stranger.name(), stranger.emailAddress(), "Mentor,01/09/2025,")
        );
        assertThat(problems(done)).isEmpty();
        assertThat(done.get("unchanged").asInt()).isEqualTo(1);
        assertThat(done.get("newAccounts").findValuesAsString("email")).containsExactly(
            written.emailAddress(),
            "notyet" + n + "@example.org"
        );
    }

    @Test
    void anEmptyFileAndOneWithoutHeadingsSayWhatToDo() {
        var school = staffroom.school();
        var tutor = staffroom.tutorOf(school).client();
        assertThat(problems(send(tutor, school, true, "name,email,role,started on"))).containsExactly(
            "1 : There are no people below the headings. Enter one in each row."
        );
        assertThat(problems(send(tutor, school, true, "Ana Lima,ana@example.org")))
            .singleElement()
            .asString()
            .contains("There is no column “email”");
        assertThat(problems(send(tutor, school, true, "name,email,rôle", "Ana,a@example.org,ECT"))).containsExactly(
            "1 rôle: There is no column “rôle”. Rename it to “role”, or remove it.",
            "1 role: There is no column “role”. Add it, and enter ECT, Mentor or Tutor.",
            "1 started on: There is no column “started on”. Add it, and enter everybody's first day at the school."
        );
    }
}
