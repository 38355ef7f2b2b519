import { useQuery } from 'urql';
import { graphql, readFragment } from '../gql';
import type { SuitsExampleFragment } from '../gql/graphql';
import { useSession } from '../sign-in/session-context';
import { SUBJECTS } from '../step/step-words';

const Example = graphql(`
  fragment SuitsExample on ExampleCheck {
    phase
    family {
      text
      subjects
    }
    need {
      id
      text
      words
    }
  }
`);

const EctExample = graphql(`
  query EctExample($ectId: ID!) {
    node(id: $ectId) {
      __typename
      id
      ... on Person {
        name
        diagnostics {
          example {
            ...SuitsExample
          }
        }
      }
    }
  }
`);

export type Suits = SuitsExampleFragment;
type Model = { phase: Suits['phase']; subject: Suits['family']['subjects'][number]; lesson: string; text: string };

const IN_PHASE: Record<Suits['phase'], string> = {
  EARLY_YEARS: 'in the early years',
  PRIMARY: 'in a primary school',
  SECONDARY: 'in a secondary school',
  POST_16: 'post-16',
  SPECIAL_SCHOOL: 'in a special school',
};

const PHASE_OF: Record<Suits['phase'], string> = {
  EARLY_YEARS: 'early years',
  PRIMARY: 'primary',
  SECONDARY: 'secondary',
  POST_16: 'post-16',
  SPECIAL_SCHOOL: 'special school',
};

/** What an ECT said of the examples that suit them, and how to speak of them; nothing when the viewer may not know. */
export function useSuits(ectId: string): { suits: Suits; who: string } | undefined {
  const { session } = useSession();
  const [{ data }] = useQuery({ query: EctExample, variables: { ectId } });
  const ect = data?.node?.__typename === 'Person' && data.node.id === ectId ? data.node : undefined;
  const suits = readFragment(Example, ect?.diagnostics?.example);
  if (!ect || !suits) return undefined;
  return { suits, who: ect.id === session.person.id ? 'you' : ect.name };
}

const speaksOf = (model: Model, suits: Suits) =>
  (suits.need?.words ?? []).some((word) => `${model.lesson}\n${model.text}`.toLowerCase().includes(word.toLowerCase()));

/** How well a model suits: phase and subject alike, a pupil's need only between models that are level. */
export function fit(model: Model, suits: Suits): number {
  return 2 * Number(model.phase === suits.phase) + 2 * Number(suits.family.subjects.includes(model.subject)) + Number(speaksOf(model, suits));
}

/** "because you teach primary science", "because Eli Brandt thinks of a pupil who …"; nothing when it does not suit. */
export function whyItSuits(model: Model, suits: Suits, who: string): string | undefined {
  const phase = model.phase === suits.phase;
  // Who teaches most subjects did not choose one.
  const subject = suits.family.subjects.length === 1 && suits.family.subjects.includes(model.subject) ? subjectName(model.subject) : undefined;
  const teaches = who === 'you' ? 'you teach' : `${who} teaches`;
  const reasons: string[] = [];
  if (phase && subject) reasons.push(`${teaches} ${PHASE_OF[model.phase]} ${subject}`);
  else if (phase) reasons.push(`${teaches} ${IN_PHASE[model.phase]}`);
  else if (subject) reasons.push(`${teaches} ${subject}`);
  if (suits.need && speaksOf(model, suits)) reasons.push(`it speaks of a pupil who ${lowerFirst(suits.need.text)}`);
  return reasons.length > 0 ? `because ${reasons.join(', and ')}` : undefined;
}

const subjectName = (subject: Model['subject']) => (subject === 'ENGLISH' ? SUBJECTS[subject] : lowerFirst(SUBJECTS[subject]));

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
