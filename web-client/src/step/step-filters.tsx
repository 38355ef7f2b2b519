import { Button, Checkbox, Group, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { Audience } from '../gql/graphql';
import { moduleChoices, moreFiltersSet, NOTHING_CHOSEN, type Chosen } from './step-filter';
import { optionsOf, SCHOOL_PHASES, STRANDS, SUBJECTS } from './step-words';

const Banks = graphql(`
  fragment StepFilters on StepBank {
    id
    title
    audience
    modules {
      id
      title
      strand
      theme
      stepCount
    }
  }
`);

export const STEP_SEARCH = 'step-search';

type Props = {
  banks: ReadonlyArray<FragmentType<typeof Banks>>;
  audience: Audience;
  ectName: string;
  value: Chosen;
  onChange: (value: Chosen) => void;
};

/** Words, strand and module at hand; everything else one press away, with a number that says how much of it is set. */
export function StepFilters({ audience, ectName, value, onChange, ...props }: Props) {
  const banks = readFragment(Banks, props.banks).filter((bank) => bank.audience === audience);
  const [open, setOpen] = useState(false);
  const change = (part: Partial<Chosen>) => onChange({ ...value, ...part });
  const set = moreFiltersSet(value);
  const modules = moduleChoices(banks, audience, value).map((module) => ({ value: module.id, label: module.title }));
  return (
    <form id={STEP_SEARCH} role="search" aria-label="Steps" onSubmit={(event) => event.preventDefault()}>
      <Stack gap="sm">
        <TextInput
          label="Search for a step"
          type="search"
          placeholder="Such as: pupils call out"
          maxLength={200}
          value={value.text}
          onChange={(event) => change({ text: event.target.value })}
        />
        <div className="fields">
          <NativeSelect
            label="Strand"
            value={value.strand}
            onChange={(event) => change({ strand: event.target.value as Chosen['strand'], moduleId: '' })}
            data={optionsOf(STRANDS, 'All strands')}
          />
          <NativeSelect
            label="Module"
            value={value.moduleId}
            onChange={(event) => change({ moduleId: event.target.value })}
            data={[{ value: '', label: 'All modules' }, ...modules]}
          />
        </div>
        <Group gap="xs">
          <Button variant="subtle" size="compact-md" aria-expanded={open} aria-controls="more-filters" onClick={() => setOpen(!open)}>
            {set === 0 ? 'More filters' : `More filters (${set})`}
          </Button>
          {(set > 0 || value.strand || value.moduleId) && (
            <Button variant="subtle" size="compact-md" onClick={() => onChange({ ...NOTHING_CHOSEN, text: value.text })}>
              Clear filters
            </Button>
          )}
        </Group>
        <div id="more-filters" className="fields" hidden={!open}>
          <NativeSelect
            label="Phase"
            value={value.phase}
            onChange={(event) => change({ phase: event.target.value as Chosen['phase'] })}
            data={optionsOf(SCHOOL_PHASES, 'All phases')}
          />
          <NativeSelect
            label="Subject"
            value={value.subject}
            onChange={(event) => change({ subject: event.target.value as Chosen['subject'] })}
            data={optionsOf(SUBJECTS, 'All subjects').filter((option) => option.value !== 'ANY')}
          />
          <NativeSelect
            label={`Progress of ${ectName}`}
            value={value.progress}
            onChange={(event) => change({ progress: event.target.value as Chosen['progress'] })}
            data={[
              { value: '', label: 'Any' },
              { value: 'NEW', label: 'New to them' },
              { value: 'WORKING_ON', label: 'Working on' },
              { value: 'EMBEDDED', label: 'Embedded' },
            ]}
          />
          <NativeSelect
            label="Bank"
            value={value.bankId}
            onChange={(event) => change({ bankId: event.target.value, moduleId: '' })}
            data={[{ value: '', label: 'All banks' }, ...banks.map((bank) => ({ value: bank.id, label: bank.title }))]}
          />
          <Checkbox
            style={{ gridColumn: '1 / -1' }}
            label="For pupils with SEND"
            description="Special educational needs and disabilities"
            checked={value.send}
            onChange={(event) => change({ send: event.target.checked })}
          />
        </div>
      </Stack>
    </form>
  );
}
