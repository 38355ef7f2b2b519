import { Progress, Text } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';
import { countsText, REASONS, shareOf } from './reason-words';

const Reason = graphql(`
  fragment ReasonList on StepReason {
    kind
    counts
    words
  }
`);

type Props = {
  reasons: ReadonlyArray<FragmentType<typeof Reason>>;
  /** With the note or step that each rests on. */
  inFull?: boolean;
};

/** What speaks for and against a step, each with how much it counts. */
export function ReasonList({ inFull = false, ...props }: Props) {
  const reasons = readFragment(Reason, props.reasons);
  return (
    <ul className="plain-list reasons" aria-label="Reasons">
      {reasons.map((reason) => (
        <li key={reason.kind}>
          <span>{REASONS[reason.kind]}</span>
          <Progress.Root size={8} aria-hidden>
            <Progress.Section value={shareOf(reason.counts)} color={reason.counts < 0 ? 'red.8' : 'accent.6'} striped={reason.counts < 0} withAria={false} />
          </Progress.Root>
          <span className="quiet">{countsText(reason.counts)}</span>
          {inFull && <Text className="reason-words quiet">{reason.words}</Text>}
        </li>
      ))}
    </ul>
  );
}
