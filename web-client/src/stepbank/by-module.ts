import type { Strand } from '../gql/graphql';
import { STRANDS } from '../step/step-words';

type Step = { id: string; strand: Strand | null; module: { id: string; title: string } | null };

/** Steps under the headings of their modules, in the order in which they come; in one list when they come by how well they fit. */
export function byModule<S extends Step>(steps: readonly S[], bestFirst: boolean): Array<{ id: string; title: string; steps: S[] }> {
  if (bestFirst) return [{ id: 'found', title: '', steps: [...steps] }];
  const groups = new Map<string, { id: string; title: string; steps: S[] }>();
  for (const step of steps) {
    const id = step.module?.id ?? 'none';
    const title = step.module ? [step.strand && STRANDS[step.strand], step.module.title].filter(Boolean).join(': ') : 'In no module';
    const group = groups.get(id) ?? { id, title, steps: [] };
    group.steps.push(step);
    groups.set(id, group);
  }
  return [...groups.values()];
}
