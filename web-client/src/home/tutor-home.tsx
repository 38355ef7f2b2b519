import { Stack, Text, Title } from '@mantine/core';
import { TextLink } from '../components/button-link';
import { graphql, readFragment, type FragmentType } from '../gql';

const Schools = graphql(`
  fragment TutorHome on School {
    id
    name
    urn
    mentorships {
      id
      mentor {
        id
        name
      }
      ect {
        id
        name
      }
    }
    people {
      role
      person {
        id
        name
      }
    }
  }
`);

/** A tutor's schools: who mentors whom today, and which ECT has nobody. */
export function TutorHome(props: { schools: ReadonlyArray<FragmentType<typeof Schools>> }) {
  const schools = readFragment(Schools, props.schools);
  return (
    <Stack gap="lg">
      {schools.map((school) => {
        // Null for those who do not run the school; whoever gets here does.
        const mentorships = school.mentorships ?? [];
        const mentored = new Set(mentorships.map((mentorship) => mentorship.ect.id));
        const without = (school.people ?? []).filter((one) => one.role === 'ECT' && !mentored.has(one.person.id));
        return (
          <section key={school.id} aria-labelledby={school.id}>
            <Title order={2} id={school.id}>
              {school.name}
            </Title>
            <Text className="quiet" mb="sm">
              URN {school.urn}
              {' · '}
              <TextLink to="/people" search={{ school: school.id }}>
                People at {school.name}
              </TextLink>
            </Text>
            {without.length > 0 && (
              <Text mb="sm">
                <strong>Without a mentor today:</strong>{' '}
                {without.map((one, index) => (
                  <span key={one.person.id}>
                    {index > 0 && ', '}
                    <TextLink to="/people/$personId" params={{ personId: one.person.id }} search={{ school: school.id }}>
                      {one.person.name}
                    </TextLink>
                  </span>
                ))}
              </Text>
            )}
            <div className="scroll-x">
              <table className="plain">
                <caption style={{ textAlign: 'left' }}>Mentorships of today</caption>
                <thead>
                  <tr>
                    <th scope="col">ECT</th>
                    <th scope="col">Mentor</th>
                  </tr>
                </thead>
                <tbody>
                  {mentorships.map((mentorship) => (
                    <tr key={mentorship.id}>
                      <td>{mentorship.ect.name}</td>
                      <td>{mentorship.mentor.name}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
            {mentorships.length === 0 && <Text className="quiet">None.</Text>}
          </section>
        );
      })}
    </Stack>
  );
}
