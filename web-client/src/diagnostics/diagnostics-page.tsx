import { Stack, Text, Title } from '@mantine/core';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { OwnAnswers } from './own-answers';

const OwnDiagnostics = graphql(`
  query OwnDiagnostics {
    viewer {
      mentorships {
        id
        ect {
          id
          name
        }
      }
      person {
        id
        diagnostics {
          ...OwnAnswers
        }
      }
    }
  }
`);

/** What an ECT is asked now, what came of it, and what they may answer again. */
export function DiagnosticsPage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: OwnDiagnostics, requestPolicy: 'cache-and-network' });
  if (!data) {
    if (error && !fetching) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  const { mentorships } = data.viewer;
  const { diagnostics } = data.viewer.person;
  return (
    <Stack gap="xl">
      <div>
        <PageTitle>Questions about your teaching</PageTitle>
        {diagnostics && (
          <Text>
            A few minutes each; stop whenever you like, and go on here or on another device. Your mentor sees what you say, your induction tutor
            only which are complete. Nobody marks it.
          </Text>
        )}
      </div>
      {diagnostics && <OwnAnswers diagnostics={diagnostics} />}
      {mentorships.length > 0 && (
        <section aria-labelledby="your-ects">
          <Title order={2} id="your-ects" mb="xs">
            Your ECTs
          </Title>
          <ul className="bullets">
            {mentorships.map(({ id, ect }) => (
              <li key={id}>
                <TextLink to="/ects/$ectId/diagnostics" params={{ ectId: ect.id }}>{`What ${ect.name} said`}</TextLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {!diagnostics && mentorships.length === 0 && <Empty title="Only ECTs are asked these questions, and their mentors see what they say." />}
    </Stack>
  );
}
