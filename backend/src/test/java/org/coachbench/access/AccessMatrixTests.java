package org.coachbench.access;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLInputObjectType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLTypeUtil;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.coachbench.CoachbenchTest;
import org.coachbench.Staffroom;
import org.coachbench.TestClient;
import org.coachbench.coaching.Coach;
import org.coachbench.coaching.CoachingLogs;
import org.coachbench.coaching.LogEntry;
import org.coachbench.coaching.Phase;
import org.coachbench.coaching.Typist;
import org.coachbench.diagnostics.Respondent;
import org.coachbench.mail.TroubledLetters;
import org.coachbench.oversight.Tutor;
import org.coachbench.pastoral.PastoralPair;
import org.coachbench.people.Clerk;
import org.coachbench.programme.EventDesk;
import org.coachbench.rehearsal.Rehearser;
import org.coachbench.stepbank.Curator;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.graphql.execution.GraphQlSource;
import tools.jackson.databind.JsonNode;

/**
 * Asks for every field and mutation of the schema as everybody, and compares with {@code access-matrix.csv}. A field
 * without a row fails, so that nobody adds one without saying who may see it.
 */
@CoachbenchTest
class AccessMatrixTests {

    /** Null in these means "not yours". Elsewhere null is an answer. */
    private static final Set<String> GUARDED = Set.of(
        "CoachingCycle.notes",
        "CoachingCycle.comments",
        "CoachingCycle.clashes",
        "CoachingCycle.protectedLessons",
        "CoachingCycle.sessionSlots",
        "CoachingCycle.observation",
        "CoachingCycle.coachAccess",
        "CoachingCycle.reviewedSession",
        "CoachingCycle.reflection",
        "CoachingCycle.replay",
        "DeliveryPartner.administrators",
        "DeliveryPartner.appointments",
        "CoachingCycle.visits",
        "Person.email",
        "Person.trn",
        "Person.currentStep",
        "Person.mentorStep",
        "Person.coachPairings",
        "Person.coachingMeetings",
        "Person.openCycle",
        "Person.programme",
        "Person.cadence",
        "School.appointments",
        "School.attention",
        "School.keepsMeetings",
        "Person.programmeNow",
        "Person.selfStudy",
        "Person.programmeEvents",
        "Person.timetables",
        "Person.diagnostics",
        "Person.diagnosticsCompletion",
        "School.eventsToFollowUp",
        "TrainingEvent.register",
        "School.mentorships",
        "School.people",
        "School.roll",
        "Step.draft",
        "Step.proposal",
        "Step.suggestionChoices",
        "StepBank.openProposals",
        "Trust.appointments",
        "Trust.leads",
        "TutorVisit.cycle",
        "TutorVisit.feedback",
        "TutorVisit.feedbackAt",
        "TutorVisit.answer",
        "TutorVisit.answeredAt",
        "Viewer.mailDelivery"
    );

    /** How to get at a type: a query in which FIELD stands for the field, and the way to its parent in the answer. */
    private record Way(String query, String parent) {}

    private static final String CYCLE = "query ($cycle: ID!) { coachingCycle(id: $cycle) { %s } }";
    private static final String PERSON = "query ($ect: ID!) { node(id: $ect) { ... on Person { %s } } }";
    private static final String SCHOOL = "query ($school: ID!) { node(id: $school) { ... on School { %s } } }";
    private static final String ENGAGEMENT =
        "query ($school: ID!) { engagement(schoolIds: [$school], from: \"2025-09-01\", to: \"2025-12-31\") { %s } }";
    private static final String LOG = "query ($school: ID!) { coachingLog(schoolId: $school) { %s } }";
    private static final String BANK = "query ($bank: ID!) { node(id: $bank) { ... on StepBank { %s } } }";
    private static final String STEP = "query ($step: ID!) { node(id: $step) { ... on Step { %s } } }";
    private static final String EVENT = "query ($event: ID!) { node(id: $event) { ... on TrainingEvent { %s } } }";
    private static final String ORIENTATION = PERSON.formatted(
        "diagnostics { set(id: \"orientation\") { questions { %s } } }"
    );
    /** A step whose place can be better, whatever module has its time, and against which something speaks. */
    private static final String WHY =
        "query ($ect: ID!) { whyThisStep(ectId: $ect, stepId: \"step_instructions-in-three-parts\") { %s } }";
    private static final String STEPS = "{ searchSteps(first: 1) { %s } }";
    private static final String REHEARSAL = "query ($rehearsal: ID!) { rehearsal(id: $rehearsal) { %s } }";
    private static final String MAIL = "{ viewer { mailDelivery { %s } } }";
    private static final String PAIRING = "query ($pairing: ID!) { node(id: $pairing) { ... on CoachPairing { %s } } }";

    private static final String FOR_MENTOR = "query ($forMentor: ID!) { coachingCycle(id: $forMentor) { %s } }";

