package org.coachbench.people;

import static java.util.Comparator.comparing;
import static java.util.Objects.requireNonNull;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.security.Principal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.coachbench.access.AccessPolicy;
import org.coachbench.access.Viewer;
import org.coachbench.people.Organisation.DeliveryPartner;
import org.coachbench.people.Organisation.Trust;
import org.coachbench.people.School.Partnership;
import org.coachbench.people.SchoolFacts.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.BatchMapping;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;

/** What is asked of schools.graphqls. */
@Controller
class SchoolController {

    private static final int MOST_SCHOOLS = 500;
    private static final int MOST_ORGANISATIONS = 1000;
    private static final int MOST_APPOINTMENTS = 100;

    private final People people;
    private final Organisations organisations;
    private final SchoolRoll roll;
    private final PersonAccess access;

    SchoolController(People people, Organisations organisations, SchoolRoll roll, PersonAccess access) {
        this.people = people;
        this.organisations = organisations;
        this.roll = roll;
        this.access = access;
    }

    /** As the schema has it, which knows a partnership's days by other names than an interval does. */
    record PartnershipView(
        String deliveryPartnerId,
        String leadProvider,
        LocalDate startedOn,
        @Nullable LocalDate finishedOn
    ) {
        static PartnershipView of(Partnership partnership) {
            return new PartnershipView(
                partnership.deliveryPartnerId(),
                partnership.leadProvider(),
                partnership.period().startedOn(),
                partnership.period().finishedOn()
            );
        }
    }

    record AppointmentView(Office office, Person person, LocalDate startedOn, @Nullable LocalDate finishedOn) {}

    @SchemaMapping(typeName = "Viewer")
    List<School> figureSchools(Viewer viewer) {
        return roll
            .figuresReadBy(viewer, SchoolDay.today())
            .stream()
            .sorted(comparing(School::name))
            .limit(MOST_SCHOOLS)
            .toList();
    }

    @QueryMapping
    List<Trust> trusts(@AuthenticationPrincipal Viewer viewer) {
        return AccessPolicy.allowsReaders(viewer.administrator(), false) ? all(Trust.class) : List.of();
    }

    @QueryMapping
    List<DeliveryPartner> deliveryPartners(@AuthenticationPrincipal Viewer viewer) {
        var tutor = !viewer.administrator() && !access.tutoredSchools(viewer).isEmpty();
        return AccessPolicy.allowsPartnerNames(viewer.administrator(), tutor) ? all(DeliveryPartner.class) : List.of();
    }

    private <T extends Organisation> List<T> all(Class<T> type) {
        return organisations
            .findAll()
            .stream()
            .filter(type::isInstance)
            .map(type::cast)
            .sorted(comparing(Organisation::name))
            .limit(MOST_ORGANISATIONS)
            .toList();
    }

    @BatchMapping(typeName = "School")
    Map<School, List<Person>> headteachers(List<School> asked) {
        var today = SchoolDay.today();
        return named(asked, school -> school.headteachersOn(today));
    }

    @BatchMapping(typeName = "Trust")
    Map<Trust, List<Person>> leads(List<Trust> asked, Principal principal) {
        return readers(asked, Viewer.of(principal));
    }

    @BatchMapping(typeName = "DeliveryPartner")
    Map<DeliveryPartner, List<Person>> administrators(List<DeliveryPartner> asked, Principal principal) {
        return readers(asked, Viewer.of(principal));
    }

    private <T extends Organisation> Map<T, List<Person>> readers(List<T> asked, Viewer viewer) {
        var today = SchoolDay.today();
        return named(
            asked
                .stream()
                .filter(organisation -> access.mayReadReaders(viewer, organisation))
                .toList(),
            organisation -> organisation.readersOn(today)
        );
    }

    @BatchMapping(typeName = "School")
    Map<School, List<AppointmentView>> appointments(List<School> asked, Principal principal) {
        return appointments(asked, Viewer.of(principal), school ->
            Map.of(Office.TUTOR, school.tutors(), Office.HEADTEACHER, school.headteachers())
        );
    }

