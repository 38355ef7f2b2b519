import { Button, Stack, Textarea } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';

type Question = {
  kind: string;
  asks: string;
  options: ReadonlyArray<{ text: string }>;
  answer?: { option?: number | null; line?: string | null } | null;
};
export type Said = { option: number } | { line: string };
type Props = { question: Question; busy: boolean; focused: boolean; onSaid: (said: Said) => void };

/** One question with large targets: four to choose from, or a line that may be left out. */
export function QuestionForm({ question, busy, focused, onSaid }: Props) {
  const [option, setOption] = useState(question.answer?.option ?? undefined);
  const [line, setLine] = useState(question.answer?.line ?? '');
  const [missing, setMissing] = useState(false);
  const asks = useRef<HTMLLegendElement>(null);
  const isOpen = question.kind === 'OPEN_LINE';
  useEffect(() => {
    if (focused) asks.current?.focus();
  }, [focused]);

  function submit() {
    if (isOpen) onSaid({ line });
    else if (option === undefined) setMissing(true);
    else onSaid({ option });
  }

  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <Stack gap="md">
        <fieldset className="question" aria-describedby={missing ? 'choose-one' : undefined}>
          <legend ref={asks} tabIndex={-1} className="asks">
            {question.asks}
          </legend>
          {missing && (
            <p id="choose-one" role="alert" className="field-error">
              Choose one of these.
            </p>
          )}
          {question.options.map(({ text }, index) => (
            <label key={text} className="answer">
              <input
                type="radio"
                name="answer"
                value={index}
                checked={option === index}
                onChange={() => {
                  setOption(index);
                  setMissing(false);
                }}
              />
              <span>{text}</span>
            </label>
          ))}
          {isOpen && (
            <Textarea
              label="In a line or two, if you like"
              description="Do not name pupils. Your mentor sees it."
              maxLength={500}
              autosize
              minRows={3}
              value={line}
              onChange={(event) => setLine(event.target.value)}
            />
          )}
        </fieldset>
        <Button type="submit" size="md" loading={busy} fullWidth>
          {question.kind === 'CHOICE' ? 'Answer' : isOpen && line.trim() === '' ? 'Leave it out' : 'Keep and go on'}
        </Button>
      </Stack>
    </form>
  );
}