    /** Fields of a type whose other fields are about somebody else. */
    private static final Map<String, Way> OF_MENTORS = Map.ofEntries(
        way("Person.mentorStep", PAIRING.formatted("mentor { FIELD }"), "/node/mentor"),
        way("Person.coachPairings", PAIRING.formatted("mentor { FIELD }"), "/node/mentor"),
        way("Person.coachingMeetings", PAIRING.formatted("mentor { FIELD }"), "/node/mentor"),
        way("CoachingCycle.reviewedSession", FOR_MENTOR.formatted("FIELD"), "/coachingCycle"),
        way("CoachingCycle.clashes", FOR_MENTOR.formatted("FIELD"), "/coachingCycle"),
        way("CoachingCycle.protectedLessons", FOR_MENTOR.formatted("FIELD"), "/coachingCycle"),
        way("CoachingCycle.sessionSlots", FOR_MENTOR.formatted("FIELD"), "/coachingCycle")
    );
    private static final Map<String, Way> WAYS = Map.ofEntries(
        way("Viewer", "{ viewer { FIELD } }", "/viewer"),
        way("Person", PERSON.formatted("FIELD"), "/node"),
        way("School", SCHOOL.formatted("FIELD"), "/node"),
        way("AtSchool", SCHOOL.formatted("people { FIELD }"), "/node/people/0"),
        way("OutsideCheck", SCHOOL.formatted("people { outside { FIELD } }"), "/node/people/0/outside/0"),
        way("Trust", SCHOOL.formatted("trust { FIELD }"), "/node/trust"),
        way("Appointment", SCHOOL.formatted("appointments { FIELD }"), "/node/appointments/0"),
        way("Partnership", SCHOOL.formatted("partnership { FIELD }"), "/node/partnership"),
        way(
            "DeliveryPartner",
            SCHOOL.formatted("partnership { deliveryPartner { FIELD } }"),
            "/node/partnership/deliveryPartner"
        ),
        way(
            "Mentorship",
            "query ($mentorship: ID!) { node(id: $mentorship) { ... on Mentorship { FIELD } } }",
            "/node"
        ),
        way("PastoralMeeting", "{ viewer { pastoralMeetings { FIELD } } }", "/viewer/pastoralMeetings/0"),
        way("PastoralNotes", "{ viewer { pastoralMeetings { notes { FIELD } } } }", "/viewer/pastoralMeetings/0/notes"),
        way(
            "AgreedAction",
            "{ viewer { pastoralMeetings { notes { actions { FIELD } } } } }",
            "/viewer/pastoralMeetings/0/notes/actions/0"
        ),
        way("CoachPairing", PAIRING.formatted("FIELD"), "/node"),
        way("CoachAccess", CYCLE.formatted("coachAccess { FIELD }"), "/coachingCycle/coachAccess"),
        way("RehearsalScene", "{ rehearsalScenes { FIELD } }", "/rehearsalScenes/0"),
        way("TranscriptLine", "{ rehearsalScenes { transcript { FIELD } } }", "/rehearsalScenes/0/transcript/0"),
        way("RehearsalConnection", "{ viewer { rehearsals { FIELD } } }", "/viewer/rehearsals"),
        way("RehearsalEdge", "{ viewer { rehearsals { edges { FIELD } } } }", "/viewer/rehearsals/edges/0"),
        way("Rehearsal", REHEARSAL.formatted("FIELD"), "/rehearsal"),
        way("RehearsalNote", REHEARSAL.formatted("notes { FIELD }"), "/rehearsal/notes/0"),
        way("PupilWork", REHEARSAL.formatted("pupilWork { FIELD }"), "/rehearsal/pupilWork/0"),
        way("WorthNoting", REHEARSAL.formatted("worthNoting { FIELD }"), "/rehearsal/worthNoting/0"),
        way("RehearsalDecision", REHEARSAL.formatted("decisions { FIELD }"), "/rehearsal/decisions/0"),
        way(
            "RehearsalOption",
            REHEARSAL.formatted("decisions { options { FIELD } }"),
            "/rehearsal/decisions/0/options/0"
        ),
        way(
            "RehearsedSection",
            REHEARSAL.formatted("decisions { options { sections { FIELD } } }"),
            "/rehearsal/decisions/3/options/0/sections/0"
        ),
        way("RehearsedWords", REHEARSAL.formatted("dialogue { FIELD }"), "/rehearsal/dialogue/0"),
        way("RehearsedRound", REHEARSAL.formatted("rounds { FIELD }"), "/rehearsal/rounds/0"),
        way(
            "RehearsedCriterion",
            REHEARSAL.formatted("rounds { criteria { FIELD } }"),
            "/rehearsal/rounds/0/criteria/0"
        ),
        way("ExperiencedMentor", REHEARSAL.formatted("mentors { FIELD }"), "/rehearsal/mentors/0"),
        way(
            "ExperiencedChoice",
            REHEARSAL.formatted("mentors { choices { FIELD } }"),
            "/rehearsal/mentors/0/choices/0"
        ),
        way(
            "SchoolRetention",
            "query ($school: ID!) { schoolRetention(schoolId: $school) { FIELD } }",
            "/schoolRetention"
        ),
        way(
            "RetentionPeriod",
            "query ($school: ID!) { schoolRetention(schoolId: $school) { periods { FIELD } } }",
            "/schoolRetention/periods/0"
        ),
        way(
            "Hold",
            "query ($school: ID!) { schoolRetention(schoolId: $school) { holds { FIELD } } }",
            "/schoolRetention/holds/0"
        ),
        way("OwnRetention", "{ viewer { ownRetention { FIELD } } }", "/viewer/ownRetention"),
        way("OwnContent", "{ viewer { ownRetention { contents { FIELD } } } }", "/viewer/ownRetention/contents/0"),
        way("Look", "{ viewer { looks { FIELD } } }", "/viewer/looks/0"),
        way("PersonErasure", "query ($ect: ID!) { personErasure(personId: $ect) { FIELD } }", "/personErasure"),
        way("PastoralTopic", "{ pastoralTopics { FIELD } }", "/pastoralTopics/0"),
        way("CurrentStep", PERSON.formatted("currentStep { FIELD }"), "/node/currentStep"),
        way("CoachingCycleConnection", PERSON.formatted("coachingCycles { FIELD }"), "/node/coachingCycles"),
        way(
            "CoachingCycleEdge",
            PERSON.formatted("coachingCycles { edges { FIELD } }"),
            "/node/coachingCycles/edges/0"
        ),
        way("PageInfo", STEPS.formatted("pageInfo { FIELD }"), "/searchSteps/pageInfo"),
        way("CoachingCycle", CYCLE.formatted("FIELD"), "/coachingCycle"),
        way("Observation", CYCLE.formatted("observation { FIELD }"), "/coachingCycle/observation"),
        way("Lesson", CYCLE.formatted("observation { lesson { FIELD } }"), "/coachingCycle/observation/lesson"),
        way(
            "EvidenceNote",
            CYCLE.formatted("observation { evidence { FIELD } }"),
            "/coachingCycle/observation/evidence/0"
        ),
        way("Praise", CYCLE.formatted("observation { praise { FIELD } }"), "/coachingCycle/observation/praise/0"),
        way("SharedNote", CYCLE.formatted("notes { FIELD }"), "/coachingCycle/notes/0"),
        way("ChosenStep", CYCLE.formatted("step { FIELD }"), "/coachingCycle/step"),
        way("SuccessCriterion", CYCLE.formatted("step { criteria { FIELD } }"), "/coachingCycle/step/criteria/0"),
        way("SessionPlan", CYCLE.formatted("plan { FIELD }"), "/coachingCycle/plan"),
        way("PlannedSection", CYCLE.formatted("plan { sections { FIELD } }"), "/coachingCycle/plan/sections/0"),
        way("ScheduledSession", CYCLE.formatted("scheduled { FIELD }"), "/coachingCycle/scheduled"),
        way("ScheduleClash", FOR_MENTOR.formatted("clashes { FIELD }"), "/coachingCycle/clashes/0"),
        way("ProtectedLesson", FOR_MENTOR.formatted("protectedLessons { FIELD }"), "/coachingCycle/protectedLessons/0"),
        way("SessionSlot", FOR_MENTOR.formatted("sessionSlots { FIELD }"), "/coachingCycle/sessionSlots/0"),
        way("CalendarFeed", "{ viewer { calendarFeed { FIELD } } }", "/viewer/calendarFeed"),
        way("MailDelivery", MAIL.formatted("FIELD"), "/viewer/mailDelivery"),
        way(
            "TroubledLetterConnection",
            MAIL.formatted("troubledLetters { FIELD }"),
            "/viewer/mailDelivery/troubledLetters"
        ),
        way(
            "TroubledLetterEdge",
            MAIL.formatted("troubledLetters { edges { FIELD } }"),
            "/viewer/mailDelivery/troubledLetters/edges/0"
        ),
        way(
            "TroubledLetter",
            MAIL.formatted("troubledLetters { edges { node { FIELD } } }"),
            "/viewer/mailDelivery/troubledLetters/edges/0/node"
        ),
        way("Session", CYCLE.formatted("session { FIELD }"), "/coachingCycle/session"),
        way("SectionRun", CYCLE.formatted("session { sections { FIELD } }"), "/coachingCycle/session/sections/0"),
        way("PracticeRound", CYCLE.formatted("rounds { FIELD }"), "/coachingCycle/rounds/0"),
        way("Feedback", CYCLE.formatted("rounds { feedback { FIELD } }"), "/coachingCycle/rounds/0/feedback"),
        way("FollowUp", CYCLE.formatted("followUp { FIELD }"), "/coachingCycle/followUp"),
        way("Replay", CYCLE.formatted("replay { FIELD }"), "/coachingCycle/replay"),
        way("ReplayedSection", CYCLE.formatted("replay { sections { FIELD } }"), "/coachingCycle/replay/sections/0"),
        way("ReplayedRound", CYCLE.formatted("replay { rounds { FIELD } }"), "/coachingCycle/replay/rounds/0"),
        way("Moment", CYCLE.formatted("replay { moments { FIELD } }"), "/coachingCycle/replay/moments/0"),
        way(
            "NoteAtStart",
            CYCLE.formatted("replay { notesAtStart { FIELD } }"),
            "/coachingCycle/replay/notesAtStart/0"
        ),
        way("NoteBurst", CYCLE.formatted("replay { noteBursts { FIELD } }"), "/coachingCycle/replay/noteBursts/0"),
        way("MomentComment", CYCLE.formatted("comments { FIELD }"), "/coachingCycle/comments/0"),
        way("SessionTemplate", "{ sessionTemplates { FIELD } }", "/sessionTemplates/0"),
        way("TemplateSection", "{ sessionTemplates { sections { FIELD } } }", "/sessionTemplates/0/sections/0"),
        way("StepBank", BANK.formatted("FIELD"), "/node"),
        way("Module", BANK.formatted("modules { FIELD }"), "/node/modules/0"),
        way("StepConnection", STEPS.formatted("FIELD"), "/searchSteps"),
        way("StepEdge", STEPS.formatted("edges { FIELD }"), "/searchSteps/edges/0"),
        way("Step", STEP.formatted("FIELD"), "/node"),
        way("StepModel", STEP.formatted("models { FIELD }"), "/node/models/0"),
        way("PracticeTask", STEP.formatted("practice { FIELD }"), "/node/practice/0"),
        way("StepContent", STEP.formatted("draft { FIELD }"), "/node/draft"),
        way("StepVersion", STEP.formatted("versions { FIELD }"), "/node/versions/0"),
        way("StepChange", STEP.formatted("versions { changes { FIELD } }"), "/node/versions/0/changes/0"),
        way(
            "StepProposal",
            "query ($proposal: ID!) { node(id: $proposal) { ... on StepProposal { FIELD } } }",
            "/node"
        ),
        way("Programme", PERSON.formatted("programme { FIELD }"), "/node/programme"),
        way("Break", PERSON.formatted("programme { breaks { FIELD } }"), "/node/programme/breaks/0"),
        way("RhythmChoice", PERSON.formatted("programme { rhythms { FIELD } }"), "/node/programme/rhythms/0"),
        way("PastoralChoice", SCHOOL.formatted("pastoralChoices { FIELD }"), "/node/pastoralChoices/0"),
        way("Cadence", PERSON.formatted("cadence { FIELD }"), "/node/cadence"),
        way("CadenceWeek", PERSON.formatted("cadence { weeks { FIELD } }"), "/node/cadence/weeks/0"),
        way("SchoolYear", SCHOOL.formatted("schoolYears { FIELD }"), "/node/schoolYears/0"),
        way("HalfTerm", SCHOOL.formatted("schoolYears { halfTerms { FIELD } }"), "/node/schoolYears/0/halfTerms/0"),
        way("Attention", SCHOOL.formatted("attention { FIELD }"), "/node/attention/0"),
        way("KeepsMeetings", SCHOOL.formatted("keepsMeetings { FIELD }"), "/node/keepsMeetings/0"),
        way("Engagement", ENGAGEMENT.formatted("FIELD"), "/engagement"),
        way("EngagementGroup", ENGAGEMENT.formatted("groups { FIELD }"), "/engagement/groups/0"),
        way("EngagementHalfTerm", ENGAGEMENT.formatted("halfTerms { FIELD }"), "/engagement/halfTerms/0"),
        way("EngagementFigures", ENGAGEMENT.formatted("all { FIELD }"), "/engagement/all"),
        way("CoachingLogEntryConnection", LOG.formatted("FIELD"), "/coachingLog"),
        way("CoachingLogEntryEdge", LOG.formatted("edges { FIELD }"), "/coachingLog/edges/0"),
        way("CoachingLogEntry", LOG.formatted("edges { node { FIELD } }"), "/coachingLog/edges/0/node"),
        way("DueAndDone", ENGAGEMENT.formatted("all { study { FIELD } }"), "/engagement/all/study"),
        way("TimeFigures", ENGAGEMENT.formatted("time { FIELD }"), "/engagement/time"),
        way("EngagementStanding", ENGAGEMENT.formatted("standing { FIELD }"), "/engagement/standing"),
        way("TutorVisit", "query ($visit: ID!) { node(id: $visit) { ... on TutorVisit { FIELD } } }", "/node"),
        way("TutorVisitConnection", "{ viewer { visitsReceived { FIELD } } }", "/viewer/visitsReceived"),
        way("TutorVisitEdge", "{ viewer { visitsReceived { edges { FIELD } } } }", "/viewer/visitsReceived/edges/0"),
        way("Message", "query ($message: ID!) { node(id: $message) { ... on Message { FIELD } } }", "/node"),
        way("MessageConnection", "{ viewer { messages { FIELD } } }", "/viewer/messages"),
        way("MessageEdge", "{ viewer { messages { edges { FIELD } } } }", "/viewer/messages/edges/0"),
        way("MessageTemplate", "query ($ect: ID!) { messageTemplates(toId: $ect) { FIELD } }", "/messageTemplates/0"),
        way("Notice", "{ viewer { notices { edges { node { FIELD } } } } }", "/viewer/notices/edges/0/node"),
        way("NoticeConnection", "{ viewer { notices { FIELD } } }", "/viewer/notices"),
        way("NoticeEdge", "{ viewer { notices { edges { FIELD } } } }", "/viewer/notices/edges/0"),
        way("NoticeSettings", "{ viewer { noticeSettings { FIELD } } }", "/viewer/noticeSettings"),
        way("NoticeMail", "{ viewer { noticeSettings { mail { FIELD } } } }", "/viewer/noticeSettings/mail/0"),
        way("Concern", "query ($concern: ID!) { node(id: $concern) { ... on Concern { FIELD } } }", "/node"),
        way(
            "ConcernEntry",
            "query ($concern: ID!) { node(id: $concern) { ... on Concern { trail { FIELD } } } }",
            "/node/trail/0"
        ),
        way("ConcernConnection", "{ viewer { concerns { FIELD } } }", "/viewer/concerns"),
        way("ConcernEdge", "{ viewer { concerns { edges { FIELD } } } }", "/viewer/concerns/edges/0"),
        way("ProgrammeNow", PERSON.formatted("programmeNow { FIELD }"), "/node/programmeNow"),
        way("SelfStudy", PERSON.formatted("selfStudy { FIELD }"), "/node/selfStudy/0"),
        way("SelfStudyItem", PERSON.formatted("selfStudy { items { FIELD } }"), "/node/selfStudy/0/items/0"),
        way("ProgrammeEvent", PERSON.formatted("programmeEvents { FIELD }"), "/node/programmeEvents/0"),
        way("CatchUp", PERSON.formatted("programmeEvents { catchUp { FIELD } }"), "/node/programmeEvents/0/catchUp"),
        way("EventEntry", "{ eventEntries { FIELD } }", "/eventEntries/0"),
        way("TrainingEvent", EVENT.formatted("FIELD"), "/node"),
        way("RegisterEntry", EVENT.formatted("register { FIELD }"), "/node/register/0"),
        way("Timetable", PERSON.formatted("timetables { FIELD }"), "/node/timetables/0"),
        way(
            "TimetableHalfTerm",
            PERSON.formatted("timetables { halfTerms { FIELD } }"),
            "/node/timetables/0/halfTerms/0"
        ),
        way("Diagnostics", PERSON.formatted("diagnostics { FIELD }"), "/node/diagnostics"),
        way(
            "DiagnosticModule",
            PERSON.formatted("diagnostics { lookAgain { FIELD } }"),
            "/node/diagnostics/lookAgain/0"
        ),
        way("DiagnosticSet", PERSON.formatted("diagnostics { sets { FIELD } }"), "/node/diagnostics/sets/0"),
        way("DiagnosticQuestion", ORIENTATION.formatted("FIELD"), "/node/diagnostics/set/questions/0"),
        way(
            "DiagnosticOption",
            ORIENTATION.formatted("options { FIELD }"),
            "/node/diagnostics/set/questions/0/options/0"
        ),
        way("DiagnosticAnswer", ORIENTATION.formatted("answer { FIELD }"), "/node/diagnostics/set/questions/0/answer"),
        way("StrandPicture", PERSON.formatted("diagnostics { strands { FIELD } }"), "/node/diagnostics/strands/0"),
        way(
            "StrandPoint",
            PERSON.formatted("diagnostics { strands { points { FIELD } } }"),
            "/node/diagnostics/strands/0/points/0"
        ),
        way(
            "DiagnosticCompletion",
            PERSON.formatted("diagnosticsCompletion { FIELD }"),
            "/node/diagnosticsCompletion/0"
        ),
        way("ExampleCheck", PERSON.formatted("diagnostics { example { FIELD } }"), "/node/diagnostics/example"),
        way("ExampleQuestions", "{ exampleQuestions { FIELD } }", "/exampleQuestions"),
        way("ExamplePhase", "{ exampleQuestions { phases { FIELD } } }", "/exampleQuestions/phases/0"),
        way("ExampleFamily", "{ exampleQuestions { families { FIELD } } }", "/exampleQuestions/families/0"),
        way("ExampleNeed", "{ exampleQuestions { needs { FIELD } } }", "/exampleQuestions/needs/0"),
        way("SuggestedStep", WHY.formatted("FIELD"), "/whyThisStep"),
        way("StepReason", WHY.formatted("reasons { FIELD }"), "/whyThisStep/reasons/0"),
        way("StepLift", WHY.formatted("lifts { FIELD }"), "/whyThisStep/lifts/0"),
        way(
            "SuggestionChoices",
            STEPS.formatted("edges { node { suggestionChoices { FIELD } } }"),
            "/searchSteps/edges/0/node/suggestionChoices"
        ),
        way("StepAdvice", "{ stepAdvice(step: {title: \"Improve\"}) { FIELD } }", "/stepAdvice/0")
    );

