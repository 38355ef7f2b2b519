import { Button, Stack, Text } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';
import { readFragment } from '../gql';
import { PupilWork, Transcript } from './lesson';
import { Meeting } from './meeting';
import { OwnNote } from './noting';
import { OptionText } from './option-text';
import { OwnAgenda, OwnPraise, OwnStep, type OwnWords } from './own-words';
import { Choose, OptionParts, type Decision, type StageProps } from './rehearsal-screen';
import { isBeforeTheMeeting } from './rehearsal-words';

/** By option: what one looked at and changed before choosing stays on the device. */
type Draft = { optionId?: string; own: Record<string, OwnWords> };
const NOTHING: Draft = { own: {} };

const FIELDS = {
  text: 'own-text', title: 'own-title', model: 'own-model', practice: 'own-practice', criteria: 'own-criterion-0',
  ...Object.fromEntries([0, 1, 2, 3].map((index) => [`criteria.${index}`, `own-criterion-${index}`])),
  ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`sections.${index}.minutes`, `own-minutes-${index}`])),
};

/** One choice: what is on offer, in the mentor's own words where a mentor would use them. */
export function ChoiceStage({ decision, onChosen, ...props }: StageProps & { decision: Decision; onChosen: () => void }) {
  const { rehearsal, onReload } = props;
  const options = readFragment(OptionParts, decision.options);
  const { value: draft, set, clear } = useDraft(`${rehearsal.id}.${decision.stage}`, NOTHING);
  const [missing, setMissing] = useState(false);
  const { send, busy, problems, setProblems } = useChange(Choose, (data) => data.chooseInRehearsal);
  const chosen = options.find((option) => option.id === draft.optionId);
  const own = (chosen && draft.own[chosen.id]) ?? {};

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (!chosen) {
      setMissing(true);
      return;
    }
    const input = { rehearsalId: rehearsal.id, version: rehearsal.version, stage: decision.stage, optionId: chosen.id, ...own };
    if (await send(input)) {
      clear();
      onChosen();
    }
  }

  const ownProps = chosen && { option: chosen, own, problems, onChange: (changed: OwnWords) => set({ ...draft, own: { ...draft.own, [chosen.id]: changed } }) };
  return (
    <Stack gap="md">
      <Meeting rehearsal={rehearsal} />
      {isBeforeTheMeeting(decision.stage) && decision.stage !== 'OPENING' && <LessonAgain {...props} />}
      <form noValidate onSubmit={(event) => void submit(event)}>
        <Stack gap="md">
          <ErrorSummary
            problems={problems}
            fields={FIELDS}
            onReload={() => {
              setProblems([]);
              onReload();
            }}
          />
          <fieldset className="question" aria-describedby={missing ? 'choose-one' : undefined}>
            <legend className="asks">{decision.ask}</legend>
            {missing && (
              <p id="choose-one" role="alert" className="field-error">
                Choose one of these.
              </p>
            )}
            {options.map((option) => (
              <label key={option.id} className="answer">
                <input
                  type="radio"
                  name="option"
                  value={option.id}
                  checked={option.id === chosen?.id}
                  onChange={() => {
                    set({ ...draft, optionId: option.id });
                    setMissing(false);
                  }}
                />
                <OptionText option={option} />
              </label>
            ))}
          </fieldset>
          {ownProps && decision.stage === 'PRAISE' && <OwnPraise {...ownProps} />}
          {ownProps && decision.stage === 'TAILOR' && (
            <Opening name="Put it in your own words" open={Object.keys(own).length > 0}>
              <OwnStep {...ownProps} />
            </Opening>
          )}
          {ownProps && decision.stage === 'PLAN' && (
            <Opening name="Change the minutes" open={own.sections !== undefined}>
              <OwnAgenda {...ownProps} />
            </Opening>
          )}
          <Button type="submit" size="md" loading={busy} style={{ alignSelf: 'flex-start' }}>
            Choose this
          </Button>
        </Stack>
      </form>
    </Stack>
  );
}

/** The notes at hand, and the lesson to look back into: what is missing can still be noted. */
function LessonAgain(props: StageProps) {
  const { notes, scene } = props.rehearsal;
  return (
    <Stack gap="xs">
      {notes.length === 0 ? (
        <Text className="quiet">You have noted nothing. Look into the lesson again and note what the step is to answer to.</Text>
      ) : (
        <Opening name={notes.length === 1 ? 'Your note' : `Your ${notes.length} notes`} open={false}>
          <ul className="bullets">
            {notes.map((note) => (
              <li key={note.id}>{note.text}</li>
            ))}
          </ul>
        </Opening>
      )}
      <Opening name="The lesson again" open={false}>
        <Stack gap="md">
          <Transcript {...props} shown={scene.transcript.length} />
          <PupilWork {...props} />
          <OwnNote {...props} />
        </Stack>
      </Opening>
    </Stack>
  );
}

function Opening({ name, open, children }: { name: string; open: boolean; children: React.ReactNode }) {
  return (
    <details className="topic-guide" open={open || undefined}>
      <summary>{name}</summary>
      <div className="opened">{children}</div>
    </details>
  );
}
