import { graphql } from '../gql';
import type { StepPartsFragment } from '../gql/graphql';
import { writtenIn } from './step-writing';

/** All that is written in a step, as it is read and as it would be once its draft is published. */
export const StepParts = graphql(`
  fragment StepParts on Step {
    id
    title
    why
    cue
    criteria
    models {
      phase
      subject
      lesson
      text
    }
    practice {
      task
      coach
      minutes
      harder
      easier
    }
    pitfalls
    tags
    phrasings
    buildsOn {
      id
      title
    }
    draft {
      title
      why
      cue
      criteria
      models {
        phase
        subject
        lesson
        text
      }
      practice {
        task
        coach
        minutes
        harder
        easier
      }
      pitfalls
      tags
      phrasings
      buildsOn
    }
  }
`);

const ids = (steps: ReadonlyArray<{ id: string }>) => steps.map((step) => step.id);

export const asRead = (step: StepPartsFragment) => writtenIn(step, ids(step.buildsOn));

export const asWritten = (step: StepPartsFragment) => (step.draft ? writtenIn(step.draft, step.draft.buildsOn) : asRead(step));
