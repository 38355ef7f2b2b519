import { Button, Stack, TextInput, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';

const RegisterSchool = graphql(`
  mutation RegisterSchool($input: RegisterSchoolInput!) {
    registerSchool(input: $input) {
      school {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { urn: 'school-urn', name: 'school-name' };

/** For administrators: a school to which people can be registered then. */
export function RegisterSchoolForm() {
  const [urn, setUrn] = useState('');
  const [name, setName] = useState('');
  const { send, busy, problems } = useChange(RegisterSchool, (data) => data.registerSchool);
  const navigate = useNavigate();

  async function submit(event: FormEvent) {
    event.preventDefault();
    const payload = await send({ urn: urn.replace(/\D/g, ''), name });
    if (!payload?.school) return;
    setUrn('');
    setName('');
    await navigate({ to: '/people', search: { school: payload.school.id } });
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-labelledby="register-school">
      <Stack maw={480}>
        <Title order={2} id="register-school">
          Register a school
        </Title>
        <ErrorSummary problems={problems} fields={FIELDS} />
        <TextInput
          id={FIELDS.urn}
          label="URN"
          description="Six digits."
          inputMode="numeric"
          value={urn}
          error={errorAt(problems, 'urn')}
          onChange={(event) => setUrn(event.target.value)}
        />
        <TextInput
          id={FIELDS.name}
          label="Name of the school"
          maxLength={120}
          value={name}
          error={errorAt(problems, 'name')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" variant="default" loading={busy} style={{ alignSelf: 'flex-start' }}>
          Register the school
        </Button>
      </Stack>
    </form>
  );
}
