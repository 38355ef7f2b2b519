import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import type { PastoralChoice } from './calendar-part';

const ChoosePastoralMeetings = graphql(`
  mutation ChoosePastoralMeetings($input: ChoosePastoralMeetingsInput!) {
    choosePastoralMeetings(input: $input) {
      school {
        id
        pastoralChoices {
          from
          pastoralMeetings
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { from: 'pastoral-from' };

type Props = { choices: readonly PastoralChoice[]; schoolId: string };

/** Whether pastoral meetings may take the place of coaching in alternate weeks of the first year. */
export function PastoralPart({ choices, schoolId }: Props) {
  const held = choices.findLast((one) => one.from <= isoToday())?.pastoralMeetings ?? false;
  const [entered, setEntered] = useState({ pastoralMeetings: !held, from: isoToday() });
  const [saved, setSaved] = useState(false);
  const { send, busy, problems } = useChange(ChoosePastoralMeetings, (data) => data.choosePastoralMeetings);

  function enter(part: Partial<typeof entered>) {
    setEntered({ ...entered, ...part });
    setSaved(false);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    setSaved(Boolean(await send({ schoolId, ...entered })));
  }

  return (
    <section aria-labelledby="pastoral">
      <Stack maw={560}>
        <div>
          <Title order={2} id="pastoral">
            Pastoral meetings
          </Title>
          <Text>With them, a first year has coaching at least every other week and may have a pastoral meeting in the others. Without them, coaching every week.</Text>
        </div>
        {choices.length === 0 ? (
          <Text>The school has none.</Text>
        ) : (
          <ul className="rows" aria-label="Choices about pastoral meetings">
            {choices.map((one) => (
              <li key={one.from}>
                From {dayText(one.from)}: {one.pastoralMeetings ? 'pastoral meetings' : 'none'}
              </li>
            ))}
          </ul>
        )}
        <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-labelledby="pastoral">
          <Stack>
            <ErrorSummary problems={problems} fields={FIELDS} />
            <div className="fields">
              <NativeSelect
                label="The school has"
                value={entered.pastoralMeetings ? 'yes' : 'no'}
                onChange={(event) => enter({ pastoralMeetings: event.target.value === 'yes' })}
                data={[
                  { value: 'yes', label: 'pastoral meetings' },
                  { value: 'no', label: 'none' },
                ]}
              />
              <TextInput
                id={FIELDS.from}
                type="date"
                label="From"
                value={entered.from}
                error={errorAt(problems, 'from')}
                onChange={(event) => enter({ from: event.target.value })}
              />
            </div>
            <Group>
              <Button type="submit" variant="default" loading={busy} disabled={entered.from === ''}>
                Save the choice
              </Button>
              <Text role="status">{saved ? 'Saved.' : ''}</Text>
            </Group>
          </Stack>
        </form>
      </Stack>
    </section>
  );
}
