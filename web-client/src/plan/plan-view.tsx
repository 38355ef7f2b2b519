import { Text } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';

const View = graphql(`
  fragment PlanView on SessionPlan {
    totalMinutes
    budgetMinutes
    sections {
      id
      title
      minutes
      notes
    }
  }
`);

/** An agenda to be read. */
export function PlanView(props: { plan: FragmentType<typeof View> }) {
  const plan = readFragment(View, props.plan);
  return (
    <div>
      <Text mb="xs">
        {plan.totalMinutes} of {plan.budgetMinutes} minutes
      </Text>
      <ol className="plain-list" aria-label="Agenda">
        {plan.sections.map((section) => (
          <li key={section.id} className="agenda-row">
            <div>
              <Text fw={600}>{section.title}</Text>
              {section.notes && <Text className="typed">{section.notes}</Text>}
            </div>
            <Text>{section.minutes} min</Text>
          </li>
        ))}
      </ol>
    </div>
  );
}
