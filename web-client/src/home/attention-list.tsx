import { Group, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconUserQuestion } from '@tabler/icons-react';
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
        <Text className="quiet">Every ECT has a mentor, and no meeting is overdue.</Text>
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
                  {mentor ? (
                    <Group gap="sm">
                      <Text className="quiet">{`Mentor: ${mentor.name}`}</Text>
                      <SendMessage personId={mentor.id} name={mentor.name} about="COACHING" />
                    </Group>
                  ) : (
                    <TextLink to="/people/$personId" params={{ personId: ect.id }} search={{ school: school.id }}>
                      {`Appoint a mentor for ${ect.name}`}
                    </TextLink>
                  )}
                </Stack>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
