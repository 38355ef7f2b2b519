import { cacheExchange, offlineExchange, type Cache, type CacheExchangeOpts, type Entity, type StorageAdapter } from '@urql/exchange-graphcache';
import type { CombinedError } from '@urql/core';
import { relayPagination } from '@urql/exchange-graphcache/extras';
import type { MarkNoticesSeenMutation, MyUpdatesSubscription } from '../gql/graphql';
import introspection from '../gql/introspection';
import { UnseenNotices } from '../notices/unseen-notices';

const embedded = () => null;

// Parts of a cycle or a step have no life of their own: they are kept inside it and replaced with it.
const EMBEDDED_TYPES = [
  'Viewer', 'AtSchool', 'OutsideCheck', 'Partnership', 'Appointment', 'PageInfo', 'Presence',
  'Observation', 'Lesson', 'EvidenceNote', 'Praise',
  'ChosenStep', 'SuccessCriterion', 'CurrentStep',
  'SessionTemplate', 'TemplateSection', 'SessionPlan', 'PlannedSection', 'Session', 'SectionRun',
  'PracticeRound', 'Feedback', 'FollowUp', 'SharedNote',
  'Replay', 'ReplayedSection', 'ReplayedRound', 'Moment', 'NoteAtStart', 'NoteBurst',
  'StepModel', 'PracticeTask', 'StepContent', 'StepVersion', 'StepChange', 'StepAdvice', 'SuggestedStep', 'StepReason', 'StepLift', 'SuggestionChoices', 'ImportedStep', 'FileProblem',
  'Programme', 'Break', 'RhythmChoice', 'PastoralChoice', 'SchoolYear', 'HalfTerm', 'Cadence', 'CadenceWeek',
  'CoachingLogEntry', 'CoachingLogEntryConnection', 'CoachingLogEntryEdge', 'Attention', 'KeepsMeetings', 'Engagement', 'EngagementGroup', 'EngagementHalfTerm', 'EngagementFigures', 'EngagementStanding', 'DueAndDone', 'TimeFigures',
  'NoticeConnection', 'NoticeEdge', 'NoticeSettings', 'NoticeMail', 'NoticeUpdate',
  'TutorVisitConnection', 'TutorVisitEdge', 'MessageConnection', 'MessageEdge', 'MessageTemplate',
  'ConcernConnection', 'ConcernEdge', 'ConcernEntry',
  'ProgrammeNow', 'SelfStudy', 'SelfStudyItem', 'ProgrammeEvent', 'CatchUp', 'RegisterEntry',
  'Timetable', 'TimetableHalfTerm',
  'CoachAccess', 'ScheduledSession', 'ScheduleClash', 'ProtectedLesson', 'SessionSlot', 'CalendarFeed',
  'Diagnostics', 'DiagnosticModule', 'DiagnosticSet', 'DiagnosticQuestion', 'DiagnosticOption', 'DiagnosticAnswer', 'DiagnosticCompletion',
  'StrandPicture', 'StrandPoint', 'ExampleQuestions', 'ExamplePhase', 'ExampleFamily', 'ExampleNeed', 'ExampleCheck',
  'MailDelivery', 'TroubledLetterConnection', 'TroubledLetterEdge',
  'TranscriptLine', 'RehearsalNote', 'PupilWork', 'WorthNoting', 'RehearsalDecision', 'RehearsalOption', 'RehearsedSection', 'RehearsedWords', 'RehearsedRound', 'RehearsedCriterion',
  'ExperiencedMentor', 'ExperiencedChoice', 'RehearsalConnection', 'RehearsalEdge',
  'PersonErasure', 'SchoolRetention', 'RetentionPeriod', 'OwnRetention', 'OwnContent', 'Look',
  'StepConnection', 'StepEdge', 'CoachingCycleConnection', 'CoachingCycleEdge',
];

/** No answer came at all, in whatever words the browser says so. */
function isOfflineError(error: CombinedError | undefined): boolean {
  return Boolean(error?.networkError && !error.response);
}

function forget(cache: Cache, entity: Entity, fields: string[]) {
  for (const field of cache.inspectFields(entity)) {
    if (fields.includes(field.fieldName)) {
      cache.invalidate(entity, field.fieldKey);
    }
  }
}

/** What a home screen lists about an ECT changes when a cycle begins, is shared or ends; it is asked for again. */
function cycleListsChanged(_result: unknown, _args: unknown, cache: Cache) {
  for (const viewerField of ['viewer']) {
    const viewer = cache.resolve('Query', viewerField);
    const mentorships = cache.resolve(viewer as Entity, 'mentorships');
    for (const mentorship of Array.isArray(mentorships) ? mentorships : []) {
      const ect = cache.resolve(mentorship as Entity, 'ect');
      forget(cache, ect as Entity, ['openCycle', 'coachingCycles', 'currentStep']);
    }
    const self = cache.resolve(viewer as Entity, 'person');
    forget(cache, self as Entity, ['openCycle', 'coachingCycles', 'currentStep']);
  }
}

