import { Button, Text, Title } from '@mantine/core';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import { SectionTimer } from './section-timer';
import { usageOf } from './timer';
import { UsageLine } from './usage-line';
import { useNow } from './use-now';

const Agenda = graphql(`
  fragment SessionAgenda on CoachingCycle {
    id
    can
    plan {
      totalMinutes
      sections {
        id
        title
        minutes
        notes
      }
    }
    session {
      startedAt
      endedAt
      sections {
        sectionId
        startedAt
        endedAt
        plannedMinutes
      }
      current {
        sectionId
        startedAt
        plannedMinutes
      }
    }
  }
`);

const StartSection = graphql(`
  mutation StartSection($input: StartSectionInput!) {
    startSection(input: $input) {
      cycle {
        id
        ...LiveCycle
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** The agenda with the running section and its clock, and the minutes planned and used; who runs the session moves through it here. */
export function AgendaPart(props: { cycle: FragmentType<typeof Agenda> }) {
  const cycle = readFragment(Agenda, props.cycle);
  const { send, busy, problems } = useChange(StartSection, (data) => data.startSection);
  const sections = cycle.plan?.sections ?? [];
  const current = cycle.session?.current;
  const now = useNow(Boolean(current));
  const at = sections.findIndex((section) => section.id === current?.sectionId);
  const running = sections[at];
  const next = current ? sections[at + 1] : undefined;
  const mayRun = cycle.can.includes('RUN_SESSION');
  const start = (sectionId: string) => void send({ cycleId: cycle.id, sectionId });

  return (
    <section aria-labelledby="agenda">
      <Title order={2} id="agenda" tabIndex={-1} mb="sm">
        Agenda
      </Title>
      <ErrorSummary problems={problems} />
      {current && running && (
        <div className="card" style={{ marginBottom: 16 }}>
          <SectionTimer title={running.title} startedAt={current.startedAt} plannedMinutes={current.plannedMinutes} />
          {running.notes && <Text className="typed">{running.notes}</Text>}
          {mayRun && next && (
            <Button mt="sm" variant="light" loading={busy} onClick={() => start(next.id)}>
              {`Next: ${next.title}`}
            </Button>
          )}
        </div>
      )}
      <ol className="plain-list" aria-label="Agenda">
        {sections.map((section) => {
          const runs = cycle.session?.sections.filter((run) => run.sectionId === section.id) ?? [];
          const isRunning = section.id === current?.sectionId;
          return (
            <li key={section.id} className="agenda-row" aria-current={isRunning ? 'step' : undefined}>
              <div>
                <Text fw={isRunning ? 600 : undefined}>{section.title}</Text>
                <UsageLine usage={usageOf(section.minutes, runs, now)} running={isRunning} />
              </div>
              {mayRun && !isRunning && (
                <Button variant="subtle" size="compact-md" aria-label={`Go to ${section.title}`} onClick={() => start(section.id)}>
                  Go to
                </Button>
              )}
            </li>
          );
        })}
      </ol>
      {cycle.plan && (
        <div className="agenda-row">
          <div>
            <Text fw={600}>Whole meeting</Text>
            <UsageLine usage={usageOf(cycle.plan.totalMinutes, cycle.session?.sections ?? [], now)} />
          </div>
        </div>
      )}
    </section>
  );
}
