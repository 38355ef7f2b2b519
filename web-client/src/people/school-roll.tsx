import { NativeSelect } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import type { SchoolRollQuery } from '../gql/graphql';

const RunSchools = graphql(`
  query RunSchools {
    viewer {
      administrator
      schools {
        id
        name
      }
    }
  }
`);

const SchoolRoll = graphql(`
  query SchoolRoll($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on School {
        name
        urn
        phase
        appropriateBody
        trust {
          id
          name
        }
        partnership {
          leadProvider
          deliveryPartner {
            id
            name
          }
        }
        partnerships {
          leadProvider
          startedOn
          finishedOn
          deliveryPartner {
            id
            name
          }
        }
        tutors {
          id
          name
        }
        roll {
          role
          startedOn
          finishedOn
          workingPattern
          cohort
          person {
            id
            name
            email
            trn
          }
          mentorships {
            id
            startedOn
            finishedOn
            mentor {
              id
              name
            }
          }
          outside {
            task
            done
            doneOn
            changedSince
            doneBy {
              id
              name
            }
          }
        }
      }
    }
  }
`);

export type RolledSchool = Extract<NonNullable<SchoolRollQuery['node']>, { __typename: 'School' }>;
export type AtSchool = NonNullable<RolledSchool['roll']>[number];

type Chosen = { school: RolledSchool; roll: readonly AtSchool[]; administrator: boolean; schools: readonly { id: string; name: string }[] };

/** One of the schools that the viewer runs, with everybody who was, is or is to be there. */
export function WithSchool({ chosen, children }: { chosen: string | undefined; children: (found: Chosen) => ReactNode }) {
  const [mine, askMine] = useQuery({ query: RunSchools, requestPolicy: 'cache-and-network' });
  const schools = mine.data?.viewer.schools ?? [];
  const id = chosen ?? schools[0]?.id;
  const [one, askOne] = useQuery({ query: SchoolRoll, variables: { id: id ?? '' }, pause: !id, requestPolicy: 'cache-and-network' });

  if (!mine.data) {
    if (mine.error && !mine.fetching) return <Failed error={mine.error} onRetry={() => askMine({ requestPolicy: 'network-only' })} />;
    return <Loading />;
  }
  if (!id) {
    return (
      <Empty title="There is no school whose people you look after.">
        <PageTitle>People</PageTitle>
        <TextLink to="/">Go to your home page</TextLink>
      </Empty>
    );
  }
  const school = one.data?.node?.__typename === 'School' && one.data.node.id === id ? one.data.node : undefined;
  if (!school?.roll) {
    if (one.fetching || (!one.data && !one.error)) return <Loading />;
    if (one.error) return <Failed error={one.error} onRetry={() => askOne({ requestPolicy: 'network-only' })} />;
    return (
      <Empty title="There is no such school, or it is not yours to look after.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/people">Go to the people of your schools</TextLink>
      </Empty>
    );
  }
  return children({ school, roll: school.roll, administrator: mine.data.viewer.administrator, schools });
}

/** For those who look after several schools. */
export function SchoolChoice({ schools, school }: { schools: Chosen['schools']; school: { id: string } }) {
  const navigate = useNavigate();
  if (schools.length < 2) return null;
  return (
    <NativeSelect
      label="School"
      maw={480}
      value={school.id}
      onChange={(event) => void navigate({ to: '/people', search: { school: event.target.value } })}
      data={schools.map((one) => ({ value: one.id, label: one.name }))}
    />
  );
}
