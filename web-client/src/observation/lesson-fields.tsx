import { Stack, TextInput } from '@mantine/core';
import { errorAt, type ShownProblem } from '../api/use-change';

export type LessonText = { subject: string; className: string; topic: string };

/** Ids of the fields for the error summary. */
export const LESSON_FIELDS = {
  'lesson.subject': 'lesson-subject',
  'lesson.className': 'lesson-class',
  'lesson.topic': 'lesson-topic',
};

export function LessonFields({ value, problems, onChange }: { value: LessonText; problems: ShownProblem[]; onChange: (value: LessonText) => void }) {
  return (
    <Stack>
      <TextInput
        id="lesson-subject"
        label="Subject"
        maxLength={80}
        value={value.subject}
        error={errorAt(problems, 'lesson', 'subject')}
        onChange={(event) => onChange({ ...value, subject: event.target.value })}
      />
      <TextInput
        id="lesson-class"
        label="Class"
        description="As your school names it, such as 8B. No pupil’s name."
        maxLength={80}
        value={value.className}
        error={errorAt(problems, 'lesson', 'className')}
        onChange={(event) => onChange({ ...value, className: event.target.value })}
      />
      <TextInput
        id="lesson-topic"
        label="Topic (optional)"
        maxLength={200}
        value={value.topic}
        error={errorAt(problems, 'lesson', 'topic')}
        onChange={(event) => onChange({ ...value, topic: event.target.value })}
      />
    </Stack>
  );
}
