import { Text, Title } from '@mantine/core';
import { ButtonLink, TextLink } from '../components/button-link';
import { dayText } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';
import { ExampleLine } from './example-line';
import { ModuleLinks } from './module-links';
import { SetCard } from './set-card';
import { StrandPicture } from './strand-picture';

const Own = graphql(`
  fragment OwnAnswers on Diagnostics {
    sets {
      id
      title
      now
      state
      completedOn
      ...SetCard
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
`);

/** What is open for an ECT, and what came of what they answered. */
export function OwnAnswers(props: { diagnostics: FragmentType<typeof Own> }) {
  const diagnostics = readFragment(Own, props.diagnostics);
  const { sets, lookAgain, example } = diagnostics;
  const open = sets.filter((set) => (set.now && set.state !== 'COMPLETE') || set.state === 'BEGUN');
  const earlier = sets.filter((set) => set.completedOn && !open.includes(set));
  return (
    <>
      <section aria-labelledby="open-now">
        <Title order={2} id="open-now" mb="xs">
          For now
        </Title>
        {open.length > 0 ? (
          <ul className="plain-list">
            {open.map((set, index) => (
              <SetCard key={set.id} set={set} primary={index === 0} />
            ))}
          </ul>
        ) : (
          <Text>Nothing is open. The next module brings three short questions.</Text>
        )}
      </section>
      {lookAgain.length > 0 && (
        <section aria-labelledby="look-again">
          <Title order={2} id="look-again" mb="xs">
            Worth another look
          </Title>
          <ul className="bullets">
            {lookAgain.map((module) => (
              <li key={module.id}>
                <ModuleLinks module={module} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <section aria-labelledby="examples">
        <Title order={2} id="examples" mb="xs">
          Which example suits you
        </Title>
        {example ? <ExampleLine example={example} /> : <Text>Three questions, so that the models of steps are close to your own lessons.</Text>}
        <ButtonLink to="/diagnostics/examples" variant="default" mt="sm">
          {example ? 'Change this' : 'Answer three questions'}
        </ButtonLink>
      </section>
      <section aria-labelledby="sure">
        <Title order={2} id="sure" mb="xs">
          How sure you said you are
        </Title>
        <StrandPicture diagnostics={diagnostics} title="How sure you said you are" />
      </section>
      {earlier.length > 0 && (
        <section aria-labelledby="earlier">
          <Title order={2} id="earlier" mb="xs">
            Answered before
          </Title>
          <ul className="plain-list">
            {earlier.map((set) => (
              <li key={set.id}>
                <TextLink to="/diagnostics/$setId" params={{ setId: set.id }} search={{ again: true }} aria-label={`Answer ${set.title} again`}>
                  {set.title}
                </TextLink>{' '}
                <span className="quiet">{set.completedOn && `answered on ${dayText(set.completedOn)}; you can answer again`}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
