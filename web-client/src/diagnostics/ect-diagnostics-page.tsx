import { Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { ExampleLine } from './example-line';
import { SetAnswers } from './set-answers';
import { StrandPicture } from './strand-picture';

const EctDiagnostics = graphql(`
  query EctDiagnostics($ectId: ID!) {
    node(id: $ectId) {
      __typename
      id
      ... on Person {
        name
        diagnostics {
          sets {
            id
            state
            ...SetAnswers
          }
          lookAgain {
            id
            title
            strand
          }
          example {
            ...ExampleLine
          }
          ...StrandPictures
        }
      }
    }
  }
`);

/** What an ECT said, for whoever mentors them. */
export function EctDiagnosticsPage() {
  const { ectId } = useParams({ from: '/ects/$ectId/diagnostics' });
  const [{ data, error, fetching }, ask] = useQuery({ query: EctDiagnostics, variables: { ectId }, requestPolicy: 'cache-and-network' });
  const ect = data?.node?.__typename === 'Person' && data.node.id === ectId ? data.node : undefined;
  if (!ect?.diagnostics) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <Empty title="There is no such ECT, or what they said is not yours to see.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/">Go to your home page</TextLink>
      </Empty>
    );
  }
  const { sets, lookAgain, example } = ect.diagnostics;
  const begun = sets.filter((set) => set.state !== 'NOT_BEGUN');
  return (
    <Stack gap="xl">
      <div>
        <PageTitle>{`What ${ect.name} said`}</PageTitle>
        <Text>In their own words and choices, for a talk about where to go next. It is no test, and shown to the two of you only.</Text>
      </div>
      <section aria-labelledby="sure">
        <Title order={2} id="sure" mb="xs">
          How sure they said they are
        </Title>
        <StrandPicture diagnostics={ect.diagnostics} title={`How sure ${ect.name} said they are`} />
      </section>
      {lookAgain.length > 0 && (
        <section aria-labelledby="look-again">
          <Title order={2} id="look-again" mb="xs">
            Worth another look
          </Title>
          <Text>{lookAgain.map((module) => module.title).join(', ')}</Text>
        </section>
      )}
      {example && (
        <section aria-labelledby="example">
          <Title order={2} id="example" mb="xs">
            Which example suits them
          </Title>
          <ExampleLine example={example} />
        </section>
      )}
      <section aria-labelledby="answers">
        <Title order={2} id="answers" mb="xs">
          Answers
        </Title>
        {begun.length === 0 ? (
          <Text className="quiet">{ect.name} answered nothing yet.</Text>
        ) : (
          begun.map((set) => <SetAnswers key={set.id} set={set} />)
        )}
      </section>
    </Stack>
  );
}
