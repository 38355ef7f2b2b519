import type { ConcernBody, ConcernChannel, ConcernTopic } from '../gql/graphql';

export const TOPICS: Record<ConcernTopic, string> = {
  TIME_NOT_GIVEN: 'The time for the programme is not given',
  MENTOR_ABSENT: 'The mentor is absent',
  NOT_ENGAGING: 'Not taking part',
  RELATIONSHIP: 'How mentor and ECT get on',
  WORKLOAD: 'Workload and wellbeing',
  OTHER: 'Something else',
};

export const BODIES: Record<ConcernBody, string> = {
  APPROPRIATE_BODY: 'Appropriate body',
  DELIVERY_PARTNER: 'Delivery partner',
};

export const CHANNELS: Record<ConcernChannel, string> = { EMAIL: 'By e-mail', PHONE: 'By phone', IN_PERSON: 'In person' };

/** "Appropriate body and delivery partner told", or that nobody was told yet. */
export function toldText(told: readonly ConcernBody[]): string {
  if (told.length === 0) return 'Nobody told yet';
  if (told.length === 2) return 'Appropriate body and delivery partner told';
  return `${told.map((body) => BODIES[body]).join('')} told`;
}
