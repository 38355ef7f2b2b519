import { Button, NativeSelect, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { dayOf } from '../components/dates';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { phaseName } from '../components/phase-badge';
import { graphql } from '../gql';

const TutoredSchools = graphql(`
  query TutoredSchools {
    viewer {
      administrator
      schools {
        id
        name
        people {
          role
          person {
            id
            name
          }
        }
      }
    }
  }
`);

const Log = graphql(`
  query CoachingLogOf($schoolId: ID!, $ectId: ID, $mentorId: ID, $met: Boolean, $after: String) {
    coachingLog(schoolId: $schoolId, ectId: $ectId, mentorId: $mentorId, met: $met, after: $after) {
      edges {
        node {
          cycleId
          phase
          startedAt
          sharedAt
          metAt
          minutes
          rounds
          ect {
            id
            name
          }
          mentor {
            id
            name
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

/** What took place between mentors and ECTs of a school; opening an entry is a visit, which the pair sees. */
export function CoachingLogPage() {
  const { school: chosen } = useSearch({ from: '/coaching-log' });
  const navigate = useNavigate({ from: '/coaching-log' });
  const [{ data, error, fetching }, ask] = useQuery({ query: TutoredSchools });
  if (!data) return error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading />;
  const schools = data.viewer.administrator ? [] : data.viewer.schools;
  const school = schools.find((one) => one.id === chosen) ?? schools[0];
  if (!school) {
    return (
      <Stack>
        <PageTitle>Coaching log</PageTitle>
        <Empty title="You are not the induction tutor of a school today.">
          <Text>Tutors see here what took place between the mentors and ECTs of their schools.</Text>
        </Empty>
      </Stack>
    );
  }
  return (
    <Stack>
      <PageTitle title="Coaching log">{`Coaching log of ${school.name}`}</PageTitle>
      <Text maw={640}>
        What took place, and when; nothing of what was said. Opening an entry is recorded as your visit, and the mentor and the ECT see it.
      </Text>
      {schools.length > 1 && (
        <NativeSelect
          label="School"
          value={school.id}
          data={schools.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(event) => void navigate({ search: { school: event.currentTarget.value } })}
        />
      )}
      <Entries key={school.id} schoolId={school.id} people={school.people ?? []} />
    </Stack>
  );
}

type Somebody = { role: 'ECT' | 'MENTOR'; person: { id: string; name: string } };

function Entries({ schoolId, people }: { schoolId: string; people: readonly Somebody[] }) {
  const [ectId, setEct] = useState('');
  const [mentorId, setMentor] = useState('');
  const [met, setMet] = useState('');
  const filters = { ectId: ectId || null, mentorId: mentorId || null, met: met === '' ? null : met === 'yes' };
  const of = (role: string) => [
    { value: '', label: 'Everybody' },
    ...people.filter((one) => one.role === role).map(({ person }) => ({ value: person.id, label: person.name })),
  ];
  return (
    <>
      <div className="fields">
        <NativeSelect label="ECT" value={ectId} data={of('ECT')} onChange={(event) => setEct(event.currentTarget.value)} />
        <NativeSelect label="Mentor" value={mentorId} data={of('MENTOR')} onChange={(event) => setMentor(event.currentTarget.value)} />
        <NativeSelect
          label="Meeting"
          value={met}
          data={[
            { value: '', label: 'All' },
            { value: 'yes', label: 'Took place' },
            { value: 'no', label: 'Not yet, or cancelled' },
          ]}
          onChange={(event) => setMet(event.currentTarget.value)}
        />
      </div>
      <Table key={JSON.stringify(filters)} schoolId={schoolId} filters={filters} />
    </>
  );
}

type Filters = { ectId: string | null; mentorId: string | null; met: boolean | null };

function Table({ schoolId, filters }: { schoolId: string; filters: Filters }) {
  const [after, setAfter] = useState<string | null>(null);
  const [{ data, error, fetching }, ask] = useQuery({ query: Log, variables: { schoolId, ...filters, after }, requestPolicy: 'cache-and-network' });
  if (!data) return error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading />;
  const { edges, pageInfo } = data.coachingLog ?? { edges: [], pageInfo: { hasNextPage: false, endCursor: null } };
  if (edges.length === 0) return <Text>Nothing took place yet that fits.</Text>;
  return (
    <>
      <div className="scroll-x" role="region" aria-label="Coaching log" tabIndex={0}>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">Drop-in</th>
              <th scope="col">ECT</th>
              <th scope="col">Mentor</th>
              <th scope="col">Now at</th>
              <th scope="col">Meeting</th>
              <th scope="col">Visit</th>
            </tr>
          </thead>
          <tbody>
            {edges.map(({ node }) => (
              <tr key={node.cycleId}>
                <td className="no-wrap">{dayOf(node.startedAt)}</td>
                <td>{node.ect.name}</td>
                <td>{node.mentor.name}</td>
                <td>{phaseName(node.phase)}</td>
                <td>{meeting(node)}</td>
                <td>
                  {node.sharedAt ? (
                    <TextLink to="/cycles/$cycleId" params={{ cycleId: node.cycleId }} aria-label={`Visit the coaching of ${node.ect.name} of ${dayOf(node.startedAt)}`}>
                      Visit
                    </TextLink>
                  ) : (
                    <span className="quiet">Not shared yet</span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {pageInfo.hasNextPage && (
        <div>
          <Button variant="default" loading={fetching} onClick={() => setAfter(pageInfo.endCursor ?? null)}>
            Show older
          </Button>
        </div>
      )}
    </>
  );
}

function meeting({ metAt, minutes, rounds }: { metAt?: string | null; minutes?: number | null; rounds: number }) {
  if (!metAt) return 'Not yet';
  const length = minutes == null ? 'running' : `${minutes} minutes`;
  return `${dayOf(metAt)}, ${length}, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}`;
}
