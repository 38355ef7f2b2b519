import { Checkbox, Group, Stack, Text, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { ButtonLink, TextLink } from '../components/button-link';
import { isoToday } from '../components/dates';
import { Empty } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { PHASES } from './people-words';
import { RegisterSchoolForm } from './register-school-form';
import { currentOrNext, isOn, isOver } from './roll-rule';
import { RollTable } from './roll-table';
import { SchoolChoice, WithSchool, type AtSchool, type RolledSchool } from './school-roll';

const AmAdministrator = graphql(`
  query AmAdministrator {
    viewer {
      administrator
    }
  }
`);

/** Who is at a school, who still needs a mentor, and the way to register more. */
export function PeoplePage() {
  const { school: chosen } = useSearch({ from: '/people' });
  const [{ data }] = useQuery({ query: AmAdministrator });
  return (
    <Stack gap="xl">
      <WithSchool chosen={chosen}>
        {({ school, roll, schools }) => (
          <Stack gap="lg">
            <PageTitle title="People">{`People at ${school.name}`}</PageTitle>
            <SchoolChoice schools={schools} school={school} />
            <Facts school={school} />
            <Group>
              <ButtonLink to="/people/register" search={{ school: school.id }}>
                Register one person
              </ButtonLink>
              <ButtonLink to="/people/import" search={{ school: school.id }} variant="default">
                Import a file
              </ButtonLink>
              <ButtonLink to="/people/school" search={{ school: school.id }} variant="subtle">
                About the school
              </ButtonLink>
            </Group>
            <WithoutMentor roll={roll} schoolId={school.id} />
            <Roll roll={roll} schoolId={school.id} />
          </Stack>
        )}
      </WithSchool>
      {data?.viewer.administrator && (
        <>
          <TextLink to="/organisations">Trusts and delivery partners</TextLink>
          <TextLink to="/people/erase">Data of a person: take it or erase it</TextLink>
          <RegisterSchoolForm />
        </>
      )}
    </Stack>
  );
}

function Facts({ school }: { school: RolledSchool }) {
  const partnership = school.partnership;
  const facts = [
    ['URN', school.urn],
    ['Tutors', school.tutors.map((tutor) => tutor.name).join(', ') || 'None today'],
    ['Phase', school.phase && PHASES[school.phase]],
    ['Trust', school.trust?.name],
    ['Appropriate body', school.appropriateBody],
    ['Partnership', partnership ? `${partnership.deliveryPartner.name}, ${partnership.leadProvider}` : undefined],
  ].filter((fact): fact is [string, string] => Boolean(fact[1]));
  return (
    <dl className="facts">
      {facts.map(([name, text]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

function WithoutMentor({ roll, schoolId }: { roll: readonly AtSchool[]; schoolId: string }) {
  const today = isoToday();
  const without = roll.filter((at) => at.role === 'ECT' && isOn(at, today) && !at.mentorships.some((one) => isOn(one, today)));
  if (without.length === 0) return null;
  return (
    <section aria-labelledby="without-mentor" className="card">
      <Title order={2} fz="md" id="without-mentor">
        Without a mentor today
      </Title>
      <ul className="bullets">
        {without.map((at) => {
          const next = currentOrNext(at.mentorships, today);
          return (
            <li key={at.person.id}>
              <TextLink to="/people/$personId" params={{ personId: at.person.id }} search={{ school: schoolId }}>
                {at.person.name}
              </TextLink>
              {next && ` (${next.mentor.name} is to begin)`}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Roll({ roll, schoolId }: { roll: readonly AtSchool[]; schoolId: string }) {
  const [past, setPast] = useState(false);
  const today = isoToday();
  const shown = past ? roll : roll.filter((at) => !isOver(at, today));
  if (roll.length === 0) {
    return (
      <Empty title="Nobody is registered here yet.">
        <Text>Import a file with everybody, or register one person after the other.</Text>
      </Empty>
    );
  }
  return (
    <Stack gap="sm">
      {roll.some((at) => isOver(at, today)) && (
        <Checkbox label="Also those who have left" checked={past} onChange={(event) => setPast(event.target.checked)} />
      )}
      <RollTable roll={shown} schoolId={schoolId} />
    </Stack>
  );
}
