import { graphql, readFragment, type FragmentType } from '../gql';
import { SharedNote } from '../notes/shared-note';
import { useSession } from '../sign-in/session-context';

const Notes = graphql(`
  fragment SessionNotes on CoachingCycle {
    id
    mentor {
      id
      name
    }
    ect {
      id
      name
    }
    coachAccess {
      endedAt
      coach {
        id
        name
      }
    }
    ...SharedNoteOfCycle
  }
`);

/** What the pair types during the meeting: one note for both, one of the ECT's own that the mentor may look into. */
export function SessionNotes(props: { cycle: FragmentType<typeof Notes> }) {
  const cycle = readFragment(Notes, props.cycle);
  const { session } = useSession();
  const own = session.person.id === cycle.ect.id;
  const ofPair = own || session.person.id === cycle.mentor.id;
  const coach = cycle.coachAccess?.endedAt === null ? cycle.coachAccess.coach.name : undefined;
  return (
    <>
      <SharedNote
        cycle={cycle}
        kind="SESSION"
        label="Notes of the session"
        description={ofPair ? `The two of you type here at the same time. ${coach ? `${coach} reads it too.` : 'Nobody else reads it.'}` : 'You read along.'}
      />
      {own ? (
        <SharedNote cycle={cycle} kind="PRACTICE" label="My practice notes" description={`Only you type here. ${cycle.mentor.name} can read it, nobody else.`} />
      ) : (
        ofPair && <SharedNote cycle={cycle} kind="PRACTICE" label={`${cycle.ect.name}’s practice notes`} folded />
      )}
    </>
  );
}
