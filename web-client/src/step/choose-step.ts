import { graphql } from '../gql';

export const ChooseStep = graphql(`
  mutation ChooseStep($input: ChooseStepInput!) {
    chooseStep(input: $input) {
      cycle {
        id
        ...LiveCycle
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

export type EvidenceChoice = ReadonlyArray<{ id: string; at: string; text: string }>;
