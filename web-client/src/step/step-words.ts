import type { SchoolPhase, Strand, Subject } from '../gql/graphql';

export const STRANDS: Record<Strand, string> = {
  BEHAVIOUR: 'Behaviour',
  INSTRUCTION: 'Instruction',
  CURRICULUM_AND_ASSESSMENT: 'Curriculum and assessment',
  PROFESSIONAL_PRACTICE: 'Professional practice',
};

export const SCHOOL_PHASES: Record<SchoolPhase, string> = {
  EARLY_YEARS: 'Early years',
  PRIMARY: 'Primary',
  SECONDARY: 'Secondary',
  POST_16: 'Post-16',
  SPECIAL_SCHOOL: 'Special school',
};

export const SUBJECTS: Record<Subject, string> = {
  ENGLISH: 'English',
  MATHEMATICS: 'Mathematics',
  SCIENCE: 'Science',
  HUMANITIES: 'Humanities',
  LANGUAGES: 'Languages',
  ARTS: 'Arts',
  PHYSICAL_EDUCATION: 'Physical education',
  TECHNOLOGY: 'Technology',
  ANY: 'Any subject',
};

/** The choices of a select: `optionsOf(STRANDS, 'All strands')`. */
export function optionsOf(names: Record<string, string>, none?: string) {
  const each = Object.entries(names).map(([value, label]) => ({ value, label }));
  return none === undefined ? each : [{ value: '', label: none }, ...each];
}

/** "Behaviour, Routines", as far as a step has a strand and a module. */
export function placeName(step: { strand: Strand | null; module: { title: string } | null }): string {
  return [step.strand && STRANDS[step.strand], step.module?.title].filter(Boolean).join(', ');
}

/** The moment that triggers a step: "When a pupil calls out", "When: the first minute". */
export const cueLine = (cue: string) => (/^when/i.test(cue) ? cue : `When: ${cue}`);
