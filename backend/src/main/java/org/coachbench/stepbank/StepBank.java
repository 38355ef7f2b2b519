package org.coachbench.stepbank;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.coachbench.access.AccessPolicy.BankOwner;
import org.jspecify.annotations.Nullable;

/** A set of steps for an audience, as people read it. */
record StepBank(
    String id,
    String title,
    Audience audience,
    BankOwner owner,
    @Nullable String schoolId,
    @Nullable String licence,
    List<Module> modules
) {
    static final String ID_PREFIX = "bank_";
    private static final String SHARED_ID_PREFIX = ID_PREFIX + "shared-";

    enum Audience {
        TEACHERS,
        MENTORS,
    }

    record Module(String id, String title, @Nullable Strand strand, @Nullable Integer theme, int stepCount) {
        static final String ID_PREFIX = "module_";
    }

    /** The banks that schools share, one for each audience, with the modules of the programme. */
    static List<StepBank> shared(List<StepBank> shipped) {
        return shipped
            .stream()
            .map(bank ->
                new StepBank(
                    SHARED_ID_PREFIX + bank.audience().name().toLowerCase(Locale.ROOT),
                    bank.audience() == Audience.TEACHERS ? "Shared by schools" : "Shared by schools, for mentors",
                    bank.audience(),
                    BankOwner.SHARED,
                    null,
                    bank.licence(),
                    bank.modules()
                )
            )
            .toList();
    }

    static StepBank of(SchoolBank bank, StepBank shipped) {
        var modules = Stream.concat(shipped.modules().stream(), bank.ownModules().stream()).toList();
        return new StepBank(
            bank.id(),
            bank.title(),
            bank.audience(),
            BankOwner.SCHOOL,
            bank.schoolId(),
            bank.licence(),
            modules
        );
    }
}
