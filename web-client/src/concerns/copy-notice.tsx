import { Button, Stack, Text, Textarea, Title } from '@mantine/core';
import { useRef, useState } from 'react';

/** A text for the appropriate body or delivery partner. They are told outside of this service, by e-mail or on the phone. */
export function CopyNotice({ text }: { text: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [state, setState] = useState('');

  async function copy() {
    try {
      await navigator.clipboard.writeText(text);
      setState('Copied.');
    } catch {
      // Without a secure connection the browser leaves it to the person.
      field.current?.select();
      setState('Press Ctrl+C to copy the marked text.');
    }
  }

  return (
    <section aria-labelledby="notice">
      <Title order={2} id="notice" mb="xs">
        Tell the appropriate body or the delivery partner
      </Title>
      <Stack gap="xs" maw={640} align="flex-start">
        <Text>Coachbench does not send it: copy the text into an e-mail, or read from it on the phone, and put down below that you did.</Text>
        <Textarea ref={field} label="Text to copy" readOnly autosize value={text} style={{ width: '100%' }} />
        <Button variant="default" onClick={() => void copy()}>
          Copy the text
        </Button>
        <Text role="status">{state}</Text>
      </Stack>
    </section>
  );
}
