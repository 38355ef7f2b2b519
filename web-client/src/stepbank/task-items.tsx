import { TextInput, Textarea } from '@mantine/core';
import { errorAt, type ShownProblem } from '../api/use-change';
import { minutesIn } from '../plan/budget';
import { fieldId } from './field-ids';
import { ItemList } from './item-list';
import { BLANK_TASK, type TaskWriting } from './step-writing';

type Props = { value: TaskWriting[]; problems: ShownProblem[]; onChange: (value: TaskWriting[]) => void };

/** Ways to rehearse the step in the meeting. */
export function TaskItems({ value, problems, onChange }: Props) {
  return (
    <ItemList
      part="practice"
      name="Practice"
      one="practice task"
      hint="What to rehearse in the meeting, out loud and on one’s feet, in a few minutes."
      most={4}
      first="task"
      boxed
      blank={BLANK_TASK}
      value={value}
      onChange={onChange}
    >
      {(task, index, change) => {
        const field = (part: keyof TaskWriting) => ({
          id: fieldId('practice', index, part),
          error: errorAt(problems, 'content', 'practice', String(index), part),
        });
        const of = `, practice task ${index + 1}`;
        return (
          <>
            <Textarea
              {...field('task')}
              label="What to rehearse"
              aria-label={`What to rehearse${of}`}
              aria-describedby={fieldId('advice', 'practice')}
              maxLength={1000}
              value={task.task}
              onChange={(event) => change({ ...task, task: event.target.value })}
            />
            <Textarea
              {...field('coach')}
              label="What the coach does (optional)"
              aria-label={`What the coach does${of}`}
              minRows={1}
              maxLength={300}
              value={task.coach}
              onChange={(event) => change({ ...task, coach: event.target.value })}
            />
            <TextInput
              {...field('minutes')}
              maw={200}
              label="Minutes of one go"
              aria-label={`Minutes of one go${of}`}
              inputMode="numeric"
              value={task.minutes === 0 ? '' : String(task.minutes)}
              onChange={(event) => change({ ...task, minutes: minutesIn(event.target.value) })}
            />
            <div className="fields">
              <Textarea
                {...field('harder')}
                label="Harder (optional)"
                aria-label={`Harder${of}`}
                minRows={1}
                maxLength={300}
                value={task.harder}
                onChange={(event) => change({ ...task, harder: event.target.value })}
              />
              <Textarea
                {...field('easier')}
                label="Easier (optional)"
                aria-label={`Easier${of}`}
                minRows={1}
                maxLength={300}
                value={task.easier}
                onChange={(event) => change({ ...task, easier: event.target.value })}
              />
            </div>
          </>
        );
      }}
    </ItemList>
  );
}
