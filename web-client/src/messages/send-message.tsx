import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import type { MessageAbout } from '../gql/graphql';
import { MessageForm } from './message-form';

type Props = {
  personId: string;
  name: string;
  /** What it is likely to be about, where the place of the button says so. */
  about?: MessageAbout;
};

/** A button beside somebody's name: one click opens a message with its wording, a second one sends it. */
export function SendMessage({ personId, name, about = 'COACHING' }: Props) {
  const [open, setOpen] = useState(false);
  const [sent, setSent] = useState(false);
  return (
    <>
      <Button
        variant="subtle"
        size="compact-sm"
        aria-label={`Nudge or praise ${name}`}
        onClick={() => {
          setSent(false);
          setOpen(true);
        }}
      >
        Nudge or praise
      </Button>
      <span role="status">{sent && 'Sent'}</span>
      <Modal opened={open} onClose={() => setOpen(false)} title={`Message to ${name}`} closeButtonProps={{ 'aria-label': 'Close' }} size="lg">
        <MessageForm
          personId={personId}
          name={name}
          about={about}
          onSent={() => {
            setSent(true);
            setOpen(false);
          }}
        />
      </Modal>
    </>
  );
}
