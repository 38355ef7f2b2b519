import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { HeldOfficeFragment, Office } from '../gql/graphql';
import { AppointForm } from './appoint-form';
import { LastDayForm } from './last-day-form';
import { OFFICES } from './people-words';
import { timeText } from './roll-table';

const Held = graphql(`
  fragment HeldOffice on Appointment {
    office
    startedOn
    finishedOn
    person {
      id
      name
    }
  }
`);

const EndAppointment = graphql(`
  mutation EndAppointment($input: EndAppointmentInput!) {
    endAppointment(input: $input) {
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Props = {
  heading: string;
  office: Office;
  place: { id: string; name: string };
  appointments: ReadonlyArray<FragmentType<typeof Held>>;
};

/** Who holds one office of a school, trust or delivery partner, now and later. */
export function OfficePart({ heading, office, place, appointments }: Props) {
  const [open, setOpen] = useState(false);
  const [closed, setClosed] = useState(false);
  const [registered, setRegistered] = useState<{ name: string; oneTimePassword: string }>();
  const held = readFragment(Held, appointments).filter((one) => one.office === office);
  const { one, all } = OFFICES[office];
  const title = `Appoint ${one}`;

  function close() {
    setOpen(false);
    setClosed(true);
  }

  return (
    <section aria-label={`${all} of ${place.name}`}>
      <Stack gap="xs">
        <Title order={3} fz="lg">
          {heading}
        </Title>
        {held.length === 0 ? (
          <Text>None.</Text>
        ) : (
          <ul className="rows">
            {held.map((appointment) => (
              <Row key={`${appointment.person.id} ${appointment.startedOn}`} appointment={appointment} placeId={place.id} />
            ))}
          </ul>
        )}
        {registered && (
          <Text role="status">
            {registered.name} signs in with <code>{registered.oneTimePassword}</code> and chooses a password of their own then. It is shown this once.
          </Text>
        )}
        {open ? (
          <AppointForm title={title} office={office} placeId={place.id} onRegistered={setRegistered} onClose={close} />
        ) : (
          <Button
            variant="default"
            style={{ alignSelf: 'flex-start' }}
            aria-label={`${title} of ${place.name}`}
            autoFocus={closed}
            onClick={() => {
              setRegistered(undefined);
              setOpen(true);
            }}
          >
            {title}
          </Button>
        )}
      </Stack>
    </section>
  );
}

function Row({ appointment, placeId }: { appointment: HeldOfficeFragment; placeId: string }) {
  const { office, person, startedOn } = appointment;
  const [open, setOpen] = useState(false);
  const [closed, setClosed] = useState(false);
  const { send, busy, problems } = useChange(EndAppointment, (data) => data.endAppointment);

  async function end(finishedOn: string) {
    if (await send({ office, placeId, personId: person.id, finishedOn })) close();
  }

  function close() {
    setOpen(false);
    setClosed(true);
  }

  return (
    <li>
      <Group justify="space-between" gap="xs" wrap="nowrap">
        <span>
          <strong>{person.name}</strong>, {timeText(appointment)}
        </span>
        {!open && (
          <Button
            variant="subtle"
            size="sm"
            style={{ flexShrink: 0 }}
            aria-label={`End the appointment of ${person.name} as ${OFFICES[office].one}`}
            autoFocus={closed}
            onClick={() => setOpen(true)}
          >
            End
          </Button>
        )}
      </Group>
      {open && (
        <LastDayForm
          title="End the appointment"
          startedOn={startedOn}
          busy={busy}
          problems={problems}
          onEnd={(day) => void end(day)}
          onClose={close}
        />
      )}
    </li>
  );
}
