import { Text, Title, VisuallyHidden } from '@mantine/core';
import { differenceOf, partName, type PartChange, type Piece } from './difference';

/** What changed, part by part, with the words marked that went and came, for eyes and for ears. */
export function DifferenceView({ changes, order = 3 }: { changes: readonly PartChange[]; order?: 2 | 3 }) {
  if (changes.length === 0) return <Text className="quiet">There is no difference.</Text>;
  return (
    <div className="parts">
      {changes.map((change) => (
        <div key={change.part}>
          <Title order={order} fz="md">{partName(change.part)}</Title>
          {differenceOf(change.before, change.after).map((line, index) => (
            <p key={index} className="difference">
              {line.map((piece, at) => (
                <Marked key={at} piece={piece} />
              ))}
            </p>
          ))}
        </div>
      ))}
    </div>
  );
}

function Marked({ piece }: { piece: Piece }) {
  if (piece.kind === 'same') return piece.text;
  const Mark = piece.kind === 'added' ? 'ins' : 'del';
  return (
    <Mark>
      <VisuallyHidden> {piece.kind}: </VisuallyHidden>
      {piece.text}
      <VisuallyHidden> end of {piece.kind} </VisuallyHidden>
    </Mark>
  );
}