    private final Staffroom staffroom;
    private final CoachingLogs logs;
    private final GraphQlSource source;
    private final MongoOperations store;

    AccessMatrixTests(
        @Autowired Staffroom staffroom,
        @Autowired CoachingLogs logs,
        @Autowired GraphQlSource source,
        @Autowired MongoOperations store
    ) {
        this.staffroom = staffroom;
        this.logs = logs;
        this.source = source;
        this.store = store;
    }

    private static Map.Entry<String, Way> way(String type, String query, String parent) {
        return Map.entry(type, new Way(query, parent));
    }

    /** Somebody, and the cycle they are asked about. */
    private record Role(String name, TestClient client, Map<String, String> ids) {}

    @Test
    void everybodySeesAndDoesWhatTheTableSaysAndNothingElse() throws IOException {
        var roles = roles();
        var actual = new TreeMap<String, String>();
        for (var type : source.schema().getAllTypesAsList()) {
            if (type instanceof GraphQLObjectType object && WAYS.containsKey(object.getName())) {
                var seen = roles.stream().collect(toMap(Role::name, role -> seen(role, object)));
                for (var field : object.getFieldDefinitions()) {
                    var name = object.getName() + "." + field.getName();
                    var own = OF_MENTORS.get(name);
                    actual.put(
                        name,
                        row(roles, role ->
                            own == null
                                ? seen.get(role.name()).contains(field.getName())
                                : !seen(role, object, own, List.of(field)).isEmpty()
                        )
                    );
                }
            }
        }
        for (var field : fieldsOf("Subscription")) {
            actual.put(
                "Subscription." + field.getName(),
                row(roles, role -> mayFollow(role, field.getName(), "__typename"))
            );
        }
        for (var field : fieldsOf("Presence")) {
            var leaf = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer;
            var selection = field.getName() + (leaf ? " { __typename }" : "");
            actual.put("Presence." + field.getName(), row(roles, role -> mayFollow(role, "presence", selection)));
        }
        for (var field : fieldsOf("NoticeUpdate")) {
            var leaf = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer;
            var selection = field.getName() + (leaf ? " { __typename }" : "");
            actual.put("NoticeUpdate." + field.getName(), row(roles, role -> mayFollow(role, "myUpdates", selection)));
        }
        // Last, because some are done: whoever may visit the cycle has visited it then.
        for (var field : fieldsOf("Mutation")) {
            actual.put("Mutation." + field.getName(), row(roles, role -> mayDo(role, field)));
        }
        var header = "field," + String.join(",", roles.stream().map(Role::name).toList());
        var lines = new ArrayList<String>();
        lines.add(header);
        actual.forEach((field, row) -> lines.add(field + "," + row));
        var expected = new ClassPathResource("access-matrix.csv").getContentAsString(StandardCharsets.UTF_8);
        // To compare and, where the change is meant, to copy.
        Files.write(Path.of("target", "access-matrix.csv"), lines);
        assertThat(String.join("\n", lines) + "\n").isEqualTo(expected);
    }

