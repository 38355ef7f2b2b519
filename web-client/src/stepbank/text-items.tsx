import { Textarea } from '@mantine/core';
import { errorAt, type ShownProblem } from '../api/use-change';
import { fieldId } from './field-ids';
import { ItemList } from './item-list';

type Props = {
  part: 'criteria' | 'pitfalls' | 'phrasings' | 'tags';
  name: string;
  one: string;
  hint: string;
  most: number;
  maxLength: number;
  value: string[];
  problems: ShownProblem[];
  onChange: (value: string[]) => void;
};

/** A list of short texts, one field each. */
export function TextItems({ part, one, maxLength, problems, ...list }: Props) {
  return (
    <ItemList part={part} one={one} blank="" {...list}>
      {(text, index, change) => (
        <Textarea
          id={fieldId(part, index)}
          aria-label={`${one.charAt(0).toUpperCase()}${one.slice(1)} ${index + 1}`}
          aria-describedby={fieldId('advice', part)}
          minRows={1}
          maxLength={maxLength}
          value={text}
          error={errorAt(problems, 'content', part, String(index)) ?? (index === 0 ? errorAt(problems, 'content', part) : undefined)}
          onChange={(event) => change(event.target.value.replace(/\n/g, ' '))}
        />
      )}
    </ItemList>
  );
}
