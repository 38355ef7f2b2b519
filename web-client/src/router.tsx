import { createRootRoute, createRoute, createRouter, lazyRouteComponent, type ErrorComponentProps } from '@tanstack/react-router';
import { Button, Stack, Text } from '@mantine/core';
import { AppFrame } from './components/app-frame';
import { TextLink } from './components/button-link';
import { PageTitle } from './components/page-title';
import { CycleLayout } from './cycle/cycle-layout';
import { CyclePage } from './cycle/cycle-page';
import { EctHistoryPage, HistoryPage } from './history/history-page';
import { HomePage } from './home/home-page';
import { MessagesPage } from './messages/messages-page';
import { ObservationPage } from './observation/observation-page';
import { StartDropInPage } from './observation/start-drop-in-page';
import { WaitingPage } from './outbox/waiting-page';
import { PlanPage } from './plan/plan-page';
import { SessionPage } from './session/session-page';
import { StepPage } from './step/step-page';
import { BankPage } from './stepbank/bank-page';
import { BankStepPage } from './stepbank/bank-step-page';
import { BanksPage } from './stepbank/banks-page';
import { VisitsPage } from './visits/visits-page';

const root = createRootRoute({ component: AppFrame, notFoundComponent: NotFound, errorComponent: Broken });
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
const history = createRoute({ getParentRoute: () => root, path: '/history', component: HistoryPage });
// Which of several schools is looked at is part of the address.
const ofSchool = (search: Record<string, unknown>): { school?: string } => (typeof search.school === 'string' ? { school: search.school } : {});
const people = createRoute({
  getParentRoute: () => root,
  path: '/people',
  component: lazyRouteComponent(() => import('./people/people-page'), 'PeoplePage'),
  validateSearch: ofSchool,
});
const importPeople = createRoute({
  getParentRoute: () => root,
  path: '/people/import',
  component: lazyRouteComponent(() => import('./people/import-people-page'), 'ImportPeoplePage'),
  validateSearch: ofSchool,
});
const registerPerson = createRoute({
  getParentRoute: () => root,
  path: '/people/register',
  component: lazyRouteComponent(() => import('./people/register-page'), 'RegisterPage'),
  validateSearch: ofSchool,
});
const aboutSchool = createRoute({
  getParentRoute: () => root,
  path: '/people/school',
  component: lazyRouteComponent(() => import('./people/school-page'), 'SchoolPage'),
  validateSearch: ofSchool,
});
const person = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId',
  component: lazyRouteComponent(() => import('./people/person-page'), 'PersonPage'),
  validateSearch: ofSchool,
});
const retention = createRoute({
  getParentRoute: () => root,
  path: '/people/retention',
  component: lazyRouteComponent(() => import('./people/retention-page'), 'RetentionPage'),
  validateSearch: ofSchool,
});
const findToErase = createRoute({
  getParentRoute: () => root,
  path: '/people/erase',
  component: lazyRouteComponent(() => import('./people/find-to-erase-page'), 'FindToErasePage'),
});
const erasePerson = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId/erase',
  component: lazyRouteComponent(() => import('./people/erase-page'), 'ErasePage'),
  validateSearch: ofSchool,
});
// Only administrators fetch who reads figures of several schools.
const organisations = createRoute({
  getParentRoute: () => root,
  path: '/organisations',
  component: lazyRouteComponent(() => import('./people/organisations-page'), 'OrganisationsPage'),
});
const banks = createRoute({ getParentRoute: () => root, path: '/banks', component: BanksPage });
const bank = createRoute({
  getParentRoute: () => root,
  path: '/banks/$bankId',
  component: BankPage,
  validateSearch: (search: Record<string, unknown>): { module?: string } => (typeof search.module === 'string' ? { module: search.module } : {}),
});
// Only who looks after a bank fetches what writes and imports steps.
const newStep = createRoute({
  getParentRoute: () => root,
  path: '/banks/$bankId/steps/new',
  component: lazyRouteComponent(() => import('./stepbank/new-step-page'), 'NewStepPage'),
});
const importSteps = createRoute({
  getParentRoute: () => root,
  path: '/banks/$bankId/import',
  component: lazyRouteComponent(() => import('./stepbank/import-page'), 'ImportPage'),
});
const bankStep = createRoute({ getParentRoute: () => root, path: '/steps/$stepId', component: BankStepPage });
const editStep = createRoute({
  getParentRoute: () => root,
  path: '/steps/$stepId/edit',
  component: lazyRouteComponent(() => import('./stepbank/edit-step-page'), 'EditStepPage'),
});
const startDropIn = createRoute({ getParentRoute: () => root, path: '/ects/$ectId/drop-in', component: StartDropInPage });
const ectHistory = createRoute({ getParentRoute: () => root, path: '/ects/$ectId/history', component: EctHistoryPage });
const coachingLog = createRoute({
  getParentRoute: () => root,
  path: '/coaching-log',
  component: lazyRouteComponent(() => import('./coaching-log/coaching-log-page'), 'CoachingLogPage'),
  validateSearch: ofSchool,
});
const engagement = createRoute({
  getParentRoute: () => root,
  path: '/engagement',
  component: lazyRouteComponent(() => import('./engagement/engagement-page'), 'EngagementPage'),
});
const waiting = createRoute({ getParentRoute: () => root, path: '/waiting', component: WaitingPage });
const visits = createRoute({ getParentRoute: () => root, path: '/visits', component: VisitsPage });
const messages = createRoute({ getParentRoute: () => root, path: '/messages', component: MessagesPage });
// Only tutors fetch what keeps their concerns.
const concerns = createRoute({
  getParentRoute: () => root,
  path: '/concerns',
  component: lazyRouteComponent(() => import('./concerns/concerns-page'), 'ConcernsPage'),
});
const newConcern = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId/concern',
  component: lazyRouteComponent(() => import('./concerns/new-concern-page'), 'NewConcernPage'),
});
const concern = createRoute({
  getParentRoute: () => root,
  path: '/concerns/$concernId',
  component: lazyRouteComponent(() => import('./concerns/concern-page'), 'ConcernPage'),
});
const cycle = createRoute({ getParentRoute: () => root, path: '/cycles/$cycleId', component: CycleLayout });
const overview = createRoute({ getParentRoute: () => cycle, path: '/', component: CyclePage });
const observation = createRoute({ getParentRoute: () => cycle, path: 'observation', component: ObservationPage });
// The step that is looked at before it is chosen is part of the address, so that the browser's back leads to the steps again.
const step = createRoute({
  getParentRoute: () => cycle,
  path: 'step',
  component: StepPage,
  validateSearch: (search: Record<string, unknown>): { look?: string } => (typeof search.look === 'string' ? { look: search.look } : {}),
});
const plan = createRoute({ getParentRoute: () => cycle, path: 'plan', component: PlanPage });
const session = createRoute({ getParentRoute: () => cycle, path: 'session', component: SessionPage });
const replay = createRoute({
  getParentRoute: () => cycle,
  path: 'replay',
  component: lazyRouteComponent(() => import('./replay/replay-page'), 'ReplayPage'),
});
const programme = createRoute({
  getParentRoute: () => root,
  path: '/programme',
  component: lazyRouteComponent(() => import('./programme/programme-page'), 'ProgrammePage'),
});
const programmeEvents = createRoute({
  getParentRoute: () => root,
  path: '/programme/events',
  component: lazyRouteComponent(() => import('./programme/events-page'), 'EventsPage'),
});
const personProgramme = createRoute({
  getParentRoute: () => root,
  path: '/people/$personId/programme',
  component: lazyRouteComponent(() => import('./programme/person-programme-page'), 'PersonProgrammePage'),
});
const coachingForMentors = createRoute({
  getParentRoute: () => root,
  path: '/coaching-for-mentors',
  component: lazyRouteComponent(() => import('./coach/coach-page'), 'CoachPage'),
});
const calendar = createRoute({
  getParentRoute: () => root,
  path: '/calendar',
  component: lazyRouteComponent(() => import('./schedule/calendar-page'), 'CalendarPage'),
});
const pastoral = createRoute({
  getParentRoute: () => root,
  path: '/pastoral',
  component: lazyRouteComponent(() => import('./pastoral/pastoral-page'), 'PastoralPage'),
});