    @Test
    void everyTypeOfTheSchemaIsWalkedOrHoldsNothingOfAPerson() {
        var unwalked = source
            .schema()
            .getAllTypesAsList()
            .stream()
            .filter(GraphQLObjectType.class::isInstance)
            .map(GraphQLNamedType::getName)
            .filter(name -> !name.startsWith("__") && !WAYS.containsKey(name))
            .filter(name -> !name.endsWith("Payload") && !name.endsWith("Problem"))
            .filter(name -> !Set.of("Query", "Mutation", "Subscription", "Presence", "NoticeUpdate").contains(name))
            .filter(name -> !Set.of("ImportedStep", "ImportedPerson", "NewAccount", "FileProblem").contains(name))
            .filter(name -> !isEvent(name))
            .toList();
        // Payloads, and what is in that of an import, hold what their mutation may change; events come by their subscription alone.
        assertThat(unwalked).isEmpty();
    }

    private boolean isEvent(String type) {
        return source
            .schema()
            .getObjectType(type)
            .getInterfaces()
            .stream()
            .anyMatch(i -> i.getName().equals("CycleEvent"));
    }

    private List<GraphQLFieldDefinition> fieldsOf(String root) {
        return ((GraphQLFieldsContainer) source.schema().getType(root)).getFieldDefinitions();
    }

