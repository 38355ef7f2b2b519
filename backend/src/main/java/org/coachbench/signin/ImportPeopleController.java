package org.coachbench.signin;

import static org.coachbench.api.ProblemException.orProblems;

import java.util.List;
import org.coachbench.access.Viewer;
import org.coachbench.api.Problem;
import org.coachbench.people.PeopleImport;
import org.coachbench.people.PeopleImport.ImportPeople;
import org.coachbench.people.PeopleImport.ImportReport;
import org.coachbench.people.PeopleImport.Row;
import org.coachbench.people.Person;
import org.coachbench.signin.Accounts.OneTimePassword;
import org.coachbench.spreadsheet.FileProblem;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** Registers people from a file together with their accounts. */
@Controller
class ImportPeopleController {

    private final PeopleImport imports;
    private final Accounts accounts;

    ImportPeopleController(PeopleImport imports, Accounts accounts) {
        this.imports = imports;
        this.accounts = accounts;
    }

    record ImportPeoplePayload(
        List<Row> rows,
        int added,
        int changed,
        int unchanged,
        List<NewAccount> newAccounts,
        List<FileProblem> fileProblems,
        List<Problem> problems
    ) {
        static ImportPeoplePayload of(ImportReport report, List<NewAccount> newAccounts) {
            return new ImportPeoplePayload(
                report.rows(),
                count(report, "ADDED"),
                count(report, "CHANGED"),
                count(report, "UNCHANGED"),
                newAccounts,
                report.fileProblems(),
                List.of()
            );
        }

        private static int count(ImportReport report, String effect) {
            return (int) report
                .rows()
                .stream()
                .filter(row -> row.effect().equals(effect))
                .count();
        }
    }

    record NewAccount(String name, String email, String oneTimePassword) {
        static NewAccount of(OneTimePassword given) {
            Person person = given.person();
            return new NewAccount(person.name(), person.emailAddress(), given.password());
        }
    }

    @MutationMapping
    ImportPeoplePayload importPeople(@Argument ImportPeople input, @AuthenticationPrincipal Viewer viewer) {
        return orProblems(
            () -> {
                var report = imports.read(viewer, input);
                var given = accounts.giveOneTimePasswords(report.accountHolders());
                return ImportPeoplePayload.of(report, given.stream().map(NewAccount::of).toList());
            },
            problems -> new ImportPeoplePayload(List.of(), 0, 0, 0, List.of(), List.of(), problems)
        );
    }
}
