import { Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Failed, Loading } from '../components/page-states';
import { SaidBeside } from '../diagnostics/said-beside';
import { graphql, readFragment, type FragmentType } from '../gql';
import { EvidenceNotes } from './evidence-notes';
import { FoundSteps } from './found-steps';
import { filterOf, isNothingChosen, NOTHING_CHOSEN, wordsOf, type Chosen } from './step-filter';
import { StepFilters } from './step-filters';
import { StepPreview } from './step-preview';
import { StepSuggestions } from './step-suggestions';

const Finder = graphql(`
  fragment StepFinder on CoachingCycle {
    id
    kind
    ect {
      id
      name
    }
    observation {
      evidence {
        id
        at
        text
      }
    }
    ...StepPreview
  }
`);

const Banks = graphql(`
  query StepFinderBanks {
    stepBanks {
      id
      ...StepFilters
    }
  }
`);

const Search = graphql(`
  query SearchSteps($filter: StepFilter!, $after: String) {
    searchSteps(filter: $filter, first: 10, after: $after) {
      ...FoundSteps
    }
  }
`);

type Props = {
  cycle: FragmentType<typeof Finder>;
  /** The step that is looked at in full; none while looking for one. */
  look: string | undefined;
  onChosen: (model: string) => void;
  onReload: () => void;
};

/** Finds a step by words and filters, with the notes of the drop-in at hand, and shows one in full before it is chosen. */
export function StepFinder({ look, onChosen, onReload, ...props }: Props) {
  const cycle = readFragment(Finder, props.cycle);
  const evidence = cycle.observation?.evidence ?? [];
  const audience = cycle.kind === 'COACHING_FOR_MENTORS' ? 'MENTORS' : 'TEACHERS';
  const [chosen, setChosen] = useState(NOTHING_CHOSEN);
  const [noteId, setNoteId] = useState('');
  const [after, setAfter] = useState<string | null>(null);
  const [looked, setLooked] = useState(look);
  const [text] = useDebouncedValue(chosen.text, 150);
  const variables = { filter: filterOf({ ...chosen, text }, audience, cycle.ect.id), after };
  const [{ data, error, fetching }, ask] = useQuery({ query: Search, variables });
  const [{ data: banks }] = useQuery({ query: Banks });

  if (look && look !== looked) setLooked(look);

  function change(value: Chosen) {
    setChosen(value);
    setAfter(null);
    setLooked(undefined);
  }

  function chooseNote(note: (typeof evidence)[number] | undefined) {
    setNoteId(note?.id ?? '');
    change({ ...chosen, text: note ? wordsOf(note.text) : '' });
  }

  if (look) {
    return <StepPreview key={look} cycle={cycle} stepId={look} filter={chosen} noteId={noteId} onChosen={onChosen} onReload={onReload} />;
  }
  return (
    <div className="beside">
      <div>
        {evidence.length > 0 && <EvidenceNotes evidence={evidence} chosen={noteId} onChoose={chooseNote} />}
        {audience === 'TEACHERS' && <SaidBeside ectId={cycle.ect.id} />}
      </div>
      <Stack gap="md">
        <StepFilters banks={banks?.stepBanks ?? []} audience={audience} ectName={cycle.ect.name} value={chosen} onChange={change} />
        {audience === 'TEACHERS' && isNothingChosen(chosen) && <StepSuggestions cycleId={cycle.id} ect={cycle.ect} lastOpened={looked} />}
        {error && !fetching && <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />}
        {!data && fetching && <Loading />}
        {data && <FoundSteps found={data.searchSteps} cycleId={cycle.id} ectId={audience === 'TEACHERS' ? cycle.ect.id : undefined} lastOpened={looked} loading={fetching} onMore={setAfter} />}
      </Stack>
    </div>
  );
}
