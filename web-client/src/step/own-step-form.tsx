import { Button, Group, NativeSelect, Stack, TextInput, Textarea } from '@mantine/core';
import type { FormEvent } from 'react';
import { errorAt, useChange } from '../api/use-change';
import { useDraft } from '../api/use-draft';
import { ErrorSummary } from '../components/error-summary';
import { ChooseStep } from '../cycle/cycle-mutations';
import type { Strand } from '../gql/graphql';
import { CriteriaFields, criteriaFields } from './criteria-fields';
import type { EvidenceChoice } from './evidence-choice';
import { EvidenceSelect } from './evidence-select';
import { optionsOf, STRANDS } from './step-words';

type Own = { title: string; why: string; cue: string; criteria: string[]; model: string; practice: string; strand: Strand | ''; evidenceNoteId: string };
const BLANK: Own = { title: '', why: '', cue: '', criteria: ['', ''], model: '', practice: '', strand: '', evidenceNoteId: '' };

const FIELDS = {
  'own.title': 'own-title',
  'own.why': 'own-why',
  'own.cue': 'own-cue',
  'own.model': 'own-model',
  'own.practice': 'own-practice',
  ...criteriaFields('own.'),
};

type Props = { cycleId: string; version: number; evidence: EvidenceChoice; onChosen: () => void; onBack: () => void; onReload: () => void };

/** A step in the mentor's own words. */
export function OwnStepForm({ cycleId, version, evidence, onChosen, onBack, onReload }: Props) {
  const { value, set, clear } = useDraft(`${cycleId}.own-step`, BLANK);
  const { send, busy, problems } = useChange(ChooseStep, (data) => data.chooseStep);
  const change = (part: Partial<Own>) => set({ ...value, ...part });

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { evidenceNoteId, strand, criteria, ...texts } = value;
    const own = { ...texts, strand: strand || null, criteria: criteria.filter((text) => text.trim()) };
    if (await send({ cycleId, own, evidenceNoteId: evidenceNoteId || null, version })) {
      clear();
      onChosen();
    }
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate>
      <Stack maw={720}>
        <ErrorSummary problems={problems} fields={FIELDS} onReload={onReload} />
        <TextInput
          id="own-title"
          label="Step"
          description="One thing to do, that somebody else could see or hear, small enough for a week."
          maxLength={150}
          value={value.title}
          error={errorAt(problems, 'own', 'title')}
          onChange={(event) => change({ title: event.target.value })}
        />
        <TextInput
          id="own-cue"
          label="When (optional)"
          description="The moment that triggers it."
          maxLength={200}
          value={value.cue}
          error={errorAt(problems, 'own', 'cue')}
          onChange={(event) => change({ cue: event.target.value })}
        />
        <Textarea
          id="own-why"
          label="Why"
          description="What it will do for pupils."
          maxLength={1000}
          value={value.why}
          error={errorAt(problems, 'own', 'why')}
          onChange={(event) => change({ why: event.target.value })}
        />
        <CriteriaFields value={value.criteria} problems={problems} path={['own']} onChange={(criteria) => change({ criteria })} />
        <Textarea
          id="own-model"
          label="Model (optional)"
          description="What it looks and sounds like."
          maxLength={4000}
          value={value.model}
          error={errorAt(problems, 'own', 'model')}
          onChange={(event) => change({ model: event.target.value })}
        />
        <Textarea
          id="own-practice"
          label="Practice (optional)"
          description="What to rehearse."
          maxLength={4000}
          value={value.practice}
          error={errorAt(problems, 'own', 'practice')}
          onChange={(event) => change({ practice: event.target.value })}
        />
        <NativeSelect
          label="Strand"
          value={value.strand}
          onChange={(event) => change({ strand: event.target.value as Strand | '' })}
          data={optionsOf(STRANDS, 'No strand')}
        />
        <EvidenceSelect evidence={evidence} value={value.evidenceNoteId} onChange={(evidenceNoteId) => change({ evidenceNoteId })} />
        <Group>
          <Button type="submit" loading={busy}>
            Use this step
          </Button>
          <Button variant="subtle" onClick={onBack}>
            Back to the steps
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