const diagnostics = createRoute({
  getParentRoute: () => root,
  path: '/diagnostics',
  component: lazyRouteComponent(() => import('./diagnostics/diagnostics-page'), 'DiagnosticsPage'),
});
const examples = createRoute({
  getParentRoute: () => root,
  path: '/diagnostics/examples',
  component: lazyRouteComponent(() => import('./diagnostics/examples-page'), 'ExamplesPage'),
});
// Whether a complete set is answered once more is part of the address.
const answering = createRoute({
  getParentRoute: () => root,
  path: '/diagnostics/$setId',
  component: lazyRouteComponent(() => import('./diagnostics/answering-page'), 'AnsweringPage'),
  validateSearch: (search: Record<string, unknown>): { again?: boolean } => (search.again === true ? { again: true } : {}),
});
const ectDiagnostics = createRoute({
  getParentRoute: () => root,
  path: '/ects/$ectId/diagnostics',
  component: lazyRouteComponent(() => import('./diagnostics/ect-diagnostics-page'), 'EctDiagnosticsPage'),
});
const myData = createRoute({
  getParentRoute: () => root,
  path: '/my-data',
  component: lazyRouteComponent(() => import('./my-data/my-data-page'), 'MyDataPage'),
});
const notices = createRoute({
  getParentRoute: () => root,
  path: '/notices',
  component: lazyRouteComponent(() => import('./notices/notices-page'), 'NoticesPage'),
});
const noticeSettings = createRoute({
  getParentRoute: () => root,
  path: '/notices/settings',
  component: lazyRouteComponent(() => import('./notices/notice-settings-page'), 'NoticeSettingsPage'),
});
// Only administrators fetch it.
const mail = createRoute({
  getParentRoute: () => root,
  path: '/mail',
  component: lazyRouteComponent(() => import('./mail/mail-page'), 'MailPage'),
});
const rehearsals = createRoute({
  getParentRoute: () => root,
  path: '/rehearsals',
  component: lazyRouteComponent(() => import('./rehearsal/rehearsals-page'), 'RehearsalsPage'),
});
const rehearsal = createRoute({
  getParentRoute: () => root,
  path: '/rehearsals/$rehearsalId',
  component: lazyRouteComponent(() => import('./rehearsal/rehearsal-page'), 'RehearsalPage'),
});

