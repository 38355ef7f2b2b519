import { Text, Title } from '@mantine/core';
import { graphql, readFragment, type FragmentType } from '../gql';
import { Bullets } from '../step/bullets';
import { useSuits, whyItSuits } from '../diagnostics/suits';
import { useSession } from '../sign-in/session-context';
import { bestModel, modelName } from '../step/model-choice';
import { PracticeList } from '../step/practice-list';
import { cueLine } from '../step/step-words';

const Models = graphql(`
  fragment StepContentModels on StepModel {
    phase
    subject
    lesson
    text
  }
`);

type Tasks = Parameters<typeof PracticeList>[0]['practice'];

type Content = {
  cue: string;
  why: string;
  criteria: readonly string[];
  models: ReadonlyArray<FragmentType<typeof Models>>;
  practice: Tasks;
  pitfalls: readonly string[];
  phrasings: readonly string[];
};

/** A step like a recipe card: when and why, what to look for, what it looks like, how to rehearse it, what goes wrong. */
export function StepContentView({ content, order = 2 }: { content: Content; order?: 2 | 3 | 4 }) {
  const all = readFragment(Models, content.models);
  const { session } = useSession();
  const suiting = useSuits(session.person.id);
  const best = all[bestModel(all, { phase: '', subject: '', suits: suiting?.suits })];
  const why = best && suiting && whyItSuits(best, suiting.suits, suiting.who);
  const models = best && why ? [best, ...all.filter((model) => model !== best)] : all;
  return (
    <div className="recipe">
      {content.cue && <Text fw={600}>{cueLine(content.cue)}</Text>}
      {content.why && <Text maw={720}>{content.why}</Text>}
      <div className="columns">
        <div className="parts">
          <Bullets name="Success criteria" items={content.criteria} order={order} />
          <PracticeList practice={content.practice} order={order} />
          <Bullets name="Pitfalls" items={content.pitfalls} order={order} />
        </div>
        <div className="parts">
          {models.length > 0 && (
            <div>
              <Title order={order}>{models.length === 1 ? 'Model' : 'Models'}</Title>
              {models.map((model, index) => (
                <div key={index} className="model">
                  <Text fw={600}>{modelName(model)}</Text>
                  {why && index === 0 && <Text className="quiet">{`Shown first ${why}.`}</Text>}
                  <Text className="typed">{model.text}</Text>
                </div>
              ))}
            </div>
          )}
          <Bullets name="How people say it" items={content.phrasings} order={order} />
        </div>
      </div>
    </div>
  );
}
