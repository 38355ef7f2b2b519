import type { Words } from './cycle-parts';

/** What a change says, field by field; a change of one field needs no name for it. */
export function WordsList({ words }: { words: Words }) {
  const fields = Object.entries(words).filter(([, text]) => text);
  if (fields.length === 1) return <p className="typed plain-text">{fields[0]?.[1]}</p>;
  return (
    <dl className="facts">
      {fields.map(([name, text]) => (
        <div key={name} className="fact">
          <dt>{name}</dt>
          <dd className="typed">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
