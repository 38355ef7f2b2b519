import { useClient } from 'urql';
import { REFUSED, UNREACHABLE, type ShownProblem } from '../api/use-change';
import { graphql } from '../gql';
import type { PersonByEmailQuery } from '../gql/graphql';

const PersonByEmail = graphql(`
  query PersonByEmail($email: String!) {
    personByEmail(email: $email) {
      id
      name
      email
      trn
    }
  }
`);

export type FoundPerson = NonNullable<PersonByEmailQuery['personByEmail']>;

/** For administrators, who know somebody by their whole address: asks who that is, nobody or what stood in the way. */
export function usePersonByEmail() {
  const client = useClient();
  return async (email: string): Promise<{ person?: FoundPerson | null; problems: ShownProblem[] }> => {
    const { data, error } = await client.query(PersonByEmail, { email }, { requestPolicy: 'network-only' }).toPromise();
    if (data) return { person: data.personByEmail, problems: [] };
    return { problems: [error?.networkError ? UNREACHABLE : REFUSED] };
  };
}
