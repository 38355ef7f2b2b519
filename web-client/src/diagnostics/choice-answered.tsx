import { Stack, Text, Title } from '@mantine/core';
import { IconCheck, IconPoint } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { ModuleLinks } from './module-links';

type Props = {
  asks: string;
  module: { id: string; title: string } | null;
  options: ReadonlyArray<{ text: string; right?: boolean | null; why?: string | null }>;
  chosen: number | null | undefined;
  /** Whether the heading takes the focus, as right after the answer was given. */
  focused?: boolean;
};

/** A question that was answered: what is right, and why each of the others tempts. */
export function ChoiceAnswered({ asks, module, options, chosen, focused = false }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused, asks]);
  const right = chosen != null && Boolean(options[chosen]?.right);
  return (
    <Stack gap="md">
      <Text className="asks">{asks}</Text>
      <Title order={2} ref={heading} tabIndex={-1}>
        {right ? 'Yes, that is it' : 'Another answer fits better'}
      </Title>
      <ul className="plain-list">
        {options.map((option, index) => (
          <li key={option.text} className="card answered" data-right={option.right ?? undefined} data-chosen={index === chosen || undefined}>
            <Text fw={600} className="answer-mark">
              {option.right ? <IconCheck size={18} aria-hidden /> : <IconPoint size={18} aria-hidden />}
              {[option.right ? 'Fits best' : 'Tempting', index === chosen && 'your answer'].filter(Boolean).join(', ')}
            </Text>
            <Text>{option.text}</Text>
            {option.why && <Text className="quiet" mt={4}>{option.why}</Text>}
          </li>
        ))}
      </ul>
      {!right && module && (
        <section className="inset" aria-label="Worth another look">
          <Text fw={600}>Worth another look</Text>
          <ModuleLinks module={module} />
        </section>
      )}
    </Stack>
  );
}
