import { Button, Group, Stack, Text, TextInput, Textarea } from '@mantine/core';
import { useEffect, useState, type FormEvent } from 'react';
import { useDraft } from '../api/use-draft';
import { timeOf } from '../components/dates';
import { instantAt } from './note-time';

type Typing = { text: string; at: string | null };
const NOTHING: Typing = { text: '', at: null };

/** Quick entry of what is seen or heard. The time is that of the first letter, not of the last. */
export function EvidenceForm({ cycleId, onAdd }: { cycleId: string; onAdd: (text: string, at: string) => void }) {
  const { value, set, clear } = useDraft<Typing>(`${cycleId}.evidence`, NOTHING);
  const [now, setNow] = useState(() => new Date().toISOString());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date().toISOString()), 10_000);
    return () => clearInterval(timer);
  }, []);

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!value.text.trim()) return;
    onAdd(value.text, value.at ?? new Date().toISOString());
    clear();
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          label="What do you see or hear?"
          description="As close to what happened as you can. Write “pupil A”, no names."
          value={value.text}
          maxLength={2000}
          onChange={(event) => set({ text: event.target.value, at: value.at ?? new Date().toISOString() })}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              submit();
            }
          }}
        />
        <Group align="flex-end" justify="space-between">
          <TextInput
            label="Time"
            type="time"
            w={128}
            value={timeOf(value.at ?? now)}
            onChange={(event) => set({ ...value, at: instantAt(event.target.value, new Date()) })}
          />
          <Button type="submit">Add note</Button>
        </Group>
        <Text size="sm" className="quiet">
          Enter adds the note, Shift and Enter begins a new line.
        </Text>
      </Stack>
    </form>
  );
}

/** Quick entry of what went well. */
export function PraiseForm({ cycleId, onAdd }: { cycleId: string; onAdd: (text: string) => void }) {
  const { value, set, clear } = useDraft(`${cycleId}.praise`, '');

  function submit(event?: FormEvent) {
    event?.preventDefault();
    if (!value.trim()) return;
    onAdd(value);
    clear();
  }

  return (
    <form onSubmit={submit}>
      <Stack gap="xs">
        <Textarea
          label="What went well, and what did it do for pupils?"
          description="Name the action and its effect."
          value={value}
          maxLength={1000}
          onChange={(event) => set(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              submit();
            }
          }}
        />
        <Button type="submit" variant="default" style={{ alignSelf: 'flex-end' }}>
          Add praise
        </Button>
      </Stack>
    </form>
  );
}
