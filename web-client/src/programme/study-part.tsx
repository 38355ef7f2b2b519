import { Checkbox, Stack, Text, Title } from '@mantine/core';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useChange } from '../api/use-change';
import { dayText, isoToday } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { StudyPartFragment } from '../gql/graphql';
import { byHalfTerm, completedText, halfTermName, isBehind, isOpen, isPaced, type Group } from './half-terms';
import { MarkSelfStudy } from './programme-mutations';

const Part = graphql(`
  fragment StudyPart on Person {
    id
    selfStudy {
      role
      expected
      completed
      behind
      items {
        id
        title
        kind
        theme
        themeTitle
        halfTerm {
          name
          firstDay
          lastDay
        }
        from
        dueBy
        completedOn
      }
    }
  }
`);

type Study = NonNullable<StudyPartFragment['selfStudy']>[number];
type Item = Study['items'][number];

/** What somebody is to study on their own, half-term by half-term; they tick it themself. */
export function StudyPart(props: { person: FragmentType<typeof Part>; mine: boolean }) {
  const person = readFragment(Part, props.person);
  const { send, problems } = useChange(MarkSelfStudy, (data) => data.markSelfStudy);
  // What was ticked and is not answered yet shows at once.
  const [told, setTold] = useState<Partial<Record<string, boolean>>>({});

  async function mark(item: Item, completed: boolean) {
    setTold((now) => ({ ...now, [item.id]: completed }));
    await send({ personId: person.id, itemId: item.id, completed });
    setTold((now) => Object.fromEntries(Object.entries(now).filter(([id]) => id !== item.id)));
  }

  const marks: Marks | undefined = props.mine ? { told, mark: (item, completed) => void mark(item, completed) } : undefined;
  return (
    <>
      {(person.selfStudy ?? []).map((study) => (
        <section key={study.role} aria-labelledby={`study-${study.role}`}>
          <Title order={2} id={`study-${study.role}`}>
            {study.role === 'ECT' ? 'Self-study' : 'Self-study for mentors'}
          </Title>
          <Text mb="sm">{standing(study)}</Text>
          <ErrorSummary problems={problems} />
          {isPaced(study.role) ? (
            <HalfTerms items={study.items} marks={marks} />
          ) : (
            <Items items={study.items} marks={marks} anyTime />
          )}
        </section>
      ))}
    </>
  );
}

function standing(study: Study): string {
  if (!isPaced(study.role)) return `${completedText(study.items)}. Take them up at any time of the training year; 15 to 30 minutes each.`;
  const done = `${study.completed} completed, ${study.expected} expected by today`;
  return study.behind === 0 ? `${done}: nothing is left behind.` : `${done}: ${study.behind} left to do.`;
}

type Marks = { told: Partial<Record<string, boolean>>; mark: (item: Item, completed: boolean) => void };

/** Without a way to mark them they are to be read. */
type ListProps = { items: readonly Item[]; marks: Marks | undefined; anyTime?: boolean };

function HalfTerms(props: ListProps) {
  const today = isoToday();
  const groups = byHalfTerm(props.items);
  const { hash } = useLocation();
  return (
    <Stack gap={0}>
      {groups.map((group) => (
        <HalfTerm key={group.halfTerm?.firstDay ?? 'later'} {...props} group={group} opens={isOpen(group, groups, today) || group.items.some((item) => item.id === hash)} />
      ))}
    </Stack>
  );
}

/** Once on the screen it opens and closes by hand only: not when its last module is ticked. */
function HalfTerm({ group, opens, ...props }: ListProps & { group: Group<Item>; opens: boolean }) {
  const [open, setOpen] = useState(opens);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)} className="half-term">
      <summary>
        {group.halfTerm ? halfTermName(group.halfTerm) : 'After the break'}
        <span className="quiet beside-name"> · {completedText(group.items)}</span>
      </summary>
      <Items {...props} items={group.items} />
    </details>
  );
}

function Items({ items, marks, anyTime = false }: ListProps) {
  const today = isoToday();
  // Whoever was sent here for a module finds it.
  const { hash } = useLocation();
  const wanted = items.some((item) => item.id === hash);
  useEffect(() => {
    if (wanted) document.getElementById(hash)?.scrollIntoView({ block: 'center' });
  }, [wanted, hash]);
  return (
    <ul className="rows">
      {items.map((item) => (
        <li key={item.id} id={item.id}>
          {marks ? (
            <Checkbox
              size="md"
              label={item.title}
              description={note(item, today, anyTime)}
              checked={marks.told[item.id] ?? Boolean(item.completedOn)}
              onChange={(event) => marks.mark(item, event.currentTarget.checked)}
            />
          ) : (
            <>
              <Text>{item.title}</Text>
              <Text className="quiet" fz="sm">
                {note(item, today, anyTime)}
              </Text>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

function note(item: Item, today: string, anyTime: boolean): string | undefined {
  if (item.completedOn) return `Completed on ${dayText(item.completedOn)}`;
  if (anyTime) return undefined;
  if (!item.dueBy) return 'No time yet';
  return isBehind(item, today) ? `Was due by ${dayText(item.dueBy)}` : `Due by ${dayText(item.dueBy)}`;
}
