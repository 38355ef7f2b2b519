import { graphql } from '../gql';

/** All of a cycle that its screens draw. Changes and events bring it whole, so that every screen is up to date without asking again. */
export const LiveCycle = graphql(`
  fragment LiveCycle on CoachingCycle {
    id
    version
    lastSequence
    phase
    can
    ...CycleHeader
    ...CycleNav
    ...CycleOverview
    ...NextThing
    ...ObservationScreen
    ...StepScreen
    ...PlanScreen
    ...SessionScreen
    ...CycleParts
    ...ReplayScreen
    ...CoachAccessPart
  }
`);

export const CycleQuery = graphql(`
  query Cycle($id: ID!) {
    coachingCycle(id: $id) {
      id
      lastSequence
      ...LiveCycle
    }
  }
`);

export const CycleEvents = graphql(`
  subscription CycleEvents($cycleId: ID!, $after: Int!) {
    cycleEvents(cycleId: $cycleId, after: $after) {
      __typename
      sequence
      ... on CycleChange {
        cycle {
          id
          ...LiveCycle
        }
      }
      ...NoteTyping
    }
  }
`);

export const CyclePresence = graphql(`
  subscription CyclePresence($cycleId: ID!, $lookingAt: CyclePart!) {
    presence(cycleId: $cycleId, lookingAt: $lookingAt) {
      person {
        id
        name
      }
      lookingAt
      mayWrite
      since
    }
  }
`);
