import type { Strand } from '../gql/graphql';

export const STRANDS: Record<Strand, string> = {
  BEHAVIOUR: 'Behaviour',
  INSTRUCTION: 'Instruction',
  CURRICULUM_AND_ASSESSMENT: 'Curriculum and assessment',
  PROFESSIONAL_PRACTICE: 'Professional practice',
};

export const SCHOOL_PHASES = {
  EARLY_YEARS: 'Early years',
  PRIMARY: 'Primary',
  SECONDARY: 'Secondary',
  POST_16: 'Post-16',
  SPECIAL_SCHOOL: 'Special school',
} as const;
