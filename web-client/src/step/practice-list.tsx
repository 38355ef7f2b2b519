import { Title } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';

const Tasks = graphql(`
  fragment PracticeList on PracticeTask {
    task
    coach
    minutes
    harder
    easier
  }
`);

/** Ways to rehearse a step: what to do, what the coach does meanwhile, and how to change how hard it is. */
export function PracticeList(props: { practice: ReadonlyArray<FragmentType<typeof Tasks>>; order?: 2 | 3 | 4 }) {
  const practice = readFragment(Tasks, props.practice);
  if (practice.length === 0) return null;
  return (
    <div>
      <Title order={props.order ?? 3}>Practice</Title>
      <ul className="bullets">
        {practice.map((task) => (
          <li key={task.task}>
            {task.task} <span className="quiet">({task.minutes === 1 ? '1 minute' : `${task.minutes} minutes`})</span>
            {task.coach && <Part name="Coach" text={task.coach} />}
            {task.harder && <Part name="Harder" text={task.harder} />}
            {task.easier && <Part name="Easier" text={task.easier} />}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Part({ name, text }: { name: string; text: string }) {
  return (
    <span className="line">
      <strong>{name}:</strong> {text}
    </span>
  );
}