    private static String row(List<Role> roles, Predicate<Role> allowed) {
        return String.join(
            ",",
            roles
                .stream()
                .map(role -> allowed.test(role) ? "yes" : "no")
                .toList()
        );
    }

    /** The names of a type's fields that somebody sees. */
    private static Set<String> seen(Role role, GraphQLObjectType type) {
        var fields = type
            .getFieldDefinitions()
            .stream()
            .filter(field -> !OF_MENTORS.containsKey(type.getName() + "." + field.getName()))
            .toList();
        return seen(role, type, WAYS.get(type.getName()), fields);
    }

    private static Set<String> seen(Role role, GraphQLObjectType type, Way way, List<GraphQLFieldDefinition> fields) {
        var selection = fields.stream().map(AccessMatrixTests::selected).collect(joining(" "));
        var answer = role.client().ask(way.query().replace("FIELD", selection), role.ids());
        assertThat(answer.has("errors")).as("%s: %s", type.getName(), answer).isFalse();
        JsonNode parent = answer.get("data").at(way.parent());
        if (parent.isMissingNode() || parent.isNull()) {
            return Set.of();
        }
        return fields
            .stream()
            .map(GraphQLFieldDefinition::getName)
            .filter(name -> !GUARDED.contains(type.getName() + "." + name) || !parent.get(name).isNull())
            .collect(toSet());
    }

    private static String selected(GraphQLFieldDefinition field) {
        var argument = field.getArgument("format") == null ? "" : "(format: CSV)";
        if (field.getName().equals("set")) {
            argument = "(id: \"orientation\")";
        }
        if (field.getName().equals("trainingEvents")) {
            argument = "(from: \"2000-01-01\", to: \"2000-01-02\")";
        }
        var leaf = GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer;
        return field.getName() + argument + (leaf ? " { __typename }" : "");
    }

