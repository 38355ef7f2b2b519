import { Button, Checkbox, Stack, Text } from '@mantine/core';
import type { FormEvent } from 'react';
import { useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';
import { Meeting } from './meeting';
import { Tick, type StageProps } from './rehearsal-screen';

/** The ECT rehearses; the mentor says what was to be seen. */
export function RoundStage({ rehearsal, onReload, onTicked }: StageProps & { onTicked: () => void }) {
  const round = rehearsal.rounds.at(-1);
  const { value, set, clear } = useDraft<string[]>(`${rehearsal.id}.${rehearsal.stage}`, []);
  const { send, busy, problems, setProblems } = useChange(Tick, (data) => data.tickInRehearsal);
  if (!round) return null;

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ rehearsalId: rehearsal.id, version: rehearsal.version, criteriaSeen: value })) {
      clear();
      onTicked();
    }
  }

  return (
    <Stack gap="md">
      <Meeting rehearsal={rehearsal} />
      <section className="card" aria-label={`What ${rehearsal.scene.ectName} does`}>
        <Text className="quiet">{rehearsal.scene.ectName} rehearses</Text>
        <Text className="typed">{round.does}</Text>
      </section>
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <ErrorSummary
            problems={problems}
            onReload={() => {
              setProblems([]);
              onReload();
            }}
          />
          <Checkbox.Group size="md" label="Which of the criteria did you see?" description="None is an answer too." value={value} onChange={set}>
            <Stack gap="sm" mt="sm">
              {round.criteria.map((criterion) => (
                <Checkbox key={criterion.id} size="md" value={criterion.id} label={criterion.text} />
              ))}
            </Stack>
          </Checkbox.Group>
          <Button type="submit" loading={busy} style={{ alignSelf: 'flex-start' }}>
            That is what I saw
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}
