import { Group, Stack, TextInput, Textarea } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { errorAt, type ShownProblem } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import { BuildsOnItems } from './builds-on-items';
import { fieldId, fieldIds } from './field-ids';
import { ModelItems } from './model-items';
import { ModuleSelect } from './module-select';
import type { StepWriting } from './step-writing';
import { TaskItems } from './task-items';
import { TextItems } from './text-items';
import { useStepAdvice } from './use-step-advice';
import { useStepTitles } from './use-step-titles';
import { WithRemarks } from './with-remarks';

const Bank = graphql(`
  fragment StepForm on StepBank {
    id
    audience
    modules {
      id
      ...ModuleSelect
    }
  }
`);

type Props = {
  bank: FragmentType<typeof Bank>;
  value: StepWriting;
  /** The step that is changed; none while a new one is written. */
  stepId?: string;
  problems: ShownProblem[];
  onChange: (value: StepWriting) => void;
  onSubmit: () => void;
  onReload?: () => void;
  /** The buttons at the end. */
  children: ReactNode;
};

/** Everything that is written in a step, with remarks beside the fields that never stand in the way. */
export function StepForm({ value, stepId, problems, onChange, onSubmit, onReload, children, ...props }: Props) {
  const bank = readFragment(Bank, props.bank);
  const remarks = useStepAdvice(value);
  const titleOf = useStepTitles(value.buildsOn);
  const change = (part: Partial<StepWriting>) => onChange({ ...value, ...part });
  const text = (part: 'title' | 'cue' | 'why') => ({
    id: fieldId(part),
    'aria-describedby': fieldId('advice', part),
    value: value[part],
    error: errorAt(problems, 'content', part),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    onSubmit();
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="lg">
        <ErrorSummary problems={problems} fields={fieldIds(value)} onReload={onReload} />
        <WithRemarks part="title" remarks={remarks}>
          <TextInput
            {...text('title')}
            label="Step"
            description="One thing to do, that somebody else could see or hear, small enough for a week."
            maxLength={99}
            onChange={(event) => change({ title: event.target.value })}
          />
        </WithRemarks>
        <WithRemarks part="moduleId" remarks={remarks}>
          <ModuleSelect
            id={fieldId('module')}
            modules={bank.modules}
            none="Choose a module"
            value={value.moduleId}
            error={errorAt(problems, 'moduleId')}
            onChange={(moduleId) => change({ moduleId })}
          />
        </WithRemarks>
        <WithRemarks part="cue" remarks={remarks}>
          <TextInput {...text('cue')} label="When" description="The moment that triggers it." maxLength={200} onChange={(event) => change({ cue: event.target.value })} />
        </WithRemarks>
        <WithRemarks part="why" remarks={remarks}>
          <Textarea {...text('why')} label="Why" description="What it will do for pupils." maxLength={1000} onChange={(event) => change({ why: event.target.value })} />
        </WithRemarks>
        <WithRemarks part="criteria" remarks={remarks}>
          <TextItems
            part="criteria"
            name="Success criteria"
            one="success criterion"
            hint="What an observer could tick."
            most={5}
            maxLength={300}
            value={value.criteria}
            problems={problems}
            onChange={(criteria) => change({ criteria })}
          />
        </WithRemarks>
        <WithRemarks part="models" remarks={remarks}>
          <ModelItems value={value.models} problems={problems} onChange={(models) => change({ models })} />
        </WithRemarks>
        <WithRemarks part="practice" remarks={remarks}>
          <TaskItems value={value.practice} problems={problems} onChange={(practice) => change({ practice })} />
        </WithRemarks>
        <WithRemarks part="pitfalls" remarks={remarks}>
          <TextItems
            part="pitfalls"
            name="Pitfalls"
            one="pitfall"
            hint="What commonly goes wrong."
            most={5}
            maxLength={300}
            value={value.pitfalls}
            problems={problems}
            onChange={(pitfalls) => change({ pitfalls })}
          />
        </WithRemarks>
        <WithRemarks part="phrasings" remarks={remarks}>
          <TextItems
            part="phrasings"
            name="How people say it"
            one="phrasing"
            hint="How somebody would say the problem in everyday words. The search looks here."
            most={8}
            maxLength={300}
            value={value.phrasings}
            problems={problems}
            onChange={(phrasings) => change({ phrasings })}
          />
        </WithRemarks>
        <WithRemarks part="tags" remarks={remarks}>
          <TextItems
            part="tags"
            name="Tags"
            one="tag"
            hint="Single words to find it by."
            most={8}
            maxLength={60}
            value={value.tags}
            problems={problems}
            onChange={(tags) => change({ tags })}
          />
        </WithRemarks>
        <WithRemarks part="buildsOn" remarks={remarks}>
          <BuildsOnItems
            value={value.buildsOn}
            self={stepId}
            audience={bank.audience}
            titleOf={titleOf}
            problems={problems}
            onChange={(buildsOn) => change({ buildsOn })}
          />
        </WithRemarks>
        <div>
          {remarks.length > 0 && (
            <p className="quiet">
              {remarks.length === 1 ? 'There is 1 remark beside the fields.' : `There are ${remarks.length} remarks beside the fields.`} You can save
              all the same.
            </p>
          )}
          <Group>{children}</Group>
        </div>
      </Stack>
    </form>
  );
}
