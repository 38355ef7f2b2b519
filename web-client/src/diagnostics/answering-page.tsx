import { useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment } from '../gql';
import { Answering, AskedSet } from './answering';
import { sittingOf } from './diagnostic-words';

const Asking = graphql(`
  query AnsweringSet($setId: ID!) {
    viewer {
      person {
        id
        diagnostics {
          set(id: $setId) {
            ...AskedSet
          }
        }
      }
    }
  }
`);

/** A set of questions for the ECT who is signed in. */
export function AnsweringPage() {
  const { setId } = useParams({ from: '/diagnostics/$setId' });
  const { again } = useSearch({ from: '/diagnostics/$setId' });
  return <Opened key={`${setId} ${String(again)}`} setId={setId} again={again === true} />;
}

function Opened({ setId, again }: { setId: string; again: boolean }) {
  // What another device answered counts, so the service is asked where to go on.
  const [{ data, error, fetching }, ask] = useQuery({ query: Asking, variables: { setId }, requestPolicy: 'network-only' });
  const [opened, setOpened] = useState(0);
  const person = data?.viewer.person;
  const set = person?.diagnostics?.set;
  if (!set || !person) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <Empty title="There are no such questions for you.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/diagnostics">Go to your questions</TextLink>
      </Empty>
    );
  }
  return <Sitting key={opened} ectId={person.id} set={set} again={again} onReload={() => {
    ask({ requestPolicy: 'network-only' });
    setOpened(opened + 1);
  }} />;
}

type Props = Omit<Parameters<typeof Answering>[0], 'sitting'> & { again: boolean };

function Sitting({ again, ...props }: Props) {
  const set = readFragment(AskedSet, props.set);
  const [sitting] = useState(() => sittingOf(set, again));
  return <Answering {...props} sitting={sitting} />;
}
