import { Stack, Text, Textarea, TextInput } from '@mantine/core';
import { errorAt, type ShownProblem } from '../api/use-change';
import type { RehearsalOptionPartsFragment, SectionKind } from '../gql/graphql';
import { budgetOf, minutesIn } from '../plan/budget';
import { BudgetBar } from '../plan/budget-bar';

const MEETING = 45;

export type Section = { kind: SectionKind; title: string; minutes: number };
/** What of an option a mentor puts in their own words; nothing for what stays as it is offered. */
export type OwnWords = { text?: string; title?: string; criteria?: string[]; model?: string; practice?: string; sections?: Section[] };

type Props = { option: RehearsalOptionPartsFragment; own: OwnWords; problems: ShownProblem[]; onChange: (own: OwnWords) => void };

/** Praise is always in somebody's own words: what is offered is where they begin. */
export function OwnPraise({ option, own, problems, onChange }: Props) {
  return (
    <Textarea
      id="own-text"
      label="In your own words, if you like"
      maxLength={1000}
      value={own.text ?? option.text ?? ''}
      error={errorAt(problems, 'text')}
      onChange={(event) => onChange({ ...own, text: event.target.value })}
    />
  );
}

/** The step in the words of this class. */
export function OwnStep({ option, own, problems, onChange }: Props) {
  const criteria = own.criteria ?? [...(option.criteria ?? [])];
  return (
    <Stack gap="xs">
      <TextInput
        id="own-title"
        label="Step"
        maxLength={150}
        value={own.title ?? option.title ?? ''}
        error={errorAt(problems, 'title')}
        onChange={(event) => onChange({ ...own, title: event.target.value })}
      />
      {criteria.map((criterion, index) => (
        <TextInput
          key={index}
          id={`own-criterion-${index}`}
          label={`Criterion ${index + 1}`}
          maxLength={300}
          value={criterion}
          error={errorAt(problems, 'criteria', String(index)) ?? errorAt(problems, 'criteria')}
          onChange={(event) => onChange({ ...own, criteria: criteria.map((old, at) => (at === index ? event.target.value : old)) })}
        />
      ))}
      <Textarea
        id="own-model"
        label="What you show"
        maxLength={4000}
        value={own.model ?? option.model ?? ''}
        error={errorAt(problems, 'model')}
        onChange={(event) => onChange({ ...own, model: event.target.value })}
      />
      <Textarea
        id="own-practice"
        label="What they rehearse"
        maxLength={4000}
        value={own.practice ?? option.practice ?? ''}
        error={errorAt(problems, 'practice')}
        onChange={(event) => onChange({ ...own, practice: event.target.value })}
      />
    </Stack>
  );
}

/** Other minutes than those offered. */
export function OwnAgenda({ option, own, problems, onChange }: Props) {
  const sections = own.sections ?? (option.sections ?? []).map(({ kind, title, minutes }) => ({ kind, title, minutes }));
  return (
    <Stack gap="xs">
      <BudgetBar budget={budgetOf(sections.map((section) => section.minutes), MEETING)} />
      {sections.map((section, index) => (
        <div key={index} className="agenda-minutes">
          <Text>{section.title}</Text>
          <TextInput
            id={`own-minutes-${index}`}
            w={96}
            inputMode="numeric"
            aria-label={`Minutes of ${section.title}`}
            value={section.minutes === 0 ? '' : String(section.minutes)}
            error={errorAt(problems, 'sections', String(index), 'minutes')}
            onChange={(event) =>
              onChange({ ...own, sections: sections.map((old, at) => (at === index ? { ...old, minutes: minutesIn(event.target.value) } : old)) })
            }
          />
        </div>
      ))}
    </Stack>
  );
}
