import { Title } from '@mantine/core';
import { readFragment, type FragmentType } from '../gql';
import { changesBetween } from './difference';
import { DifferenceView } from './difference-view';
import { asRead, asWritten, StepParts } from './step-parts';
import { useStepTitles } from './use-step-titles';

/** What publishing would change of a step that is published already. */
export function UnpublishedChanges(props: { step: FragmentType<typeof StepParts> }) {
  const step = readFragment(StepParts, props.step);
  const titleInDraft = useStepTitles(step.draft?.buildsOn ?? []);
  if (!step.draft) return null;
  const titleOf = (id: string) => step.buildsOn.find((one) => one.id === id)?.title ?? titleInDraft(id);
  return (
    <section className="no-print inset" aria-labelledby="unpublished">
      <Title order={2} id="unpublished" mb="xs">
        Changes that are not published yet
      </Title>
      <DifferenceView changes={changesBetween(asRead(step), asWritten(step), titleOf)} />
    </section>
  );
}
