import { Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconBook, IconCalendarX, IconUserQuestion } from '@tabler/icons-react';
import { TextLink } from '../components/button-link';
import { dayText } from '../components/dates';
import { SendMessage } from '../messages/send-message';
import { graphql, readFragment, type FragmentType } from '../gql';

const Part = graphql(`
  fragment AttentionList on School {
    id
    attention {
      kind
      since
      why
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
`);

const KINDS = {
  NO_MENTOR: { name: 'No mentor', Icon: IconUserQuestion },
  MEETING_OVERDUE: { name: 'Meeting overdue', Icon: IconAlertTriangle },
  EVENT_MISSED: { name: 'Event missed', Icon: IconCalendarX },
  SELF_STUDY_BEHIND: { name: 'Self-study behind', Icon: IconBook },
} as const;

/** Who needs the tutor's attention and why, the most pressing first. */
export function AttentionList(props: { school: FragmentType<typeof Part> }) {
  const school = readFragment(Part, props.school);
  const attention = school.attention ?? [];
  const heading = `${school.id}-attention`;
  return (
    <section aria-labelledby={heading}>
      <Title order={3} id={heading} mb="xs">
        {attention.length === 0 ? 'Nobody needs attention today' : `Needs attention (${attention.length})`}
      </Title>
      {attention.length === 0 ? (
        <Text className="quiet">Every ECT has a mentor, and no meeting or missed event waits for anybody.</Text>
      ) : (
        <ul className="plain-list">
          {attention.map(({ ect, mentor, kind, since, why }) => {
            const { name, Icon } = KINDS[kind];
            return (
              <li key={`${kind} ${ect.id}`} className="card">
                <Stack gap={4}>
                  <Text fw={600}>
                    <Icon size={18} aria-hidden className="inline-icon" /> {ect.name}: {name.toLowerCase()}
                    {since && ` since ${dayText(since)}`}
                  </Text>
                  <Text>{why}</Text>
                  <ActOn kind={kind} ect={ect} mentor={mentor} schoolId={school.id} />
                </Stack>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}

type Named = { id: string; name: string };
type ActOnProps = { kind: keyof typeof KINDS; ect: Named; mentor: Named | null; schoolId: string };

/** What a tutor does about it, one click away. */
function ActOn({ kind, ect, mentor, schoolId }: ActOnProps) {
  switch (kind) {
    case 'NO_MENTOR':
      return (
        <TextLink to="/people/$personId" params={{ personId: ect.id }} search={{ school: schoolId }}>
          {`Appoint a mentor for ${ect.name}`}
        </TextLink>
      );
    case 'MEETING_OVERDUE':
      if (!mentor) return null;
      return (
        <Group gap="sm">
          <Text className="quiet">{`Mentor: ${mentor.name}`}</Text>
          <SendMessage personId={mentor.id} name={mentor.name} about="COACHING" />
        </Group>
      );
    case 'EVENT_MISSED':
      return <TextLink to="/programme/events">{`Arrange it for ${ect.name}`}</TextLink>;
    case 'SELF_STUDY_BEHIND':
      return (
        <Group gap="sm">
          <TextLink to="/people/$personId/programme" params={{ personId: ect.id }}>
            {`Programme of ${ect.name}`}
          </TextLink>
          <SendMessage personId={ect.id} name={ect.name} about="SELF_STUDY" />
        </Group>
      );
  }
}
