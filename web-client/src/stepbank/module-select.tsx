import { NativeSelect } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { Strand } from '../gql/graphql';
import { STRANDS } from '../step/step-words';

const Modules = graphql(`
  fragment ModuleSelect on Module {
    id
    title
    strand
  }
`);

type Props = {
  modules: ReadonlyArray<FragmentType<typeof Modules>>;
  none: string;
  value: string;
  onChange: (moduleId: string) => void;
  id?: string;
  error?: string;
};

/** A module of a bank, found under its strand. */
export function ModuleSelect({ none, value, onChange, id, error, ...props }: Props) {
  const modules = readFragment(Modules, props.modules);
  const strands = [...new Set(modules.flatMap((module) => module.strand ?? []))];
  const of = (strand: Strand | null) => modules.filter((module) => module.strand === strand).map((module) => ({ value: module.id, label: module.title }));
  const groups = strands.map((strand) => ({ group: STRANDS[strand], items: of(strand) }));
  return (
    <NativeSelect
      id={id}
      label="Module"
      value={value}
      error={error}
      onChange={(event) => onChange(event.target.value)}
      data={[{ value: '', label: none }, ...groups, ...of(null)]}
    />
  );
}
