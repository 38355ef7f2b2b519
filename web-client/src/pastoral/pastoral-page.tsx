import { Stack, Text, Title } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import { Provider, useQuery } from 'urql';
import { createForgetfulClient } from '../api/client';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { useSession } from '../sign-in/session-context';
import { MeetingCard } from './meeting-card';
import { PlanMeeting } from './plan-meeting';

const PastoralMeetings = graphql(`
  query PastoralMeetings {
    viewer {
      keepsPastoralNotes
      mentorships {
        id
        ect {
          id
          name
        }
      }
      pastoralMeetings {
        id
        tookPlace
        ...PastoralMeetingCard
      }
    }
    pastoralTopics {
      id
      ...PastoralTopicGuide
    }
  }
`);

/** Meetings that are between a mentor and an ECT. None of it stays on the device. */
export function PastoralPage() {
  const { onSignedOut } = useSession();
  const forgetful = useMemo(() => createForgetfulClient(onSignedOut), [onSignedOut]);
  return (
    <Provider value={forgetful}>
      <Meetings />
    </Provider>
  );
}

function Meetings() {
  const [{ data, error, fetching }, ask] = useQuery({ query: PastoralMeetings });
  const [changedId, setChangedId] = useState<string>();
  const coming = useRef<HTMLHeadingElement>(null);
  const reload = () => ask({ requestPolicy: 'network-only' });
  const changed = (meetingId: string) => {
    setChangedId(meetingId);
    reload();
  };
  const dropped = () => {
    coming.current?.focus();
    reload();
  };
  if (!data) return error && !fetching ? <Failed error={error} onRetry={reload} /> : <Loading />;
  const { viewer, pastoralTopics } = data;
  const ects = viewer.mentorships.map((mentorship) => mentorship.ect);
  const past = viewer.pastoralMeetings.filter((one) => one.tookPlace);
  const toCome = viewer.pastoralMeetings.filter((one) => !one.tookPlace).reverse();
  const list = (meetings: typeof past) =>
    meetings.map((meeting) => (
      <MeetingCard
        key={meeting.id}
        meeting={meeting}
        topics={pastoralTopics}
        keepsNotes={viewer.keepsPastoralNotes}
        takesFocus={meeting.id === changedId}
        onChanged={() => changed(meeting.id)}
        onReload={reload}
        onDropped={dropped}
      />
    ));
  return (
    <Stack gap="lg">
      <div>
        <PageTitle>Pastoral meetings</PageTitle>
        <Text className="quiet">
          What stands here is for the two of you: it is sealed, and nobody else can open it. Your tutor learns only that you met. Whoever it is
          about may ask for what is held about them, so write as you would speak with them there, and name no pupils.
        </Text>
        {!viewer.keepsPastoralNotes && (
          <Text role="status" mt="sm">
            Notes cannot be kept yet: whoever runs Coachbench for your school has to set a key that seals them. Meetings can be planned and counted.
          </Text>
        )}
      </div>
      {ects.length > 0 && <PlanMeeting ects={ects} onPlanned={changed} />}
      <section aria-labelledby="coming">
        <Title order={2} id="coming" mb="sm" ref={coming} tabIndex={-1}>
          To come
        </Title>
        {toCome.length > 0 ? <Stack gap="md">{list(toCome)}</Stack> : <Empty title="No pastoral meeting is planned." />}
      </section>
      {past.length > 0 && (
        <section aria-labelledby="past">
          <Title order={2} id="past" mb="sm">
            Past
          </Title>
          <Stack gap="md">{list(past)}</Stack>
        </section>
      )}
    </Stack>
  );
}