    /** Asked so that whoever may do it gets another problem: the cycle is closed, the school is registered. */
    private static boolean mayDo(Role role, GraphQLFieldDefinition mutation) {
        var input = new LinkedHashMap<String, Object>();
        var ids = role.ids();
        var arguments = Map.ofEntries(
            Map.entry("cycleId", (Object) ids.get("cycle")),
            Map.entry("ectId", ids.get("ect")),
            Map.entry("mentorId", ids.get("ect")),
            Map.entry("pairingId", ids.get("pairing")),
            Map.entry("personId", ids.get("ect")),
            Map.entry("schoolId", ids.get("school")),
            Map.entry("mentorshipId", ids.get("mentorship")),
            Map.entry("lesson", Map.of("subject", "Science", "className", "8B")),
            Map.entry("text", "x"),
            Map.entry("kind", mutation.getName().equals("sendMessage") ? "NUDGE" : "SESSION"),
            Map.entry("changes", "x"),
            Map.entry("evidenceNoteId", "evidence_none"),
            Map.entry("sequence", 1_000_000),
            Map.entry("own", Map.of("title", "Wait", "why", "Time.", "criteria", List.of("Waits"))),
            Map.entry("title", "Wait"),
            Map.entry("criteria", List.of("Waits")),
            Map.entry("model", ""),
            Map.entry("practice", ""),
            Map.entry("sections", sections()),
            Map.entry("sectionId", "section_none"),
            Map.entry("rehearsed", "x"),
            Map.entry("roundId", "round_none"),
            Map.entry("useOn", "2000-01-01"),
            Map.entry("where", "8B"),
            Map.entry("nextDropInOn", "2000-01-01"),
            Map.entry("reason", "x"),
            Map.entry("visitId", ids.get("visit")),
            Map.entry("toId", ids.get("ect")),
            Map.entry("about", "COACHING"),
            Map.entry("messageId", ids.get("message")),
            Map.entry("letterId", ids.get("letter")),
            Map.entry("concernId", ids.get("concern")),
            Map.entry("topic", "OTHER"),
            Map.entry("since", "2999-01-01"),
            Map.entry("what", "x"),
            Map.entry("body", "DELIVERY_PARTNER"),
            Map.entry("channel", "PHONE"),
            Map.entry("outcome", "WORKING_ON"),
            Map.entry("bankId", ids.get("bank")),
            Map.entry("stepId", ids.get("step")),
            Map.entry("moduleId", "module_retrieval"),
            Map.entry("content", mutation.getName().startsWith("import") ? "x" : Map.of("title", "Wait a little")),
            Map.entry("audience", "TEACHERS"),
            Map.entry("proposalId", ids.get("proposal")),
            Map.entry("accept", false),
            Map.entry("format", "CSV"),
            Map.entry("dryRun", true),
            Map.entry("observedAt", "2999-01-01T00:00:00Z"),
            Map.entry("urn", ids.get("urn")),
            Map.entry("name", "x"),
            Map.entry("email", "no address"),
            Map.entry("role", "ECT"),
            Map.entry("startedOn", "2026-01-02"),
            Map.entry("finishedOn", "2020-01-01"),
            Map.entry("schedule", "PERSONALISED"),
            Map.entry("from", "2025-10-06"),
            Map.entry("on", "2999-01-01"),
            Map.entry("pastoralMeetings", true),
            Map.entry("startsIn", 2025),
            Map.entry("halfTerms", List.of()),
            Map.entry("lessons", List.of()),
            Map.entry("workingPattern", "FULL_TIME"),
            Map.entry("task", "DETAILS"),
            Map.entry("done", true),
            Map.entry("keepId", ids.get("ect")),
            Map.entry("doubleId", ids.get("ect")),
            Map.entry("trustId", ids.get("trust")),
            Map.entry("deliveryPartnerId", ids.get("partner")),
            Map.entry("leadProvider", "x"),
            Map.entry("office", "TUTOR"),
            Map.entry("placeId", ids.get("school")),
            Map.entry("itemId", "module_none"),
            Map.entry("completed", true),
            Map.entry("trainingEventId", ids.get("event")),
            Map.entry("entryId", "conference-1"),
            Map.entry("date", "2000-01-01"),
            Map.entry("startsAt", "09:00"),
            Map.entry("endsAt", "08:00"),
            Map.entry("place", "Hall"),
            Map.entry("attended", List.of(ids.get("ect"))),
            Map.entry("missed", List.of(ids.get("ect"))),
            Map.entry("amount", 10),
            Map.entry("halfTerm", "2000-01-01"),
            Map.entry("given", "YES"),
            Map.entry("rehearsalId", ids.get("rehearsal")),
            Map.entry("sceneId", Rehearser.SCENE),
            Map.entry("mode", "GUIDED"),
            Map.entry("stage", "PRAISE"),
            Map.entry("optionId", "a"),
            Map.entry("criteriaSeen", List.of()),
            Map.entry("meetingId", ids.get("pastoral")),
            Map.entry("basedOn", 1_000_000),
            Map.entry("notes", PastoralPair.notes("x")),
            Map.entry("setId", "none"),
            Map.entry("questionId", "none"),
            Map.entry("sitting", 1),
            Map.entry("family", "none"),
            Map.entry("holdId", ids.get("hold")),
            Map.entry("periods", List.of())
        );
        // Names that mean something else in these.
        var meant = switch (mutation.getName()) {
            case "assignCatchUp" -> Map.<String, Object>of("content", "x");
            case "pairWithCoach" -> Map.<String, Object>of("mentorId", ids.get("mentor"), "reason", "EVERYONE");
            case "startCoachingForMentors" -> Map.<String, Object>of("mentorId", ids.get("mentor"));
            case "endCoachAccess" -> Map.<String, Object>of("cycleId", ids.get("endable"));
            case "scheduleSession" -> Map.<String, Object>of("startsAt", "2000-01-01T09:00:00Z");
            case "scheduleTrainingEvent" -> Map.<String, Object>of(
                "own",
                Map.of("title", "x", "audience", "ECT", "kind", "CLINIC", "format", "VIRTUAL")
            );
            default -> Map.<String, Object>of();
        };
        var type = (GraphQLInputObjectType) GraphQLTypeUtil.unwrapAll(mutation.getArgument("input").getType());
        for (var field : type.getFieldDefinitions()) {
            if (field.getName().equals("version")) {
                input.put("version", 1_000_000);
            } else if (arguments.containsKey(field.getName())) {
                input.put(field.getName(), meant.getOrDefault(field.getName(), arguments.get(field.getName())));
            }
        }
        if (mutation.getName().equals("checkExamples")) {
            input.put("phase", "PRIMARY");
        }
        if (mutation.getName().equals("leaveSchool")) {
            input.put("role", "MENTOR");
        }
        if (mutation.getName().equals("registerPerson")) {
            input.put("at", Map.of("schoolId", ids.get("school"), "role", "ECT", "startedOn", "2026-01-02"));
        }
        var document = "mutation ($input: %s!) { %s(input: $input) { problems { __typename path } } }".formatted(
            type.getName(),
            mutation.getName()
        );
        var answer = role.client().data(document, Map.of("input", input));
        var problems = answer.at("/" + mutation.getName() + "/problems");
        return problems.isEmpty() || !problems.toString().contains("NotFoundProblem");
    }

