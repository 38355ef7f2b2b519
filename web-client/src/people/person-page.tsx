import { Stack, Text, Title } from '@mantine/core';
import { useParams, useSearch } from '@tanstack/react-router';
import { TextLink } from '../components/button-link';
import { isoToday } from '../components/dates';
import { Empty } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { SchedulePart } from '../programme/schedule-part';
import { CoachPart } from './coach-part';
import { DetailsPart } from './details-part';
import { LeavingPart } from './leaving-part';
import { MentorPart } from './mentor-part';
import { MergePart } from './merge-part';
import { OutsidePart } from './outside-part';
import { PATTERNS, ROLES } from './people-words';
import { isOn, isOver } from './roll-rule';
import { timeText } from './roll-table';
import { WithSchool, type AtSchool } from './school-roll';

/** All that a tutor does for one person at their school. */
export function PersonPage() {
  const { personId } = useParams({ from: '/people/$personId' });
  const { school: chosen } = useSearch({ from: '/people/$personId' });
  return (
    <WithSchool chosen={chosen}>
      {({ school, roll, administrator }) => {
        const times = roll.filter((at) => at.person.id === personId);
        const person = times[0]?.person;
        if (!person) {
          return (
            <Empty title="They are not at this school.">
              <PageTitle>Not found</PageTitle>
              <TextLink to="/people" search={{ school: school.id }}>
                People at {school.name}
              </TextLink>
            </Empty>
          );
        }
        return (
          <Stack gap="xl">
            <div>
              <TextLink to="/people" search={{ school: school.id }}>
                People at {school.name}
              </TextLink>
              <PageTitle>{person.name}</PageTitle>
            </div>
            <DetailsPart person={person} />
            {[...times].reverse().map((at) => (
              <TimePart key={`${at.role} ${at.startedOn}`} at={at} roll={roll} schoolId={school.id} />
            ))}
            {administrator && <MergePart key={person.id} person={person} schoolId={school.id} />}
            {administrator && (
              <section aria-labelledby="erasure">
                <Title order={2} id="erasure" mb="sm">
                  Erase what is held about them?
                </Title>
                <TextLink to="/people/$personId/erase" params={{ personId: person.id }} search={{ school: school.id }}>
                  See what goes and what stays
                </TextLink>
              </section>
            )}
          </Stack>
        );
      }}
    </WithSchool>
  );
}

/** One time at the school: its days, mentors, what to do outside, and its end. */
function TimePart({ at, roll, schoolId }: { at: AtSchool; roll: readonly AtSchool[]; schoolId: string }) {
  const id = `time-${at.role}-${at.startedOn}`;
  return (
    <section aria-labelledby={id}>
      <Stack gap="lg">
        <div>
          <Title order={2} id={id}>
            {ROLES[at.role]}
          </Title>
          <Text>{timeText(at)}</Text>
          {at.role === 'ECT' && (
            <Text className="quiet">
              {[at.cohort && `Cohort ${at.cohort}`, at.workingPattern && PATTERNS[at.workingPattern]].filter(Boolean).join(', ')}
            </Text>
          )}
        </div>
        {at.role === 'ECT' ? <MentorPart at={at} roll={roll} schoolId={schoolId} /> : <MenteesPart at={at} roll={roll} />}
        {at.role === 'MENTOR' && !isOver(at, isoToday()) && <CoachPart mentorId={at.person.id} />}
        {at.role === 'ECT' && !isOver(at, isoToday()) && <SchedulePart ectId={at.person.id} />}
        <OutsidePart at={at} schoolId={schoolId} />
        <LeavingPart at={at} schoolId={schoolId} />
      </Stack>
    </section>
  );
}

function MenteesPart({ at, roll }: { at: AtSchool; roll: readonly AtSchool[] }) {
  const today = isoToday();
  const names = roll
    .filter((ect) => ect.mentorships.some((one) => one.mentor.id === at.person.id && isOn(one, today)))
    .map((ect) => ect.person.name);
  return <Text>{names.length === 0 ? 'Mentors nobody today.' : `Mentors ${names.join(', ')}.`}</Text>;
}
