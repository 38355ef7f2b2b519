import { Stack, Text } from '@mantine/core';
import type { RehearsalOptionPartsFragment } from '../gql/graphql';
import { inDaysText } from './rehearsal-words';

/** What can be chosen, as it is read; which parts it has depends on the stage. */
export function OptionText({ option }: { option: RehearsalOptionPartsFragment }) {
  const { text, step, title, criteria, model, practice, sections, where, useInDays, dropInDays } = option;
  return (
    <Stack gap={4}>
      {text && <span>{text}</span>}
      {step && (
        <>
          <strong>{step.title}</strong>
          <span className="quiet">{step.why}</span>
        </>
      )}
      {title && <strong>{title}</strong>}
      {criteria && <Bullets items={criteria} />}
      {model && <Named name="You show" text={model} />}
      {practice && <Named name="They rehearse" text={practice} />}
      {sections && (
        <ul className="agenda-choice">
          {sections.map((section, index) => (
            <li key={index}>
              <span>{section.title}</span>
              <span className="no-wrap">{section.minutes} min</span>
            </li>
          ))}
        </ul>
      )}
      {where && (
        <>
          <span>{where}</span>
          <span className="quiet">
            First used {inDaysText(useInDays ?? 0)}, drop-in {inDaysText(dropInDays ?? 0)}.
          </span>
        </>
      )}
    </Stack>
  );
}

function Bullets({ items }: { items: readonly string[] }) {
  return (
    <ul className="bullets">
      {items.map((item) => (
        <li key={item}>{item}</li>
      ))}
    </ul>
  );
}

function Named({ name, text }: { name: string; text: string }) {
  return (
    <Text component="span" className="quiet">
      {name}: {text}
    </Text>
  );
}