    private static List<Map<String, Object>> sections() {
        var round = Map.<String, Object>of("kind", "PRACTICE_AND_FEEDBACK", "title", "Round", "minutes", 5);
        return List.of(round, round, round);
    }

    private static boolean mayFollow(Role role, String subscription, String selection) {
        var ofCycle = "subscription ($cycle: ID!) { %s(cycleId: $cycle) { %s } }";
        var own = "subscription { %s { %s } }";
        var document = (subscription.equals("myUpdates") ? own : ofCycle).formatted(subscription, selection);
        try (var follow = role.client().follow(document, Map.of("cycle", role.ids().get("cycle")))) {
            return follow.next().get("type").asString().equals("next");
        }
    }

    private List<Role> roles() {
        var pair = staffroom.pair();
        var visiting = staffroom.tutorOf(pair.school());
        var ids = closedCycle(pair, visiting);
        var coach = staffroom.colleague(false);
        coachedBy(coach, pair, visiting, ids);
        var former = staffroom.pair();
        var formerIds = closedCycle(former, staffroom.tutorOf(former.school()));
        var next = staffroom.mentorAt(former.school());
        staffroom.startMentorship(next, former.ect(), former.school(), Staffroom.today());
        var early = staffroom.pair();
        var earlyCoach = new Coach(early.mentor().client());
        earlyCoach.start(early.ect().id());
        var earlyIds = ids(early, earlyCoach.cycleId(), staffroom.tutorOf(early.school()));
        var coachBeforeSharing = staffroom.colleague(false);
        paired(coachBeforeSharing, early, staffroom.tutorOf(early.school()), earlyIds);
        var otherSchool = staffroom.school();
        return List.of(
            // The first: what a coach ends is ended for the others too.
            new Role("coach", coach.client(), ids),
            new Role("coach_before_sharing", coachBeforeSharing.client(), earlyIds),
            new Role("mentor", pair.mentor().client(), ids),
            new Role("ect", pair.ect().client(), ids),
            new Role("ect_before_sharing", early.ect().client(), earlyIds),
            new Role("former_mentor", former.mentor().client(), formerIds),
            new Role("new_mentor", next.client(), formerIds),
            new Role("other_ect_of_the_mentor", staffroom.ectOf(pair.mentor(), pair.school()).client(), ids),
            new Role("other_mentor", staffroom.mentorAt(pair.school()).client(), ids),
            new Role("tutor", staffroom.tutorOf(pair.school()).client(), ids),
            new Role("visiting_tutor", visiting.client(), ids),
            new Role("other_tutor", staffroom.tutorOf(otherSchool).client(), ids),
            new Role("headteacher", headteacherOf(pair), ids),
            new Role("partner_administrator", administratorOf(ids.get("partner")), ids),
            new Role("administrator", staffroom.administrator().client(), ids)
        );
    }

    private Map<String, String> closedCycle(Staffroom.Pair pair, Staffroom.Colleague tutor) {
        var coach = new Coach(pair.mentor().client());
        coach.toShared(pair.ect().id());
        coach.done("scheduleSession", Map.of("startsAt", Instant.now().plus(Duration.ofDays(1)).toString()));
        coach.done("startSession", Map.of());
        coach.done("editNote", Map.of("kind", "SESSION", "changes", Typist.offline().type(0, "Slower.")));
        coach.round("Asked the first question");
        coach.round("Asked it again, slower");
        coach.close();
        new Coach(pair.ect().client()).mutate(
            "writeReflection",
            Map.of("cycleId", coach.cycleId(), "text", "It went well.")
        );
        coach.done("commentOnMoment", Map.of("sequence", 9, "text", "Here you paused."));
        var ids = ids(pair, coach.cycleId(), tutor);
        var feed = "mutation ($input: MakeCalendarFeedInput!) { makeCalendarFeed(input: $input) { path } }";
        pair.mentor().client().data(feed, Map.of("input", Map.of()));
        var visit = new Tutor(tutor.client()).visit(coach.cycleId());
        new Tutor(tutor.client()).giveFeedback(visit, "A short, clear model.");
        new Tutor(pair.mentor().client()).answerFeedback(visit, "Thank you.");
        ids.put("visit", visit);
        return ids;
    }

    /** Who has the closed cycle and a cancelled one shared with them, and coaches the mentor in one of their own. */
    private static void coachedBy(
        Staffroom.Colleague coach,
        Staffroom.Pair pair,
        Staffroom.Colleague tutor,
        Map<String, String> ids
    ) {
        paired(coach, pair, tutor, ids);
        var mentor = new Coach(pair.mentor().client());
        mentor.resume(ids.get("cycle"));
        mentor.done("shareWithCoach", Map.of());
        mentor.toShared(pair.ect().id());
        mentor.done("shareWithCoach", Map.of());
        mentor.done("cancelCycle", Map.of("reason", "Planned twice."));
        ids.put("endable", mentor.cycleId());
        var forMentor = new Coach(coach.client());
        forMentor.toSharedForMentor(pair.mentor().id(), ids.get("cycle"));
        ids.put("forMentor", forMentor.cycleId());
        // The mentor has something else then.
        var day = Staffroom.today().plusDays(7);
        var events = new EventDesk(tutor.client());
        events.book(events.scheduleForMentors(day, pair.school().id()), pair.mentor().id());
        var then = day.atTime(16, 0).atZone(ZoneId.of("Europe/London")).toInstant();
        forMentor.done("scheduleSession", Map.of("startsAt", then.toString()));
        var lessons = Stream.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY")
            .map(weekday -> Map.of("day", weekday, "startsAt", "10:05", "minutes", 60))
            .toList();
        forMentor.mutate("setProtectedLessons", Map.of("cycleId", forMentor.cycleId(), "lessons", lessons));
    }

