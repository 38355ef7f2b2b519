import { Button, Group, NativeSelect, Radio, Stack, TextInput, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { Audience } from '../gql/graphql';
import { AUDIENCES } from './bank-words';

const Schools = graphql(`
  fragment OpenBankForm on School {
    id
    name
  }
`);

const OpenStepBank = graphql(`
  mutation OpenStepBank($input: OpenStepBankInput!) {
    openStepBank(input: $input) {
      bank {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { schoolId: 'open-school', title: 'open-title', audience: 'open-audience' };

/** Opens a bank of a school's own; then one writes or imports steps. */
export function OpenBankForm(props: { schools: ReadonlyArray<FragmentType<typeof Schools>> }) {
  const schools = readFragment(Schools, props.schools);
  const [open, setOpen] = useState(false);
  const [schoolId, setSchoolId] = useState(schools[0]?.id ?? '');
  const [title, setTitle] = useState('');
  const [audience, setAudience] = useState<Audience>('TEACHERS');
  const { send, busy, problems } = useChange(OpenStepBank, (data) => data.openStepBank);
  const navigate = useNavigate();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const payload = await send({ schoolId, title, audience });
    if (payload?.bank) await navigate({ to: '/banks/$bankId', params: { bankId: payload.bank.id } });
  }

  if (!open) {
    return (
      <Button style={{ alignSelf: 'flex-start' }} onClick={() => setOpen(true)}>
        Open a bank of a school’s own
      </Button>
    );
  }
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-labelledby="open-bank">
      <Stack maw={560}>
        <Title order={2} id="open-bank">
          Open a bank of a school’s own
        </Title>
        <ErrorSummary problems={problems} fields={FIELDS} />
        {schools.length > 1 && (
          <NativeSelect
            id="open-school"
            label="School"
            value={schoolId}
            error={errorAt(problems, 'schoolId')}
            onChange={(event) => setSchoolId(event.target.value)}
            data={schools.map((school) => ({ value: school.id, label: school.name }))}
          />
        )}
        <TextInput
          id="open-title"
          label="Title of the bank"
          description={schools.length === 1 ? `For ${schools[0]?.name}` : undefined}
          maxLength={120}
          autoFocus
          value={title}
          error={errorAt(problems, 'title')}
          onChange={(event) => setTitle(event.target.value)}
        />
        <Radio.Group label="Whom are its steps for?" value={audience} onChange={(value) => setAudience(value as Audience)}>
          <Group mt="xs">
            {(['TEACHERS', 'MENTORS'] as const).map((one, index) => (
              <Radio key={one} id={index === 0 ? 'open-audience' : undefined} value={one} label={AUDIENCES[one]} />
            ))}
          </Group>
        </Radio.Group>
        <Group>
          <Button type="submit" loading={busy}>
            Open the bank
          </Button>
          <Button variant="subtle" onClick={() => setOpen(false)}>
            Not now
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
