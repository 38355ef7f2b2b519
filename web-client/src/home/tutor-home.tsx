import { Group, Stack, Text, Title } from '@mantine/core';
import { Standing } from '../cadence/standing';
import { WeekStrip, WeekStripKey } from '../cadence/week-strip';
import { TextLink } from '../components/button-link';
import { dayText } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';
import { AttentionList } from './attention-list';
import { PersonActions } from './person-actions';

const Schools = graphql(`
  fragment TutorHome on School {
    id
    name
    urn
    ...AttentionList
    keepsMeetings {
      weeks
      meetings
      mentor {
        id
        name
      }
      ect {
        id
        name
      }
    }
    mentorships {
      id
      mentor {
        id
        name
      }
      ect {
        id
      }
    }
    people {
      role
      person {
        id
        name
        cadence {
          state
          dueBy
          ...WeekStrip
        }
      }
    }
  }
`);

type School = NonNullable<ReturnType<typeof readSchool>>;
const readSchool = (school: FragmentType<typeof Schools>) => readFragment(Schools, school);

/** A tutor's schools: who needs attention, how every ECT's meetings stand, and who deserves a word of praise. */
export function TutorHome(props: { schools: ReadonlyArray<FragmentType<typeof Schools>> }) {
  const schools = props.schools.map(readSchool);
  return (
    <Stack gap="xl">
      {schools.map((school) => (
        <section key={school.id} aria-labelledby={school.id}>
          <Stack gap="md">
            <Group justify="space-between" align="baseline">
              <Title order={2} id={school.id}>
                {school.name}
              </Title>
              <Group gap="md">
                <TextLink to="/people" search={{ school: school.id }}>{`People at ${school.name}`}</TextLink>
                <TextLink to="/coaching-log" search={{ school: school.id }}>Coaching log</TextLink>
                <TextLink to="/engagement">Engagement over time</TextLink>
              </Group>
            </Group>
            <AttentionList school={school} />
            <EveryEct school={school} />
            <KeepsMeetings school={school} />
          </Stack>
        </section>
      ))}
    </Stack>
  );
}

function EveryEct({ school }: { school: School }) {
  const mentorOf = new Map((school.mentorships ?? []).map(({ ect, mentor }) => [ect.id, mentor]));
  const ects = (school.people ?? []).filter((one) => one.role === 'ECT').map((one) => one.person);
  if (ects.length === 0) return <Text>No ECT is registered at this school yet.</Text>;
  return (
    <div>
      <div className="scroll-x" role="region" aria-label={`ECTs of ${school.name}`} tabIndex={0}>
        <table className="plain">
          <caption>Every ECT of today</caption>
          <thead>
            <tr>
              <th scope="col">ECT</th>
              <th scope="col">Mentor</th>
              <th scope="col">Meetings</th>
              <th scope="col">Last school weeks</th>
              <th scope="col">Next due by</th>
            </tr>
          </thead>
          <tbody>
            {ects.map(({ id, name, cadence }) => (
              <tr key={id}>
                <th scope="row">
                  <TextLink to="/people/$personId" params={{ personId: id }} search={{ school: school.id }}>
                    {name}
                  </TextLink>
                  <PersonActions personId={id} name={name} />
                </th>
                <td>
                  <Mentor mentor={mentorOf.get(id)} />
                </td>
                <td>{cadence && <Standing state={cadence.state} />}</td>
                <td>{cadence && <WeekStrip cadence={cadence} of={name} />}</td>
                <td className="no-wrap">{cadence?.dueBy ? dayText(cadence.dueBy) : '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <WeekStripKey />
    </div>
  );
}

function Mentor({ mentor }: { mentor: { id: string; name: string } | undefined }) {
  if (!mentor) return <strong>None</strong>;
  return (
    <>
      {mentor.name}
      <PersonActions personId={mentor.id} name={mentor.name} />
    </>
  );
}

function KeepsMeetings({ school }: { school: School }) {
  const kept = (school.keepsMeetings ?? []).slice(0, 5);
  if (kept.length === 0) return null;
  return (
    <section aria-labelledby={`${school.id}-praise`}>
      <Title order={3} id={`${school.id}-praise`} mb="xs">
        Worth a word of praise
      </Title>
      <ul className="bullets">
        {kept.map(({ mentor, ect, weeks, meetings }) => (
          <li key={ect.id}>
            {`${mentor.name} has kept every meeting with ${ect.name} for ${weeks} school weeks: ${meetings} meetings.`}
          </li>
        ))}
      </ul>
    </section>
  );
}
