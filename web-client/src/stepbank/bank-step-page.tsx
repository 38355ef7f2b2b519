import { Button, Group, Stack, Text } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import { useQuery } from 'urql';
import { TextLink } from '../components/button-link';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql } from '../gql';
import { StepGraph } from '../step/step-graph';
import { placeName } from '../step/step-words';
import { STATUSES } from './bank-words';
import { ChoicesLine } from './choices-line';
import { printSize } from './print-size';
import { StepActions } from './step-actions';
import { StepContentView } from './step-content';
import { ProposalLine } from './proposal-line';
import { StepVersions } from './step-versions';
import { UnpublishedChanges } from './unpublished-changes';

const BankStep = graphql(`
  query BankStep($id: ID!) {
    node(id: $id) {
      __typename
      id
      ... on Step {
        title
        status
        strand
        module {
          id
          title
        }
        bank {
          id
          title
        }
        why
        cue
        criteria
        models {
          text
          ...StepContentModels
        }
        practice {
          task
          coach
          ...PracticeList
        }
        pitfalls
        phrasings
        tags
        adaptedFrom {
          id
          title
        }
        ...ChoicesLine
        ...StepGraph
        ...ProposalLine
        ...StepParts
        ...StepVersions
        ...StepActions
      }
    }
  }
`);

/** A step of a bank with everything that is known of it, to be read, printed, and looked after. */
export function BankStepPage() {
  const { stepId } = useParams({ from: '/steps/$stepId' });
  return <ShownStep key={stepId} stepId={stepId} />;
}

function ShownStep({ stepId }: { stepId: string }) {
  const [{ data, error, fetching }, ask] = useQuery({ query: BankStep, variables: { id: stepId }, requestPolicy: 'cache-and-network' });
  const step = data?.node?.__typename === 'Step' ? data.node : undefined;
  if (!step) {
    if (fetching) return <Loading />;
    if (error) return <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} />;
    return (
      <Empty title="There is no such step, or it is not yours to see.">
        <PageTitle>Not found</PageTitle>
        <TextLink to="/banks">Go to the step banks</TextLink>
      </Empty>
    );
  }
  return (
    <Stack gap="lg" className="step-page" style={{ '--print-size': printSize(step) } as CSSProperties}>
      <div>
        <PageTitle>{step.title}</PageTitle>
        <Group gap="0 16px" mt="xs">
          {step.status !== 'PUBLISHED' && <strong className="mark">{STATUSES[step.status]}</strong>}
          {placeName(step) && <Text className="quiet">{placeName(step)}</Text>}
          <TextLink to="/banks/$bankId" params={{ bankId: step.bank.id }}>
            {step.bank.title}
          </TextLink>
        </Group>
        {step.adaptedFrom && (
          <Text className="quiet">
            Adapted from{' '}
            <TextLink to="/steps/$stepId" params={{ stepId: step.adaptedFrom.id }}>
              {step.adaptedFrom.title}
            </TextLink>
          </Text>
        )}
      </div>
      <ChoicesLine step={step} />
      <ProposalLine step={step} />
      <StepActions step={step} onReload={() => ask({ requestPolicy: 'network-only' })} />
      <UnpublishedChanges step={step} />
      <StepContentView content={step} />
      {step.tags.length > 0 && <Text className="quiet">Tags: {step.tags.join(', ')}</Text>}
      <section aria-label="Steps before and after" className="no-print">
        <StepGraph
          order={2}
          step={step}
          link={(id, title) => (
            <TextLink to="/steps/$stepId" params={{ stepId: id }}>
              {title}
            </TextLink>
          )}
        />
      </section>
      <StepVersions step={step} />
      <Button className="no-print" variant="subtle" style={{ alignSelf: 'flex-start' }} onClick={() => print()}>
        Print this step
      </Button>
    </Stack>
  );
}