const routeTree = root.addChildren([
  home,
  history,
  people,
  importPeople,
  registerPerson,
  aboutSchool,
  person,
  findToErase,
  erasePerson,
  retention,
  organisations,
  banks,
  bank,
  newStep,
  importSteps,
  bankStep,
  editStep,
  startDropIn,
  ectHistory,
  coachingLog,
  engagement,
  waiting,
  visits,
  messages,
  concerns,
  newConcern,
  concern,
  cycle.addChildren([overview, observation, step, plan, session, replay]),
  programme,
  programmeEvents,
  personProgramme,
  pastoral,
  calendar,
  coachingForMentors,
  diagnostics,
  examples,
  answering,
  ectDiagnostics,
  myData,
  notices,
  noticeSettings,
  mail,
  rehearsals,
  rehearsal,
]);

export function createAppRouter() {
  return createRouter({ routeTree, scrollRestoration: true });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}

function NotFound() {
  return (
    <Stack align="flex-start">
      <PageTitle>Page not found</PageTitle>
      <Text>There is nothing at this address.</Text>
      <TextLink to="/">Go to your home page</TextLink>
    </Stack>
  );
}

function Broken({ reset }: ErrorComponentProps) {
  return (
    <Stack align="flex-start">
      <PageTitle>Something broke on this page</PageTitle>
      <Text>What you typed is kept on this device. Try again, or load the page anew.</Text>
      <Button onClick={reset}>Try again</Button>
    </Stack>
  );
}
