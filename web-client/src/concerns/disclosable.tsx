import { Text } from '@mantine/core';

/** Said wherever somebody reads or writes a concern. */
export function Disclosable({ name }: { name?: string }) {
  return (
    <Text className="quiet" maw={640}>
      About support in the programme only: it is no assessment, and nothing of the coaching belongs in it. Only your school’s induction tutors see it
      here; {name ?? 'the person'} can ask to read what is held about them. Nothing can be changed or taken away later.
    </Text>
  );
}
