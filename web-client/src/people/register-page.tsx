import { Button, Group, NativeSelect, Radio, Stack, Text, TextInput, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState, type FormEvent } from 'react';
import { errorAt, useChange, type ShownProblem } from '../api/use-change';
import { ButtonLink, TextLink } from '../components/button-link';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { SchoolRole, WorkingPattern } from '../gql/graphql';
import { PATTERNS, ROLES } from './people-words';
import { WithSchool, type RolledSchool } from './school-roll';

const RegisterPerson = graphql(`
  mutation RegisterPerson($input: RegisterPersonInput!) {
    registerPerson(input: $input) {
      person {
        id
        name
        email
      }
      oneTimePassword
      problems {
        ...ProblemParts
      }
    }
  }
`);

const PlaceAtSchool = graphql(`
  mutation PlaceAtSchool($input: PlaceAtSchoolInput!) {
    placeAtSchool(input: $input) {
      person {
        id
        name
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const TransferEct = graphql(`
  mutation TransferEct($input: TransferEctInput!) {
    transferEct(input: $input) {
      person {
        id
        name
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Registered = { id: string; name: string; email?: string | null; oneTimePassword?: string | null };

/** Registers somebody new, or brings somebody here who is registered already. */
export function RegisterPage() {
  const { school: chosen } = useSearch({ from: '/people/register' });
  const [done, setDone] = useState<Registered>();
  return (
    <WithSchool chosen={chosen}>
      {({ school }) => (
        <Stack gap="lg">
          <div>
            <TextLink to="/people" search={{ school: school.id }}>
              People at {school.name}
            </TextLink>
            <PageTitle>Register one person</PageTitle>
          </div>
          {done ? <Done registered={done} school={school} onAnother={() => setDone(undefined)} /> : <RegisterForm school={school} onDone={setDone} />}
        </Stack>
      )}
    </WithSchool>
  );
}

const nothing = () => ({ name: '', email: '', trn: '', startedOn: isoToday(), workingPattern: '' as WorkingPattern | '' });

function RegisterForm({ school, onDone }: { school: RolledSchool; onDone: (registered: Registered) => void }) {
  const [known, setKnown] = useState(false);
  const [role, setRole] = useState<SchoolRole>('ECT');
  const [entered, setEntered] = useState(nothing);
  const register = useChange(RegisterPerson, (data) => data.registerPerson);
  const place = useChange(PlaceAtSchool, (data) => data.placeAtSchool);
  const transfer = useChange(TransferEct, (data) => data.transferEct);
  const used = !known ? register : role === 'ECT' ? transfer : place;
  const enter = (part: Partial<ReturnType<typeof nothing>>) => setEntered({ ...entered, ...part });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { name, email, trn, startedOn } = entered;
    const workingPattern = role === 'ECT' ? entered.workingPattern || null : null;
    const who = email.trim() || !trn.trim() ? { email } : { trn };
    if (!known) {
      const payload = await register.send({ name, email, trn: trn.trim() || null, at: { schoolId: school.id, role, startedOn, workingPattern } });
      if (payload?.person) onDone({ ...payload.person, oneTimePassword: payload.oneTimePassword });
    } else if (role === 'ECT') {
      const payload = await transfer.send({ ...who, schoolId: school.id, startedOn, workingPattern });
      if (payload?.person) onDone(payload.person);
    } else {
      const payload = await place.send({ ...who, schoolId: school.id, role, startedOn });
      if (payload?.person) onDone(payload.person);
    }
  }

  const problems: ShownProblem[] = used.problems;
  return (
    <form onSubmit={(event) => void submit(event)} noValidate aria-label="Register one person">
      <Stack maw={560}>
        <ErrorSummary
          problems={problems}
          fields={{ name: 'person-name', email: 'person-email', trn: 'person-trn', startedOn: 'person-started', 'at.startedOn': 'person-started' }}
        />
        <Radio.Group label="Are they registered with Coachbench already?" value={known ? 'yes' : 'no'} onChange={(value) => setKnown(value === 'yes')}>
          <Stack gap="xs" mt="xs">
            <Radio value="no" label="No, they are new" />
            <Radio value="yes" label="Yes, at another school" description="An ECT is transferred: their time at the other school ends the day before. A mentor may be at both." />
          </Stack>
        </Radio.Group>
        <Radio.Group label="What are they at the school?" value={role} onChange={(value) => setRole(value as SchoolRole)}>
          <Group mt="xs">
            {(['ECT', 'MENTOR'] as const).map((one) => (
              <Radio key={one} value={one} label={ROLES[one]} />
            ))}
          </Group>
        </Radio.Group>
        {!known && (
          <TextInput
            id="person-name"
            label="Name"
            maxLength={70}
            autoComplete="off"
            value={entered.name}
            error={errorAt(problems, 'name')}
            onChange={(event) => enter({ name: event.target.value })}
          />
        )}
        <TextInput
          id="person-email"
          type="email"
          label="Email address"
          description={known ? 'The whole address with which they are registered, or their TRN below.' : 'They sign in with it.'}
          maxLength={254}
          spellCheck={false}
          autoComplete="off"
          value={entered.email}
          error={errorAt(problems, 'email')}
          onChange={(event) => enter({ email: event.target.value })}
        />
        <TextInput
          id="person-trn"
          label="Teacher reference number (TRN)"
          description={known ? 'Seven digits.' : 'Seven digits. Leave it empty when they have none yet.'}
          inputMode="numeric"
          autoComplete="off"
          value={entered.trn}
          error={errorAt(problems, 'trn')}
          onChange={(event) => enter({ trn: event.target.value })}
        />
        <TextInput
          id="person-started"
          type="date"
          maw={240}
          label="First day at the school"
          value={entered.startedOn}
          error={errorAt(problems, 'startedOn') ?? errorAt(problems, 'at', 'startedOn')}
          onChange={(event) => enter({ startedOn: event.target.value })}
        />
        {role === 'ECT' && (
          <NativeSelect
            label="Working pattern"
            maw={240}
            value={entered.workingPattern}
            onChange={(event) => enter({ workingPattern: event.target.value as WorkingPattern | '' })}
            data={[{ value: '', label: 'Not known' }, ...Object.entries(PATTERNS).map(([value, label]) => ({ value, label }))]}
          />
        )}
        <Button type="submit" loading={used.busy} disabled={entered.startedOn === ''} style={{ alignSelf: 'flex-start' }}>
          {known ? (role === 'ECT' ? 'Transfer them here' : 'Add them to the school') : 'Register'}
        </Button>
      </Stack>
    </form>
  );
}

function Done({ registered, school, onAnother }: { registered: Registered; school: RolledSchool; onAnother: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <Stack>
      <Title order={2} ref={heading} tabIndex={-1}>
        {registered.name} is registered
      </Title>
      {registered.oneTimePassword && (
        <>
          <Text>
            Hand them this one-time password, with which they sign in as {registered.email} and choose their own. It is shown this once.
          </Text>
          <Text>
            <code>{registered.oneTimePassword}</code>
          </Text>
        </>
      )}
      <Group>
        <ButtonLink to="/people/$personId" params={{ personId: registered.id }} search={{ school: school.id }}>
          Go on with {registered.name}
        </ButtonLink>
        <Button variant="default" onClick={onAnother}>
          Register another person
        </Button>
      </Group>
    </Stack>
  );
}
