import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import type { PhaseOfEducation } from '../gql/graphql';
import { AddName } from './add-name';
import { PHASES } from './people-words';
import type { RolledSchool } from './school-roll';

const DescribeSchool = graphql(`
  mutation DescribeSchool($input: DescribeSchoolInput!) {
    describeSchool(input: $input) {
      school {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const RegisterTrust = graphql(`
  mutation RegisterTrust($input: RegisterTrustInput!) {
    registerTrust(input: $input) {
      trust {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { name: 'describe-name', appropriateBody: 'describe-body', trustId: 'describe-trust' };

/** For administrators: name, phase, trust and appropriate body of a school. */
export function DescribeSchoolForm({ school, trusts }: { school: RolledSchool; trusts: readonly { id: string; name: string }[] }) {
  const [entered, setEntered] = useState({
    name: school.name,
    phase: (school.phase ?? '') as PhaseOfEducation | '',
    trustId: school.trust?.id ?? '',
    appropriateBody: school.appropriateBody ?? '',
  });
  const [saved, setSaved] = useState(false);
  const { send, busy, problems } = useChange(DescribeSchool, (data) => data.describeSchool);
  const addTrust = useChange(RegisterTrust, (data) => data.registerTrust);

  function enter(part: Partial<typeof entered>) {
    setEntered({ ...entered, ...part });
    setSaved(false);
  }

  async function submit(event: FormEvent) {
    event.preventDefault();
    const payload = await send({
      schoolId: school.id,
      name: entered.name,
      phase: entered.phase || null,
      trustId: entered.trustId || null,
      appropriateBody: entered.appropriateBody.trim() || null,
    });
    setSaved(Boolean(payload));
  }

  return (
    <section aria-labelledby="describe">
      <Stack maw={560}>
        <Title order={2} id="describe">
          The school
        </Title>
        <form onSubmit={(event) => void submit(event)} noValidate aria-labelledby="describe">
          <Stack>
            <ErrorSummary problems={problems} fields={FIELDS} />
            <TextInput
              id={FIELDS.name}
              label="Name of the school"
              maxLength={120}
              value={entered.name}
              error={errorAt(problems, 'name')}
              onChange={(event) => enter({ name: event.target.value })}
            />
            <NativeSelect
              label="Phase"
              value={entered.phase}
              onChange={(event) => enter({ phase: event.target.value as PhaseOfEducation | '' })}
              data={[{ value: '', label: 'Not known' }, ...Object.entries(PHASES).map(([value, label]) => ({ value, label }))]}
            />
            <NativeSelect
              id={FIELDS.trustId}
              label="Trust"
              value={entered.trustId}
              error={errorAt(problems, 'trustId')}
              onChange={(event) => enter({ trustId: event.target.value })}
              data={[{ value: '', label: 'None' }, ...trusts.map((trust) => ({ value: trust.id, label: trust.name }))]}
            />
            <TextInput
              id={FIELDS.appropriateBody}
              label="Appropriate body"
              maxLength={120}
              value={entered.appropriateBody}
              error={errorAt(problems, 'appropriateBody')}
              onChange={(event) => enter({ appropriateBody: event.target.value })}
            />
            <Group>
              <Button type="submit" loading={busy}>
                Save
              </Button>
              <Text role="status">{saved ? 'Saved.' : ''}</Text>
            </Group>
          </Stack>
        </form>
        <AddName
          summary="Add a trust that is not in the list"
          label="Name of the trust"
          busy={addTrust.busy}
          problems={addTrust.problems}
          onAdd={async (name) => {
            const payload = await addTrust.send({ name });
            if (payload?.trust) enter({ trustId: payload.trust.id });
            return Boolean(payload);
          }}
        />
      </Stack>
    </section>
  );
}
