import type { Audience, EctProgress, SchoolPhase, StepFilter, Strand, Subject } from '../gql/graphql';

/** What is chosen in the step finder; empty where nothing is. */
export type Chosen = {
  text: string;
  strand: Strand | '';
  moduleId: string;
  phase: SchoolPhase | '';
  subject: Subject | '';
  send: boolean;
  progress: EctProgress | '';
  bankId: string;
};

export const NOTHING_CHOSEN: Chosen = { text: '', strand: '', moduleId: '', phase: '', subject: '', send: false, progress: '', bankId: '' };

export function isNothingChosen(chosen: Chosen): boolean {
  return !chosen.text.trim() && !chosen.strand && !chosen.moduleId && moreFiltersSet(chosen) === 0;
}

const LONGEST_TEXT = 200;

export function filterOf(chosen: Chosen, audience: Audience, ectId: string): StepFilter {
  return {
    text: chosen.text.trim() || null,
    strand: chosen.strand || null,
    moduleId: chosen.moduleId || null,
    phase: chosen.phase || null,
    subject: chosen.subject || null,
    send: chosen.send || null,
    bankId: chosen.bankId || null,
    audience,
    progress: chosen.progress ? { ectId, progress: chosen.progress } : null,
  };
}

/** How many of the filters behind "More filters" are set. */
export function moreFiltersSet(chosen: Chosen): number {
  return [chosen.phase, chosen.subject, chosen.send, chosen.progress, chosen.bankId].filter(Boolean).length;
}

type ModuleChoice = { id: string; title: string; strand: Strand | null; theme: number | null; stepCount: number };
type BankChoice = { id: string; audience: Audience; modules: readonly ModuleChoice[] };

/** The modules to choose from: each once, of the chosen bank and strand, without those of the programme that have no steps. */
export function moduleChoices(banks: readonly BankChoice[], audience: Audience, chosen: Pick<Chosen, 'bankId' | 'strand'>): ModuleChoice[] {
  const modules = banks
    .filter((bank) => bank.audience === audience && (!chosen.bankId || bank.id === chosen.bankId))
    .flatMap((bank) => bank.modules)
    .filter((module) => chosen.bankId || module.stepCount > 0 || module.theme === null)
    .filter((module) => !chosen.strand || module.strand === chosen.strand);
  return [...new Map(modules.map((module) => [module.id, module])).values()];
}

/** The words of a note as something to search for: on one line, and cut after a whole word where it is too long. */
export function wordsOf(note: string): string {
  const words = note.trim().replace(/\s+/g, ' ');
  if (words.length <= LONGEST_TEXT) return words;
  return words.slice(0, words.lastIndexOf(' ', LONGEST_TEXT) + 1).trim() || words.slice(0, LONGEST_TEXT);
}
