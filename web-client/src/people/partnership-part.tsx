import { Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql } from '../gql';
import { AddName } from './add-name';
import { LastDayForm } from './last-day-form';
import { isOver } from './roll-rule';
import { timeText } from './roll-table';
import type { RolledSchool } from './school-roll';

const StartPartnership = graphql(`
  mutation StartPartnership($input: StartPartnershipInput!) {
    startPartnership(input: $input) {
      school {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const EndPartnership = graphql(`
  mutation EndPartnership($input: EndPartnershipInput!) {
    endPartnership(input: $input) {
      school {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const RegisterDeliveryPartner = graphql(`
  mutation RegisterDeliveryPartner($input: RegisterDeliveryPartnerInput!) {
    registerDeliveryPartner(input: $input) {
      deliveryPartner {
        id
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const FIELDS = { deliveryPartnerId: 'partner', leadProvider: 'lead-provider', startedOn: 'partner-from' };

type Props = { school: RolledSchool; partners: readonly { id: string; name: string }[]; administrator: boolean };

/** With whom a school trains its ECTs; the delivery partner's administrators read its figures. */
export function PartnershipPart({ school, partners, administrator }: Props) {
  const [entered, setEntered] = useState({ deliveryPartnerId: '', leadProvider: '', startedOn: isoToday() });
  const { send, busy, problems } = useChange(StartPartnership, (data) => data.startPartnership);
  const addPartner = useChange(RegisterDeliveryPartner, (data) => data.registerDeliveryPartner);
  const enter = (part: Partial<typeof entered>) => setEntered({ ...entered, ...part });

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (await send({ schoolId: school.id, ...entered })) enter({ deliveryPartnerId: '', leadProvider: '' });
  }

  return (
    <section aria-labelledby="partnership">
      <Stack maw={560}>
        <Title order={2} id="partnership">
          Partnership
        </Title>
        {school.partnerships.length === 0 ? (
          <Text>None yet.</Text>
        ) : (
          <ul className="rows" aria-label="Partnerships">
            {school.partnerships.map((one) => (
              <PartnershipRow key={one.startedOn} partnership={one} schoolId={school.id} />
            ))}
          </ul>
        )}
        {partners.length === 0 && !administrator && <Text>No delivery partner is known here. Ask an administrator to add yours.</Text>}
        {partners.length > 0 && (
          <form className="card" onSubmit={(event) => void submit(event)} noValidate aria-label="Start a partnership">
            <Stack>
              <ErrorSummary problems={problems} fields={FIELDS} />
              <NativeSelect
                id={FIELDS.deliveryPartnerId}
                label="Delivery partner"
                description="Its administrators read this school’s figures, and no coaching."
                value={entered.deliveryPartnerId}
                error={errorAt(problems, 'deliveryPartnerId')}
                onChange={(event) => enter({ deliveryPartnerId: event.target.value })}
                data={[{ value: '', label: 'Choose a delivery partner' }, ...partners.map((one) => ({ value: one.id, label: one.name }))]}
              />
              <TextInput
                id={FIELDS.leadProvider}
                label="Lead provider"
                maxLength={120}
                value={entered.leadProvider}
                error={errorAt(problems, 'leadProvider')}
                onChange={(event) => enter({ leadProvider: event.target.value })}
              />
              <TextInput
                id={FIELDS.startedOn}
                type="date"
                maw={240}
                label="First day"
                description={school.partnership ? 'The partnership before ends the day before.' : undefined}
                value={entered.startedOn}
                error={errorAt(problems, 'startedOn')}
                onChange={(event) => enter({ startedOn: event.target.value })}
              />
              <Button
                type="submit"
                loading={busy}
                disabled={entered.deliveryPartnerId === '' || entered.startedOn === ''}
                style={{ alignSelf: 'flex-start' }}
              >
                Start the partnership
              </Button>
            </Stack>
          </form>
        )}
        {administrator && (
          <AddName
            summary="Add a delivery partner"
            label="Name of the delivery partner"
            busy={addPartner.busy}
            problems={addPartner.problems}
            onAdd={async (name) => {
              const payload = await addPartner.send({ name });
              if (payload?.deliveryPartner) enter({ deliveryPartnerId: payload.deliveryPartner.id });
              return Boolean(payload);
            }}
          />
        )}
      </Stack>
    </section>
  );
}

type Partnership = RolledSchool['partnerships'][number];

function PartnershipRow({ partnership, schoolId }: { partnership: Partnership; schoolId: string }) {
  const [open, setOpen] = useState(false);
  const [closed, setClosed] = useState(false);
  const { send, busy, problems } = useChange(EndPartnership, (data) => data.endPartnership);

  async function end(finishedOn: string) {
    if (await send({ schoolId, finishedOn })) close();
  }

  function close() {
    setOpen(false);
    setClosed(true);
  }

  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span>
          <strong>{partnership.deliveryPartner.name}</strong> for {partnership.leadProvider}, {timeText(partnership)}
        </span>
        {!open && !isOver(partnership, isoToday()) && (
          <Button
            variant="subtle"
            size="sm"
            style={{ flexShrink: 0 }}
            aria-label={`End the partnership with ${partnership.deliveryPartner.name}`}
            autoFocus={closed}
            onClick={() => setOpen(true)}
          >
            End
          </Button>
        )}
      </Group>
      {open && (
        <LastDayForm
          title="End the partnership"
          startedOn={partnership.startedOn}
          busy={busy}
          problems={problems}
          onEnd={(day) => void end(day)}
          onClose={close}
        />
      )}
    </li>
  );
}
