import { Stack, Text, Title } from '@mantine/core';
import { ButtonLink } from '../components/button-link';
import { PageTitle } from '../components/page-title';
import { ModuleLinks } from './module-links';

type Question = { kind: string; module: { id: string; title: string } | null; answer?: { right?: boolean | null } | null };
type Props = { set: { title: string; questions: readonly Question[] } };

/** What comes of a set once it is complete: modules that are worth another look, and nothing that counts. */
export function AllAnswered({ set }: Props) {
  const missed = set.questions.flatMap(({ answer, module }) => (answer?.right === false && module ? [module] : []));
  const modules = missed.filter((module, index) => missed.findIndex((other) => other.id === module.id) === index);
  return (
    <Stack gap="md" className="asking">
      <PageTitle title={set.title}>That is all</PageTitle>
      <Text>
        Your answers to “{set.title}” are kept. You and your mentor can look at them when you choose a step. You can answer again at any time.
      </Text>
      {modules.length > 0 && (
        <section aria-labelledby="look-again">
          <Title order={2} id="look-again" mb="xs">
            Worth another look
          </Title>
          <ul className="bullets">
            {modules.map((module) => (
              <li key={module.id}>
                <ModuleLinks module={module} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <ButtonLink to="/diagnostics" style={{ alignSelf: 'flex-start' }}>
        Back to your questions
      </ButtonLink>
    </Stack>
  );
}
