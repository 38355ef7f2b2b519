import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useChange } from '../api/use-change';
import { dayOf } from '../components/dates';
import { readFragment, type FragmentType } from '../gql';
import { AnswerVisitFeedback, GiveVisitFeedback, VisitParts } from './visit-parts';
import { VisitTextForm } from './visit-text-form';

/** What passes between the tutor who visited and the mentor: feedback, and one answer. Nothing for the ECT. */
export function VisitFeedback(props: { visit: FragmentType<typeof VisitParts> }) {
  const visit = readFragment(VisitParts, props.visit);
  const give = useChange(GiveVisitFeedback, (data) => data.giveVisitFeedback);
  const answer = useChange(AnswerVisitFeedback, (data) => data.answerVisitFeedback);
  const [changing, setChanging] = useState(false);
  const mayGive = visit.can.includes('GIVE_FEEDBACK');

  function cancel() {
    give.setProblems([]);
    setChanging(false);
  }

  if (mayGive && (!visit.feedback || changing)) {
    return (
      <VisitTextForm
        name={`${visit.id}.feedback`}
        label={`Feedback to ${visit.mentor.name}`}
        description="Developmental, about the coaching; it is no assessment. The mentor reads it, the ECT does not. Name no pupil."
        initial={visit.feedback ?? ''}
        action={visit.feedback ? 'Save the change' : 'Send feedback'}
        busy={give.busy}
        problems={give.problems}
        onSend={async (text) => (await give.send({ visitId: visit.id, text })) !== undefined}
        onSent={() => setChanging(false)}
        onCancel={visit.feedback ? cancel : undefined}
      />
    );
  }
  if (!visit.feedback) return null;
  return (
    <Stack gap="xs">
      <div className="inset">
        <Text className="quiet">
          {visit.tutor.name} to {visit.mentor.name}
          {visit.feedbackAt && `, ${dayOf(visit.feedbackAt)}`}
        </Text>
        <Text className="typed">{visit.feedback}</Text>
      </div>
      {mayGive && (
        <Button variant="default" style={{ alignSelf: 'flex-start' }} onClick={() => setChanging(true)}>
          Change the feedback
        </Button>
      )}
      {visit.answer && (
        <div className="inset">
          <Text className="quiet">
            {visit.mentor.name} answered{visit.answeredAt && `, ${dayOf(visit.answeredAt)}`}
          </Text>
          <Text className="typed">{visit.answer}</Text>
        </div>
      )}
      {visit.can.includes('ANSWER_FEEDBACK') && (
        <VisitTextForm
          name={`${visit.id}.answer`}
          label={`Answer ${visit.tutor.name}`}
          description="You can answer once. Only the two of you read it."
          action="Send the answer"
          busy={answer.busy}
          problems={answer.problems}
          onSend={async (text) => (await answer.send({ visitId: visit.id, text })) !== undefined}
        />
      )}
    </Stack>
  );
}
