import { Title } from '@mantine/core';

/** A part of a step that is a list; nothing where nobody wrote any. */
export function Bullets({ name, items, order = 3 }: { name: string; items: readonly string[]; order?: 2 | 3 | 4 }) {
  if (items.length === 0) return null;
  return (
    <div>
      <Title order={order}>{name}</Title>
      <ul className="bullets">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </div>
  );
}
