import { IconBulb } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { fieldId } from './field-ids';
import type { Remark } from './use-step-advice';

const ITEMS: Record<string, string> = { criteria: 'Criterion', models: 'Model', practice: 'Task', pitfalls: 'Pitfall', phrasings: 'Phrasing', tags: 'Tag' };

type Props = { part: string; remarks: readonly Remark[]; children: ReactNode };

/** A field with what there is to remark on it in the margin, or below it on a phone. New remarks are read out when the person pauses. */
export function WithRemarks({ part, remarks, children }: Props) {
  const own = remarks.filter((remark) => remark.part === part);
  return (
    <div className="with-remarks">
      <div>{children}</div>
      <div id={fieldId('advice', part)} className="remarks" aria-live="polite" aria-atomic="false">
        {own.map((remark) => (
          <p key={`${remark.item} ${remark.message}`}>
            <IconBulb size={18} aria-hidden />
            <span>
              {remark.item !== null && `${ITEMS[part] ?? 'Item'} ${remark.item}: `}
              {remark.message}
            </span>
          </p>
        ))}
      </div>
    </div>
  );
}
