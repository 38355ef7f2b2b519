import { Button, List, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { PageTitle } from '../components/page-title';
import { KeptPart } from './kept-part';
import { LooksPart } from './looks-part';

/** What is held about the viewer, and the way to take it away. */
export function MyDataPage() {
  return (
    <Stack gap="lg" maw={640}>
      <PageTitle>My data</PageTitle>
      <Text>
        You can take away what Coachbench holds about you: everything in which your id or e-mail address stands, and all that happened in your coaching
        cycles. It is one zip file. Unpack it and open index.html, which lists what is in it.
      </Text>
      <Button component="a" href="/my-data.zip" download leftSection={<IconDownload size={18} aria-hidden />} style={{ alignSelf: 'flex-start' }}>
        Download my data
      </Button>
      <Text className="quiet">It can take a minute. It holds private notes, so keep it off shared computers.</Text>
      <section aria-labelledby="in-it">
        <Title order={2} id="in-it" mb="xs">
          What is in it
        </Title>
        <List spacing="xs">
          <List.Item>Your record, account, schools and programme, self-study, events and diagnostics.</List.Item>
          <List.Item>
            Your coaching: drop-ins, steps, plans, meetings, notes and comments, also what others wrote about you or with you and you may read here.
          </List.Item>
          <List.Item>Your pastoral meetings, with what the two of you wrote.</List.Item>
          <List.Item>Nudges, praise, visits, and who looked into your coaching.</List.Item>
          <List.Item>Each as JSON and as CSV for a spreadsheet, with other people’s words marked.</List.Item>
        </List>
      </section>
      <section aria-labelledby="left-out">
        <Title order={2} id="left-out" mb="xs">
          What is left out
        </Title>
        <List spacing="xs">
          <List.Item>Drop-ins that your mentor has not shared with you yet, and concerns: the index says that they are there and when they were begun.</List.Item>
          <List.Item>For an ECT, the feedback that a tutor gave to their mentor.</List.Item>
          <List.Item>Your password, and anything of other people that does not name you.</List.Item>
        </List>
        <Text mt="sm">You may ask your school for all of what it holds about you. It answers within a month, free of charge.</Text>
      </section>
      <KeptPart />
      <LooksPart />
    </Stack>
  );
}
