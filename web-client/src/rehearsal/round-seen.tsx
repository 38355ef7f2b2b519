import { Text } from '@mantine/core';
import type { Rehearsal } from './rehearsal-screen';

/** What was ticked in a round beside what was there. */
export function RoundSeen({ round }: { round: Rehearsal['rounds'][number] }) {
  return (
    <div>
      <table className="plain seen-table">
        <caption>{`Round ${round.number}: ${round.does}`}</caption>
        <thead>
          <tr>
            <th scope="col">Criterion</th>
            <th scope="col">You ticked</th>
            <th scope="col">Was there</th>
          </tr>
        </thead>
        <tbody>
          {round.criteria.map((criterion) => (
            <tr key={criterion.id} className={criterion.ticked === criterion.there ? undefined : 'differing'}>
              <th scope="row">{criterion.text}</th>
              <td>{criterion.ticked ? 'Yes' : 'No'}</td>
              <td>{criterion.there ? 'Yes' : 'No'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {round.missed && <Text mt="xs">{round.missed}</Text>}
    </div>
  );
}
