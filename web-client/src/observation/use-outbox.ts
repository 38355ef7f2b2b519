import { useCallback, useEffect, useState } from 'react';
import { useClient } from 'urql';
import { newId } from '../api/new-id';
import { problemsOf } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { graphql } from '../gql';

/** A note on its way: kept on this device until the service has it, under one id so that it arrives once. */
export type Waiting = { id: string; kind: 'evidence' | 'praise'; text: string; at: string; refused?: string };

const NONE: Waiting[] = [];
const RETRY_AFTER = 5_000;

const RecordEvidence = graphql(`
  mutation RecordEvidence($input: RecordEvidenceInput!) {
    recordEvidence(input: $input) {
      cycle {
        id
        ...LiveCycle
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const RecordPraise = graphql(`
  mutation RecordPraise($input: RecordPraiseInput!) {
    recordPraise(input: $input) {
      cycle {
        id
        ...LiveCycle
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

/** Sends notes one after another, in the order in which they were written, and again after a break. */
export function useOutbox(cycleId: string) {
  const client = useClient();
  const { value: waiting, set } = useDraft<Waiting[]>(`${cycleId}.outbox`, NONE);
  const [attempt, setAttempt] = useState(0);
  const [delayed, setDelayed] = useState(false);
  const next = waiting.find((note) => !note.refused);

  useEffect(() => {
    if (!next) return;
    let dropped = false;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const again = () => setAttempt((count) => count + 1);
    const send = next.kind === 'evidence' ? sendEvidence : sendPraise;
    send(client, cycleId, next).then((answer) => {
      if (dropped) return;
      setDelayed(answer === 'unanswered');
      if (answer === 'unanswered') timer = setTimeout(again, RETRY_AFTER);
      else if (answer === 'done') set(waiting.filter((note) => note.id !== next.id));
      else set(waiting.map((note) => (note.id === next.id ? { ...note, refused: answer.refused } : note)));
    });
    addEventListener('online', again);
    return () => {
      dropped = true;
      clearTimeout(timer);
      removeEventListener('online', again);
    };
    // `waiting` may grow while a note is under way; sending anew with the same id does no harm and keeps the list right.
  }, [client, cycleId, next, waiting, set, attempt]);

  const add = useCallback(
    (kind: Waiting['kind'], text: string, at: string) => set([...waiting, { id: newId(), kind, text, at }]),
    [set, waiting],
  );
  const remove = useCallback((id: string) => set(waiting.filter((note) => note.id !== id)), [set, waiting]);
  return { waiting, delayed, add, remove };
}

type Answer = 'done' | 'unanswered' | { refused: string };
type UrqlClient = ReturnType<typeof useClient>;

async function sendEvidence(client: UrqlClient, cycleId: string, note: Waiting): Promise<Answer> {
  const input = { cycleId, text: note.text, at: note.at, clientMutationId: note.id };
  const result = await client.mutation(RecordEvidence, { input }).toPromise();
  return answerOf(result.data?.recordEvidence);
}

async function sendPraise(client: UrqlClient, cycleId: string, note: Waiting): Promise<Answer> {
  const input = { cycleId, text: note.text, clientMutationId: note.id };
  const result = await client.mutation(RecordPraise, { input }).toPromise();
  return answerOf(result.data?.recordPraise);
}

function answerOf(payload: Parameters<typeof problemsOf>[0] | undefined): Answer {
  if (!payload) return 'unanswered';
  const problems = problemsOf(payload);
  return problems.length === 0 ? 'done' : { refused: problems.map((problem) => problem.message).join(' ') };
}
