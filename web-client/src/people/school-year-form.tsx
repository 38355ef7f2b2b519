import { Button, Fieldset, Group, Stack, TextInput, Title } from '@mantine/core';
import { useRef, useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import type { SchoolYear } from './calendar-part';
import { SetSchoolYear } from './school-year-mutation';

type Props = { year: SchoolYear; name: string; schoolId: string; onClose: () => void };

/** The dates of one school year, beginning with those that hold now. */
export function SchoolYearForm({ year, name, schoolId, onClose }: Props) {
  const [halfTerms, setHalfTerms] = useState(year.halfTerms.map(({ firstDay, lastDay }) => ({ firstDay, lastDay })));
  const [closedDays, setClosedDays] = useState<readonly string[]>(year.closedDays);
  const addButton = useRef<HTMLButtonElement>(null);
  const { send, busy, problems } = useChange(SetSchoolYear, (data) => data.setSchoolYear);
  const id = (index: number, day: string) => `half-term-${year.startsIn}-${index}-${day}`;
  const fields = Object.fromEntries(
    halfTerms.flatMap((_, index) => ['firstDay', 'lastDay'].map((day) => [`halfTerms.${index}.${day}`, id(index, day)])),
  );

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ schoolId, startsIn: year.startsIn, halfTerms, closedDays: closedDays.filter(Boolean) })) onClose();
  }

  return (
    <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label={`Dates of ${name}`}>
      <Stack>
        <Title order={3} fz="lg">
          {name}
        </Title>
        <ErrorSummary problems={problems} fields={fields} />
        {halfTerms.map((halfTerm, index) => (
          <Fieldset key={index} variant="unstyled" legend={<strong>{year.halfTerms[index]?.name}</strong>}>
            <div className="fields">
              {(['firstDay', 'lastDay'] as const).map((day) => (
                <TextInput
                  key={day}
                  id={id(index, day)}
                  type="date"
                  label={day === 'firstDay' ? 'First day' : 'Last day'}
                  autoFocus={index === 0 && day === 'firstDay'}
                  value={halfTerm[day]}
                  error={errorAt(problems, 'halfTerms', String(index), day)}
                  onChange={(event) => setHalfTerms(halfTerms.with(index, { ...halfTerm, [day]: event.target.value }))}
                />
              ))}
            </div>
          </Fieldset>
        ))}
        <Fieldset variant="unstyled" legend={<strong>Closed within a half-term, such as bank holidays and training days</strong>}>
          <Stack gap="xs">
            {closedDays.map((day, index) => (
              <Group key={index} gap="xs">
                <TextInput
                  type="date"
                  aria-label={`Closed day ${index + 1}`}
                  autoFocus={day === ''}
                  value={day}
                  onChange={(event) => setClosedDays(closedDays.with(index, event.target.value))}
                />
                <Button
                  variant="subtle"
                  aria-label={`Take out closed day ${index + 1}`}
                  onClick={() => {
                    setClosedDays(closedDays.filter((_, other) => other !== index));
                    addButton.current?.focus();
                  }}
                >
                  Take out
                </Button>
              </Group>
            ))}
            <Button ref={addButton} variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setClosedDays([...closedDays, ''])}>
              Add a closed day
            </Button>
          </Stack>
        </Fieldset>
        <Group>
          <Button type="submit" loading={busy} disabled={halfTerms.some((one) => one.firstDay === '' || one.lastDay === '')}>
            Save the dates
          </Button>
          <Button variant="subtle" onClick={onClose}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
