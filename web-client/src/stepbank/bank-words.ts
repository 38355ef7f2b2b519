import type { Audience, BankOwner, StepStatus } from '../gql/graphql';

const OWNERS: Record<BankOwner, string> = { COACHBENCH: 'Ships with Coachbench', SHARED: 'Proposed by schools', SCHOOL: 'A school’s own' };

export const AUDIENCES: Record<Audience, string> = { TEACHERS: 'For teachers', MENTORS: 'For mentors' };

export const STATUSES: Record<StepStatus, string> = { DRAFT: 'Draft', PUBLISHED: 'Published', RETIRED: 'Retired' };

/** Whose bank it is: "Elmbridge Community School". */
export function ownerName(bank: { owner: BankOwner; school: { name: string } | null }): string {
  return bank.school?.name ?? OWNERS[bank.owner];
}

/** "1 step", "12 steps" */
export const stepsCount = (count: number) => `${count} ${count === 1 ? 'step' : 'steps'}`;
