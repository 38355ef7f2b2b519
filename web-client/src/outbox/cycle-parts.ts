import { dayText } from '../components/dates';
import { graphql } from '../gql';
import type { CyclePartsFragment } from '../gql/graphql';

/** What somebody typed, or what is there now: texts by the names of their fields. */
export type Words = Record<string, string>;

/** The parts of a cycle that a change replaces whole, so that two people may get in each other's way. */
export const CycleParts = graphql(`
  fragment CycleParts on CoachingCycle {
    id
    version
    ect {
      id
      name
    }
    observation {
      lesson {
        subject
        className
        topic
      }
      evidence {
        id
        text
      }
      praise {
        id
        text
      }
    }
    step {
      title
      cue
      why
      model
      practice
      criteria {
        id
        text
      }
    }
    plan {
      sections {
        id
        title
        minutes
        notes
      }
    }
    rounds {
      id
      number
      rehearsed
      feedback {
        text
      }
    }
    followUp {
      useOn
      where
      nextDropInOn
    }
    reflection
  }
`);

export const CyclePartsQuery = graphql(`
  query CycleParts($id: ID!) {
    coachingCycle(id: $id) {
      id
      ...CycleParts
    }
  }
`);

type Lesson = { subject: string; className: string; topic?: string };
type Step = { title: string; cue?: string; why?: string; model?: string; practice?: string; criteria: readonly string[] };
type Section = { title: string; minutes: number; notes?: string };
type FollowUp = { useOn: string; where: string; nextDropInOn: string };

export const lessonWords = ({ subject, className, topic = '' }: Lesson): Words => ({ Subject: subject, Class: className, Topic: topic });

export const stepWords = ({ title, cue, why, model = '', practice = '', criteria }: Step): Words => ({
  Step: title,
  ...(cue !== undefined && { When: cue }),
  ...(why !== undefined && { Why: why }),
  'Success criteria': criteria.join('\n'),
  Model: model,
  Practice: practice,
});

export const planWords = (sections: readonly Section[]): Words => ({
  Agenda: sections.map(({ title, minutes, notes }) => [`${title}, ${minutes} minutes`, notes].filter(Boolean).join('\n')).join('\n'),
});

export const followUpWords = ({ where, useOn, nextDropInOn }: FollowUp): Words => ({
  'Where the step will be used': where,
  'First used on': dayText(useOn),
  'Next drop-in on': dayText(nextDropInOn),
});

export const reflectionWords = (text: string): Words => ({ 'How does it go?': text });

export type Part = 'lesson' | 'step' | 'plan' | 'followUp' | 'reflection';

/** What a part of a cycle says; nothing when it is not there yet. */
export function partWords(part: Part, cycle: CyclePartsFragment): Words {
  switch (part) {
    case 'lesson':
      return cycle.observation ? lessonWords(cycle.observation.lesson) : {};
    case 'step':
      return cycle.step ? stepWords({ ...cycle.step, criteria: cycle.step.criteria.map(({ text }) => text) }) : {};
    case 'plan':
      return cycle.plan ? planWords(cycle.plan.sections) : {};
    case 'followUp':
      return cycle.followUp ? followUpWords(cycle.followUp) : {};
    case 'reflection':
      return cycle.reflection ? reflectionWords(cycle.reflection) : {};
  }
}

// The service takes blanks away at the ends of short texts.
const plain = (text = '') => text.replace(/\s+/g, ' ').trim();

/** Whether two say the same in every field that either has. */
export const sameWords = (one: Words, other: Words) => agree({ ...other, ...one }, other) && agree({ ...one, ...other }, one);

/** Whether `there` says all that `mine` says. */
export const agree = (mine: Words, there: Words) => Object.keys(mine).every((field) => plain(mine[field]) === plain(there[field]));
