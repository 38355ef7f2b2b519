import { graphql } from '../gql';
import type { RehearsalOptionPartsFragment, RehearsalScreenFragment } from '../gql/graphql';

/** All that is told of a rehearsal so far; every change answers with it. */
export const RehearsalScreen = graphql(`
  fragment RehearsalScreen on Rehearsal {
    id
    version
    mode
    stage
    scene {
      id
      title
      setting
      lesson {
        subject
        className
        topic
      }
      ectName
      ectAbout
      beforeYouGoIn
      transcript {
        id
        at
        who
        text
      }
    }
    notes {
      id
      text
      lineId
    }
    pupilWork {
      id
      from
      text
      shows
    }
    worthNoting {
      lineId
      because
      noted
    }
    praiseLines
    decisions {
      stage
      ask
      chosenId
      options {
        ...RehearsalOptionParts
      }
    }
    praise
    step {
      title
      criteria {
        id
        text
      }
      model
      practice
    }
    plan {
      sections {
        kind
        title
        minutes
      }
    }
    dialogue {
      stage
      byMentor
      text
    }
    rounds {
      number
      does
      ticked
      missed
      criteria {
        id
        text
        ticked
        there
      }
    }
    followUp {
      useOn
      where
      nextDropInOn
    }
    mentors {
      name
      about
      notes
      choices {
        stage
        why
        option {
          ...RehearsalOptionParts
        }
      }
    }
  }
`);

export const OptionParts = graphql(`
  fragment RehearsalOptionParts on RehearsalOption {
    id
    text
    title
    criteria
    model
    practice
    useInDays
    where
    dropInDays
    because
    step {
      id
      title
      why
      criteria
    }
    sections {
      kind
      title
      minutes
    }
  }
`);

export const Start = graphql(`
  mutation StartRehearsal($input: StartRehearsalInput!) {
    startRehearsal(input: $input) {
      rehearsal {
        ...RehearsalScreen
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const Note = graphql(`
  mutation NoteInRehearsal($input: NoteInRehearsalInput!) {
    noteInRehearsal(input: $input) {
      rehearsal {
        ...RehearsalScreen
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const TakeBackNote = graphql(`
  mutation TakeBackNoteInRehearsal($input: TakeBackNoteInRehearsalInput!) {
    takeBackNoteInRehearsal(input: $input) {
      rehearsal {
        ...RehearsalScreen
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const GoToStage = graphql(`
  mutation GoToStageInRehearsal($input: GoToStageInRehearsalInput!) {
    goToStageInRehearsal(input: $input) {
      rehearsal {
        ...RehearsalScreen
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const Choose = graphql(`
  mutation ChooseInRehearsal($input: ChooseInRehearsalInput!) {
    chooseInRehearsal(input: $input) {
      rehearsal {
        ...RehearsalScreen
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const Tick = graphql(`
  mutation TickInRehearsal($input: TickInRehearsalInput!) {
    tickInRehearsal(input: $input) {
      rehearsal {
        ...RehearsalScreen
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export const Remove = graphql(`
  mutation RemoveRehearsal($input: RemoveRehearsalInput!) {
    removeRehearsal(input: $input) {
      removedId
      problems {
        ...ProblemParts
      }
    }
  }
`);

export type Rehearsal = RehearsalScreenFragment;
export type Decision = Rehearsal['decisions'][number];

/** What every stage needs: the rehearsal, and a way to ask for it anew when it changed in another window. */
export type StageProps = { rehearsal: Rehearsal; onReload: () => void };

/** An option that was chosen, in the words in which it was. */
export function inOwnWords({ praise, step, plan }: Rehearsal, { stage }: Decision, option: RehearsalOptionPartsFragment): RehearsalOptionPartsFragment {
  if (stage === 'PRAISE' && praise) return { ...option, text: praise };
  if (stage === 'TAILOR' && step) {
    const { title, criteria, model, practice } = step;
    return { ...option, title, criteria: criteria.map((criterion) => criterion.text), model, practice };
  }
  return stage === 'PLAN' && plan ? { ...option, sections: plan.sections } : option;
}
