import { createRootRoute, createRoute, createRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { Button, Stack, Text } from '@mantine/core';
import { AppFrame } from './components/app-frame';
import { TextLink } from './components/button-link';
import { PageTitle } from './components/page-title';
import { CycleLayout } from './cycle/cycle-layout';
import { CyclePage } from './cycle/cycle-page';
import { EctHistoryPage, HistoryPage } from './history/history-page';
import { HomePage } from './home/home-page';
import { ObservationPage } from './observation/observation-page';
import { StartDropInPage } from './observation/start-drop-in-page';
import { PeoplePage } from './people/people-page';
import { PlanPage } from './plan/plan-page';
import { SessionPage } from './session/session-page';
import { StepPage } from './step/step-page';

const root = createRootRoute({ component: AppFrame, notFoundComponent: NotFound, errorComponent: Broken });
const home = createRoute({ getParentRoute: () => root, path: '/', component: HomePage });
const history = createRoute({ getParentRoute: () => root, path: '/history', component: HistoryPage });
const people = createRoute({ getParentRoute: () => root, path: '/people', component: PeoplePage });
const startDropIn = createRoute({ getParentRoute: () => root, path: '/ects/$ectId/drop-in', component: StartDropInPage });
const ectHistory = createRoute({ getParentRoute: () => root, path: '/ects/$ectId/history', component: EctHistoryPage });
const cycle = createRoute({ getParentRoute: () => root, path: '/cycles/$cycleId', component: CycleLayout });
const overview = createRoute({ getParentRoute: () => cycle, path: '/', component: CyclePage });
const observation = createRoute({ getParentRoute: () => cycle, path: 'observation', component: ObservationPage });
const step = createRoute({ getParentRoute: () => cycle, path: 'step', component: StepPage });
const plan = createRoute({ getParentRoute: () => cycle, path: 'plan', component: PlanPage });
const session = createRoute({ getParentRoute: () => cycle, path: 'session', component: SessionPage });

const routeTree = root.addChildren([
  home,
  history,
  people,
  startDropIn,
  ectHistory,
  cycle.addChildren([overview, observation, step, plan, session]),
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