    private static void paired(
        Staffroom.Colleague coach,
        Staffroom.Pair pair,
        Staffroom.Colleague tutor,
        Map<String, String> ids
    ) {
        ids.put("pairing", new Tutor(tutor.client()).pairWithCoach(pair.mentor().id(), coach.person().emailAddress()));
    }

    private static LogEntry metAt(Staffroom.Pair pair, Instant at) {
        var cycleId = "cycle_" + at.toEpochMilli();
        return new LogEntry(cycleId, pair.ect().id(), pair.mentor().id(), Phase.CLOSED, at, at, at, at, 2, 30);
    }

    private static void planned(TestClient tutor, String mutation, Map<String, ?> input) {
        var type = Character.toUpperCase(mutation.charAt(0)) + mutation.substring(1) + "Input!";
        var document = "mutation ($input: %s) { %s(input: $input) { problems { message } } }".formatted(type, mutation);
        assertThat(tutor.data(document, Map.of("input", input)).at("/" + mutation + "/problems")).isEmpty();
    }

    private Map<String, String> ids(Staffroom.Pair pair, String cycleId, Staffroom.Colleague tutor) {
        var mentorship = pair
            .ect()
            .client()
            .data("{ viewer { mentoredBy { id } } }", Map.of())
            .at("/viewer/mentoredBy/id")
            .asString();
        var desk = tutor.client();
        planned(
            desk,
            "recordBreak",
            Map.of("ectId", pair.ect().id(), "startedOn", "2025-10-01", "finishedOn", "2025-10-02")
        );
        planned(desk, "chooseRhythm", Map.of("ectId", pair.ect().id(), "from", "2025-10-06"));
        planned(
            desk,
            "choosePastoralMeetings",
            Map.of("schoolId", pair.school().id(), "from", "2025-10-06", "pastoralMeetings", true)
        );
        planned(
            desk,
            "planProgramme",
            Map.of(
                "ectId",
                pair.ect().id(),
                "startedOn",
                "2025-09-01",
                "schedule",
                "PERSONALISED",
                "agreedEnd",
                Staffroom.today().plusYears(1).toString()
            )
        );
        var events = new EventDesk(desk);
        var event = events.schedule("conference-1", Staffroom.today(), pair.school().id());
        events.record(event, List.of(), List.of(pair.ect().id()));
        events.done(
            "assignCatchUp",
            Map.of("personId", pair.ect().id(), "entryId", "conference-1", "content", "Watch the recording.")
        );
        // They met in each of the last weeks, for which a tutor can praise the mentor.
        IntStream.range(0, 16)
            .mapToObj(week -> Instant.now().minus(Duration.ofDays(7L * week)))
            .map(at -> metAt(pair, at))
            .forEach(logs::keep);
        var curator = new Curator(desk);
        var bank = curator.open(pair.school().id());
        var step = curator.published(bank);
        curator.edit(step, Map.of("title", "Wait for three seconds"));
        var trust = registered("registerTrust", "trust", pair);
        var partner = registered("registerDeliveryPartner", "deliveryPartner", pair);
        var school = pair.school().id();
        registrar().done("describeSchool", Map.of("schoolId", school, "name", pair.school().name(), "trustId", trust));
        registrar().done(
            "startPartnership",
            Map.of("schoolId", school, "deliveryPartnerId", partner, "leadProvider", "x", "startedOn", "2026-02-01")
        );
        var ids = new HashMap<String, String>();
        ids.put("cycle", cycleId);
        ids.put("ect", pair.ect().id());
        ids.put("mentor", pair.mentor().id());
        ids.put("pairing", "pairing_none");
        ids.put("endable", cycleId);
        ids.put("forMentor", "cycle_none");
        ids.put("school", school);
        ids.put("trust", trust);
        ids.put("partner", partner);
        ids.put("urn", pair.school().urn());
        ids.put("mentorship", mentorship);
        ids.put("bank", bank);
        ids.put("step", step);
        ids.put("proposal", curator.propose(step));
        ids.put("event", event);
        ids.put("visit", "visit_none");
        ids.put("message", new Tutor(tutor.client()).nudge(pair.ect().id(), "Is there a time this week?"));
        ids.put("pastoral", new PastoralPair(pair).held("Rest at the weekend."));
        var rehearser = Rehearser.begin(pair.mentor().client(), "UNGUIDED");
        rehearser.toTheEnd();
        ids.put("rehearsal", rehearser.id());
        var respondent = new Respondent(pair.ect());
        respondent.completes("orientation", 1, 0);
        assertThat(respondent.checksExamples("PRIMARY", "English", null)).isEmpty();
        ids.put("letter", TroubledLetters.givenUp(store, pair.ect().id()));
        ids.put("concern", new Tutor(tutor.client()).raise(pair.ect().id()));
        var hold = Map.of("schoolId", school, "personId", pair.ect().id(), "reason", "A complaint.");
        ids.put(
            "hold",
            new Clerk(desk).done("setHold", "retention { holds { id } }", hold).at("/retention/holds/0/id").asString()
        );
        return ids;
    }

    private Clerk registrar() {
        return new Clerk(staffroom.administrator().client());
    }

    private String registered(String mutation, String type, Staffroom.Pair pair) {
        return registrar()
            .done(mutation, type + " { id }", Map.of("name", type + " of " + pair.school().urn()))
            .at("/" + type + "/id")
            .asString();
    }

    private TestClient headteacherOf(Staffroom.Pair pair) {
        var head = staffroom.colleague(false);
        registrar().done(
            "appointHeadteacher",
            Map.of("personId", head.id(), "schoolId", pair.school().id(), "startedOn", "2026-01-01")
        );
        return head.client();
    }

    private TestClient administratorOf(String partner) {
        var administrator = staffroom.colleague(false);
        registrar().done(
            "appointPartnerAdministrator",
            Map.of("personId", administrator.id(), "deliveryPartnerId", partner, "startedOn", "2026-01-01")
        );
        return administrator.client();
    }
}
