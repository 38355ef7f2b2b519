import { Title, VisuallyHidden } from '@mantine/core';
import { differenceOf, type Piece } from '../stepbank/difference';
import type { Words } from './cycle-parts';

/** One's own version beside the one that is there now, field by field; what differs is marked for eyes and for ears. */
export function TwoVersions({ mine, now }: { mine: Words; now: Words }) {
  return (
    <div className="columns">
      <Version title="Yours" fields={mine} piecesOf={(field) => without('removed', now[field] ?? '', mine[field] ?? '')} />
      <Version title="As it is now" fields={mine} piecesOf={(field) => without('added', now[field] ?? '', mine[field] ?? '')} />
    </div>
  );
}

const without = (kind: Piece['kind'], now: string, mine: string) =>
  differenceOf(now, mine)
    .map((line) => line.filter((piece) => piece.kind !== kind))
    .filter((line) => line.length > 0);

function Version({ title, fields, piecesOf }: { title: string; fields: Words; piecesOf: (field: string) => Piece[][] }) {
  return (
    <section className="inset">
      <Title order={3}>{title}</Title>
      <dl className="facts">
        {Object.keys(fields).map((field) => {
          const lines = piecesOf(field);
          return (
            <div key={field} className="fact">
              <dt>{field}</dt>
              <dd>
                {lines.length === 0 && <span className="quiet">Nothing</span>}
                {lines.map((line, index) => (
                  <p key={index} className="plain-text">
                    {line.map((piece, at) => (piece.kind === 'same' ? piece.text : <Differs key={at} text={piece.text} />))}
                  </p>
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Differs({ text }: { text: string }) {
  return (
    <mark className="differs">
      <VisuallyHidden> different: </VisuallyHidden>
      {text}
      <VisuallyHidden> end of what is different </VisuallyHidden>
    </mark>
  );
}