    @BatchMapping(typeName = "Trust", field = "appointments")
    Map<Trust, List<AppointmentView>> trustAppointments(List<Trust> asked, Principal principal) {
        return appointments(asked, Viewer.of(principal), trust -> Map.of(Office.TRUST_LEAD, trust.readers()));
    }

    @BatchMapping(typeName = "DeliveryPartner", field = "appointments")
    Map<DeliveryPartner, List<AppointmentView>> partnerAppointments(List<DeliveryPartner> asked, Principal principal) {
        return appointments(asked, Viewer.of(principal), partner ->
            Map.of(Office.PARTNER_ADMINISTRATOR, partner.readers())
        );
    }

    /** Those of today and later for each of those asked, with one store command; only for who appoints. */
    private <S> Map<S, List<AppointmentView>> appointments(
        List<S> asked,
        Viewer viewer,
        Function<S, Map<Office, List<Appointment>>> offices
    ) {
        if (!access.mayRegister(viewer)) {
            return Map.of();
        }
        var yesterday = SchoolDay.today().minusDays(1);
        var found = peopleById(
            asked
                .stream()
                .flatMap(one -> offices.apply(one).values().stream())
                .flatMap(List::stream)
                .map(Appointment::personId)
        );
        return asked.stream().collect(
            toMap(identity(), one ->
                offices
                    .apply(one)
                    .entrySet()
                    .stream()
                    .flatMap(office ->
                        office
                            .getValue()
                            .stream()
                            .filter(held -> held.period().goesOnAfter(yesterday) && found.containsKey(held.personId()))
                            .map(held ->
                                new AppointmentView(
                                    office.getKey(),
                                    requireNonNull(found.get(held.personId())),
                                    held.period().startedOn(),
                                    held.period().finishedOn()
                                )
                            )
                    )
                    .sorted(comparing(AppointmentView::office).thenComparing(AppointmentView::startedOn))
                    .limit(MOST_APPOINTMENTS)
                    .toList()
            )
        );
    }

    @BatchMapping(typeName = "School")
    Map<School, Trust> trust(List<School> asked) {
        return found(asked, School::trustId, Trust.class);
    }

    @BatchMapping(typeName = "Partnership")
    Map<PartnershipView, DeliveryPartner> deliveryPartner(List<PartnershipView> asked) {
        return found(asked, PartnershipView::deliveryPartnerId, DeliveryPartner.class);
    }

    @SchemaMapping(typeName = "School")
    @Nullable
    PartnershipView partnership(School school) {
        return school.partnershipOn(SchoolDay.today()).map(PartnershipView::of).orElse(null);
    }

    @SchemaMapping(typeName = "School")
    List<PartnershipView> partnerships(School school) {
        return school
            .partnerships()
            .stream()
            .map(PartnershipView::of)
            .sorted(comparing(PartnershipView::startedOn))
            .toList();
    }

    private <S, T extends Organisation> Map<S, T> found(
        List<S> asked,
        Function<S, @Nullable String> id,
        Class<T> type
    ) {
        var ids = asked.stream().map(id).filter(Objects::nonNull).distinct().toList();
        var found = ids.isEmpty()
            ? Map.<String, Organisation>of()
            : organisations.findAllById(ids).stream().collect(toMap(Organisation::id, identity()));
        var result = new HashMap<S, T>();
        for (var one : asked) {
            var itsId = id.apply(one);
            if (itsId != null && type.isInstance(found.get(itsId))) {
                result.put(one, type.cast(found.get(itsId)));
            }
        }
        return result;
    }

    /** People by name for each of those asked, with one store command, or none when there is nobody. */
    private <S> Map<S, List<Person>> named(List<S> asked, Function<S, List<String>> ids) {
        var found = peopleById(asked.stream().flatMap(one -> ids.apply(one).stream()));
        return asked
            .stream()
            .collect(
                toMap(identity(), one ->
                    ids
                        .apply(one)
                        .stream()
                        .map(found::get)
                        .filter(Objects::nonNull)
                        .sorted(comparing(Person::name))
                        .toList()
                )
            );
    }

    private Map<String, Person> peopleById(Stream<String> ids) {
        var all = ids.distinct().toList();
        return all.isEmpty() ? Map.of() : people.findAllById(all).stream().collect(toMap(Person::id, identity()));
    }
}