function peopleChanged(_result: unknown, args: { input?: { dryRun?: boolean } }, cache: Cache) {
  if (!args.input?.dryRun) forget(cache, 'Query', ['viewer', 'node']);
}

function officesChanged(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, 'Query', ['viewer', 'node', 'trusts', 'deliveryPartners']);
}

function organisationsChanged(_result: unknown, _args: unknown, cache: Cache) {
  forget(cache, 'Query', ['trusts', 'deliveryPartners']);
}

/** A changed step moves between lists, and its neighbours, its bank's numbers and open proposals change with it. */
function stepsChanged(_result: unknown, args: { input?: { dryRun?: boolean } }, cache: Cache) {
  if (!args.input?.dryRun) forget(cache, 'Query', ['searchSteps', 'stepBanks', 'node']);
}

/** Lists of the viewer's own that something new is in; asked for again when they are looked at. */
function viewerListsChanged(...fields: string[]) {
  return (_result: unknown, _args: unknown, cache: Cache) => forget(cache, cache.resolve('Query', 'viewer') as Entity, fields);
}

/** The number is told with every update and change; the lists are asked for again when they are looked at. */
function noticesChanged(unseen: number | null | undefined, cache: Cache) {
  forget(cache, cache.resolve('Query', 'viewer') as Entity, ['notices', 'messages', 'visitsReceived']);
  if (typeof unseen === 'number') {
    cache.updateQuery({ query: UnseenNotices }, (data) => data && { ...data, viewer: { ...data.viewer, unseenNotices: unseen } });
  }
}

const CACHE: CacheExchangeOpts = {
  schema: introspection,
  keys: Object.fromEntries(EMBEDDED_TYPES.map((type) => [type, embedded])),
  resolvers: {
    Query: { searchSteps: relayPagination(), coachingLog: relayPagination() },
    Person: { coachingCycles: relayPagination() },
  },
  updates: {
    Subscription: {
      myUpdates: (result: MyUpdatesSubscription, _args, cache) => noticesChanged(result.myUpdates.unseenNotices, cache),
    },
    Mutation: {
      markNoticesSeen: (result: MarkNoticesSeenMutation, _args, cache) => noticesChanged(result.markNoticesSeen.unseenNotices, cache),
      setNoticeSettings: viewerListsChanged('noticeSettings'),
      startCycle: cycleListsChanged,
      shareCycle: cycleListsChanged,
      closeCycle: cycleListsChanged,
      cancelCycle: cycleListsChanged,
      reviewStep: cycleListsChanged,
      scheduleSession: viewerListsChanged('upcomingSessions'),
      makeCalendarFeed: viewerListsChanged('calendarFeed'),
      revokeCalendarFeed: viewerListsChanged('calendarFeed'),
      sendLetterAgain: viewerListsChanged('mailDelivery'),
      startCoachingForMentors: viewerListsChanged('mentorsCoached', 'sessionsToReview'),
      markReviewed: viewerListsChanged('sessionsToReview'),
      endCoachAccess: viewerListsChanged('sessionsToReview'),
      pairWithCoach: peopleChanged,
      endCoachPairing: peopleChanged,
      registerSchool: peopleChanged,
      placeAtSchool: peopleChanged,
      appointTutor: officesChanged,
      appointHeadteacher: officesChanged,
      appointTrustLead: officesChanged,
      appointPartnerAdministrator: officesChanged,
      endAppointment: officesChanged,
      startMentorship: peopleChanged,
      endMentorship: peopleChanged,
      cancelMentorship: peopleChanged,
      registerPerson: peopleChanged,
      importPeople: peopleChanged,
      correctPerson: peopleChanged,
      leaveSchool: peopleChanged,
      transferEct: peopleChanged,
      changeWorkingPattern: peopleChanged,
      tickOutsideTask: peopleChanged,
      recordBreak: peopleChanged,
      mergePeople: peopleChanged,
      erasePerson: peopleChanged,
      registerTrust: organisationsChanged,
      registerDeliveryPartner: organisationsChanged,
      describeSchool: peopleChanged,
      startPartnership: peopleChanged,
      endPartnership: peopleChanged,
      openStepBank: stepsChanged,
      draftStep: stepsChanged,
      editStep: stepsChanged,
      publishStep: stepsChanged,
      retireStep: stepsChanged,
      adaptStep: stepsChanged,
      proposeStep: stepsChanged,
      answerProposal: stepsChanged,
      importSteps: stepsChanged,
      startRehearsal: viewerListsChanged('rehearsals'),
      removeRehearsal: viewerListsChanged('rehearsals'),
      visitCycle: viewerListsChanged('visitsMade'),
      sendMessage: viewerListsChanged('messagesSent'),
      markMessageSeen: viewerListsChanged('messages'),
      raiseConcern: viewerListsChanged('concerns'),
      closeConcern: viewerListsChanged('concerns'),
      reopenConcern: viewerListsChanged('concerns'),
    },
  },
};

/** With a storage, what was answered once is still there when there is no network. */
export function createCache(storage: StorageAdapter | undefined) {
  return storage ? offlineExchange({ ...CACHE, storage, isOfflineError }) : cacheExchange(CACHE);
}
