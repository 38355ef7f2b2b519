import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { TextLink } from '../components/button-link';
import { dayOf } from '../components/dates';
import { ErrorSummary } from '../components/error-summary';
import { Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment } from '../gql';
import type { RehearsalMode, RehearsalsQuery } from '../gql/graphql';
import { RehearsalScreen, Remove, Start } from './rehearsal-screen';
import { MODES, progressText, SETTINGS } from './rehearsal-words';

const Rehearsals = graphql(`
  query Rehearsals {
    rehearsalScenes {
      id
      title
      setting
      minutes
      ectName
      lesson {
        subject
        className
        topic
      }
    }
    viewer {
      rehearsals(first: 100) {
        edges {
          node {
            id
            version
            mode
            stage
            startedAt
            scene {
              id
              title
            }
          }
        }
      }
    }
  }
`);

type Listed = RehearsalsQuery['viewer']['rehearsals']['edges'][number]['node'];
type Scene = RehearsalsQuery['rehearsalScenes'][number];

/** Scenes to rehearse in, and one's own rehearsals. */
export function RehearsalsPage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: Rehearsals, requestPolicy: 'cache-and-network' });
  const reload = () => ask({ requestPolicy: 'network-only' });
  if (!data) return error && !fetching ? <Failed error={error} onRetry={reload} /> : <Loading />;
  const own = data.viewer.rehearsals.edges.map((edge) => edge.node);
  const open = own.filter((one) => one.stage !== 'DEBRIEF');
  const finished = own.filter((one) => one.stage === 'DEBRIEF');
  return (
    <Stack gap="lg">
      <div>
        <PageTitle>Rehearsals</PageTitle>
        <Text>
          A lesson and a meeting to try things out in, all invented. With a guide you read after each choice why it works or does not; without one, you
          compare at the end with two experienced mentors. Nothing is marked, it counts nowhere, and nobody but you sees it.
        </Text>
      </div>
      {open.length > 0 && <OwnRehearsals id="to-go-on" title="To go on with" rehearsals={open} onChanged={reload} />}
      <section aria-labelledby="scenes">
        <Title order={2} id="scenes" mb="sm">
          Scenes
        </Title>
        <ul className="plain-list">
          {data.rehearsalScenes.map((scene) => (
            <SceneCard key={scene.id} scene={scene} />
          ))}
        </ul>
      </section>
      {finished.length > 0 && <OwnRehearsals id="finished" title="To look back on" rehearsals={finished} onChanged={reload} />}
    </Stack>
  );
}

function SceneCard({ scene }: { scene: Scene }) {
  const navigate = useNavigate();
  const { send, busy, problems } = useChange(Start, (data) => data.startRehearsal);

  async function begin(mode: RehearsalMode) {
    const begun = await send({ sceneId: scene.id, mode });
    const started = readFragment(RehearsalScreen, begun?.rehearsal);
    if (started) void navigate({ to: '/rehearsals/$rehearsalId', params: { rehearsalId: started.id } });
  }

  return (
    <li className="card">
      <Stack gap="xs">
        <Text className="quiet">{`${SETTINGS[scene.setting]} · about ${scene.minutes} minutes`}</Text>
        <Title order={3}>{scene.title}</Title>
        <Text>{`${scene.ectName}, ${scene.lesson.subject}, ${scene.lesson.className}: ${scene.lesson.topic}`}</Text>
        <ErrorSummary problems={problems} />
        <Group>
          <Button variant="default" loading={busy} aria-label={`With a guide: ${scene.title}`} onClick={() => void begin('GUIDED')}>
            With a guide
          </Button>
          <Button variant="default" loading={busy} aria-label={`Without a guide: ${scene.title}`} onClick={() => void begin('UNGUIDED')}>
            Without a guide
          </Button>
        </Group>
      </Stack>
    </li>
  );
}

type OwnProps = { id: string; title: string; rehearsals: Listed[]; onChanged: () => void };

function OwnRehearsals({ id, title, rehearsals, onChanged }: OwnProps) {
  const { send, busy, problems } = useChange(Remove, (data) => data.removeRehearsal);

  async function remove(one: Listed) {
    if (await send({ rehearsalId: one.id, version: one.version })) onChanged();
  }

  return (
    <section aria-labelledby={id}>
      <Title order={2} id={id} mb="sm">
        {title}
      </Title>
      <ErrorSummary problems={problems} onReload={onChanged} />
      <ul className="rows">
        {rehearsals.map((one) => (
          <li key={one.id} className="follow-up">
            <div>
              <TextLink to="/rehearsals/$rehearsalId" params={{ rehearsalId: one.id }}>
                {one.scene.title}
              </TextLink>
              <Text className="quiet">{[MODES[one.mode], `begun ${dayOf(one.startedAt)}`, ...(one.stage === 'DEBRIEF' ? [] : [progressText(one.stage).toLowerCase()])].join(', ')}</Text>
            </div>
            <Button
              variant="subtle"
              size="compact-md"
              loading={busy}
              aria-label={`Take away the rehearsal of ${one.scene.title}, begun ${dayOf(one.startedAt)}`}
              onClick={() => void remove(one)}
            >
              Take it away
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
