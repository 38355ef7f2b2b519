import { ActionIcon, Button } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { moved } from '../plan/budget';
import { fieldId } from './field-ids';

type Props<T> = {
  part: string;
  /** What all of them are called, and what one of them is: "Success criteria", "success criterion". */
  name: string;
  one: string;
  hint?: string;
  value: T[];
  most: number;
  onChange: (value: T[]) => void;
  /** What is added when one more is asked for; without it, items are added elsewhere. */
  blank?: T;
  /** The part of an item that takes the focus when it is added. */
  first?: string;
  /** Items of several fields stand in boxes of their own, with a name. */
  boxed?: boolean;
  children: (item: T, index: number, change: (item: T) => void) => ReactNode;
};

/** Items in an order: added at the end, moved and removed by buttons; the focus stays with what was moved. */
export function ItemList<T>({ part, name, one, hint, value, most, onChange, blank, first, boxed = false, children }: Props<T>) {
  function add(item: T) {
    onChange([...value, item]);
    focusSoon(fieldId(part, value.length, ...(first ? [first] : [])));
  }

  function move(index: number, by: -1 | 1) {
    onChange(moved(value, index, by));
    const to = index + by;
    const atEnd = by < 0 ? to === 0 : to === value.length - 1;
    focusSoon(fieldId(part, to, atEnd === by < 0 ? 'down' : 'up'));
  }

  function remove(index: number) {
    onChange(value.filter((_, at) => at !== index));
    focusSoon(fieldId(part, 'add'));
  }

  return (
    <fieldset className="items">
      <legend>{name}</legend>
      {hint && <p className="quiet">{hint}</p>}
      {value.map((item, index) => {
        const place = `${one} ${index + 1}`;
        return (
          <div key={index} className={boxed ? 'card item boxed' : 'item'}>
            {boxed && <strong>{`${place.charAt(0).toUpperCase()}${place.slice(1)}`}</strong>}
            <div className="item-fields">{children(item, index, (changed) => onChange(value.map((old, at) => (at === index ? changed : old))))}</div>
            <div className="item-buttons">
              <ActionIcon
                id={fieldId(part, index, 'up')}
                variant="subtle"
                color="gray"
                size="lg"
                disabled={index === 0}
                aria-label={`Move ${place} up`}
                onClick={() => move(index, -1)}
              >
                <IconArrowUp size={20} aria-hidden />
              </ActionIcon>
              <ActionIcon
                id={fieldId(part, index, 'down')}
                variant="subtle"
                color="gray"
                size="lg"
                disabled={index === value.length - 1}
                aria-label={`Move ${place} down`}
                onClick={() => move(index, 1)}
              >
                <IconArrowDown size={20} aria-hidden />
              </ActionIcon>
              <ActionIcon variant="subtle" color="gray" size="lg" aria-label={`Remove ${place}`} onClick={() => remove(index)}>
                <IconX size={20} aria-hidden />
              </ActionIcon>
            </div>
          </div>
        );
      })}
      {blank !== undefined && (
        <Button id={fieldId(part, 'add')} variant="subtle" size="compact-md" disabled={value.length >= most} onClick={() => add(blank)}>
          {value.length >= most ? `At most ${most}` : `Add a ${one}`}
        </Button>
      )}
    </fieldset>
  );
}

/** What takes the focus is there only once the list is drawn again. */
function focusSoon(id: string) {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
