import { graphql, readFragment, type FragmentType } from '../gql';
import { placeName } from './step-words';

const Line = graphql(`
  fragment StepLine on Step {
    id
    title
    cue
    strand
    module {
      id
      title
    }
    bank {
      id
      title
      owner
    }
  }
`);

/** A step in a list: what to do, when, and where it comes from. */
export function StepLine(props: { step: FragmentType<typeof Line> }) {
  const step = readFragment(Line, props.step);
  return (
    <>
      <strong>{step.title}</strong>
      {step.cue && <span className="line">{step.cue}</span>}
      <span className="line quiet">{placeName(step)}</span>
      {step.bank.owner !== 'COACHBENCH' && <span className="line quiet">From: {step.bank.title}</span>}
    </>
  );
}
