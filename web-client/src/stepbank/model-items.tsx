import { NativeSelect, TextInput, Textarea } from '@mantine/core';
import { errorAt, type ShownProblem } from '../api/use-change';
import { optionsOf, SCHOOL_PHASES, SUBJECTS } from '../step/step-words';
import { fieldId } from './field-ids';
import { ItemList } from './item-list';
import { BLANK_MODEL, type ModelWriting } from './step-writing';

type Props = { value: ModelWriting[]; problems: ShownProblem[]; onChange: (value: ModelWriting[]) => void };

/** Worked examples, each in one setting; a new one begins in the setting of the last. */
export function ModelItems({ value, problems, onChange }: Props) {
  const last = value.at(-1);
  const blank = last ? { ...BLANK_MODEL, phase: last.phase, subject: last.subject } : BLANK_MODEL;
  return (
    <ItemList
      part="models"
      name="Models"
      one="model"
      hint="What it looks and sounds like in one lesson: what the teacher says and does, and what pupils do then."
      most={6}
      first="phase"
      boxed
      blank={blank}
      value={value}
      onChange={onChange}
    >
      {(model, index, change) => {
        const error = (part: string) => errorAt(problems, 'content', 'models', String(index), part);
        const of = `of model ${index + 1}`;
        return (
          <>
            <div className="fields">
              <NativeSelect
                id={fieldId('models', index, 'phase')}
                label="Phase"
                aria-label={`Phase ${of}`}
                value={model.phase}
                error={error('phase')}
                onChange={(event) => change({ ...model, phase: event.target.value as ModelWriting['phase'] })}
                data={optionsOf(SCHOOL_PHASES)}
              />
              <NativeSelect
                id={fieldId('models', index, 'subject')}
                label="Subject"
                aria-label={`Subject ${of}`}
                value={model.subject}
                error={error('subject')}
                onChange={(event) => change({ ...model, subject: event.target.value as ModelWriting['subject'] })}
                data={optionsOf(SUBJECTS)}
              />
            </div>
            <TextInput
              id={fieldId('models', index, 'lesson')}
              label="Lesson"
              aria-label={`Lesson ${of}`}
              description="Year group and what is taught, such as: Year 4, adding fractions"
              maxLength={60}
              value={model.lesson}
              error={error('lesson')}
              onChange={(event) => change({ ...model, lesson: event.target.value })}
            />
            <Textarea
              id={fieldId('models', index, 'text')}
              label="What it looks and sounds like"
              aria-label={`What it looks and sounds like, model ${index + 1}`}
              aria-describedby={fieldId('advice', 'models')}
              maxLength={2000}
              minRows={3}
              value={model.text}
              error={error('text')}
              onChange={(event) => change({ ...model, text: event.target.value })}
            />
          </>
        );
      }}
    </ItemList>
  );
}
