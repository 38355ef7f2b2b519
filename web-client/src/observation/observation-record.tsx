import { Text, Title } from '@mantine/core';
import { timeOf } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';

const Record = graphql(`
  fragment ObservationRecord on Observation {
    evidence {
      id
      at
      text
    }
    praise {
      id
      text
    }
  }
`);

/** What was seen and heard, and what was praised, to be read. */
export function ObservationRecord(props: { observation: FragmentType<typeof Record> }) {
  const observation = readFragment(Record, props.observation);
  return (
    <section aria-labelledby="record-praise">
      <Title order={2} id="record-praise" mb="xs">
        Praise
      </Title>
      {observation.praise.length === 0 && <Text className="quiet">Nothing noted.</Text>}
      <ul className="bullets">
        {observation.praise.map((praise) => (
          <li key={praise.id} className="typed">
            {praise.text}
          </li>
        ))}
      </ul>
      <Title order={2} mt="lg" mb="xs">
        Evidence
      </Title>
      {observation.evidence.length === 0 && <Text className="quiet">Nothing noted.</Text>}
      <ul className="plain-list">
        {observation.evidence.map((note) => (
          <li key={note.id} className="timed-note">
            <time dateTime={note.at}>{timeOf(note.at)}</time>
            <span className="typed">{note.text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
