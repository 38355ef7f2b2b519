import { Button, Checkbox, Group, NativeSelect, Stack, Text, TextInput, Title, VisuallyHidden } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useQuery } from 'urql';
import { useChange } from '../api/use-change';
import { ErrorSummary } from '../components/error-summary';
import { Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { MailChoice, NoticeKind } from '../gql/graphql';
import { CHOICES, KINDS } from './notice-words';

const Parts = graphql(`
  fragment NoticeSettingsParts on NoticeSettings {
    quiet
    quietFrom
    quietUntil
    digestAt
    mail {
      kind
      choice
    }
  }
`);

const Settings = graphql(`
  query NoticeSettings {
    viewer {
      noticeSettings {
        ...NoticeSettingsParts
      }
    }
  }
`);

const SetSettings = graphql(`
  mutation SetNoticeSettings($input: SetNoticeSettingsInput!) {
    setNoticeSettings(input: $input) {
      settings {
        ...NoticeSettingsParts
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const CHOICE_LIST = (Object.keys(CHOICES) as MailChoice[]).map((value) => ({ value, label: CHOICES[value] }));

/** Which notices come by e-mail, when it is quiet, and when the digest goes. */
export function NoticeSettingsPage() {
  const [{ data, error, fetching }, ask] = useQuery({ query: Settings, requestPolicy: 'cache-and-network' });
  if (!data) return error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading />;
  return (
    <Stack gap="lg" maw={640}>
      <div>
        <PageTitle>Notices by e-mail</PageTitle>
        <Text>
          In Coachbench you are told of everything that concerns you. Choose what comes by e-mail too. An e-mail says who did what, and when; what was
          written stays here. Sessions that you plan yourself come at once, for your calendar, unless you choose no e-mail.
        </Text>
      </div>
      <SettingsForm settings={data.viewer.noticeSettings} />
    </Stack>
  );
}

function SettingsForm(props: { settings: FragmentType<typeof Parts> }) {
  const settings = readFragment(Parts, props.settings);
  const [choices, setChoices] = useState(() => Object.fromEntries(settings.mail.map(({ kind, choice }) => [kind, choice])) as Record<NoticeKind, MailChoice>);
  const [quiet, setQuiet] = useState(settings.quiet);
  const [from, setFrom] = useState(settings.quietFrom);
  const [until, setUntil] = useState(settings.quietUntil);
  const [digestAt, setDigestAt] = useState(settings.digestAt);
  const [saved, setSaved] = useState(false);
  const saving = useChange(SetSettings, (answer) => answer.setNoticeSettings);
  const problemOf = (field: string) => saving.problems.find(({ path }) => path[1] === field)?.message;

  function changed<T>(set: (value: T) => void) {
    return (value: T) => {
      setSaved(false);
      set(value);
    };
  }

  async function save(event: FormEvent) {
    event.preventDefault();
    // Only what was changed here: the rest may have been changed on another device.
    const mail = settings.mail.filter(({ kind, choice }) => choices[kind] !== choice).map(({ kind }) => ({ kind, choice: choices[kind] }));
    const input = {
      mail,
      quiet: quiet === settings.quiet ? undefined : quiet,
      quietFrom: from === settings.quietFrom ? undefined : from,
      quietUntil: until === settings.quietUntil ? undefined : until,
      digestAt: digestAt === settings.digestAt ? undefined : digestAt,
    };
    setSaved(Boolean(await saving.send(input)));
  }

  return (
    <form onSubmit={(event) => void save(event)}>
      <Stack gap="lg">
        <ErrorSummary problems={saving.problems} />
        <table className="notice-choices">
          <caption>
            <VisuallyHidden>How each kind of notice comes by e-mail</VisuallyHidden>
          </caption>
          <tbody>
            {(Object.keys(KINDS) as NoticeKind[]).map((kind) => (
              <tr key={kind}>
                <th scope="row" id={`kind-${kind}`}>
                  {KINDS[kind]}
                </th>
                <td>
                  <NativeSelect
                    aria-labelledby={`kind-${kind}`}
                    data={CHOICE_LIST}
                    value={choices[kind]}
                    onChange={(event) => changed(setChoices)({ ...choices, [kind]: event.currentTarget.value as MailChoice })}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <section aria-labelledby="digest">
          <Title order={2} size="h4" id="digest" mb="xs">
            The digest
          </Title>
          <TextInput
            type="time"
            label="When it goes, on school days"
            description="One e-mail with what is new. What you saw here by then is left out."
            value={digestAt}
            error={problemOf('digestAt')}
            onChange={(event) => changed(setDigestAt)(event.currentTarget.value)}
            maw={320}
          />
        </section>
        <section aria-labelledby="quiet-hours">
          <Title order={2} size="h4" id="quiet-hours" mb="xs">
            Quiet hours
          </Title>
          <Stack gap="sm">
            <Checkbox
              label="No e-mails outside school hours"
              description="They wait until the next school day begins, unless a session is moved or called off that would begin before that."
              checked={quiet}
              onChange={(event) => changed(setQuiet)(event.currentTarget.checked)}
            />
            {quiet && (
              <Group align="flex-start">
                <TextInput type="time" label="School day begins" value={until} error={problemOf('quietUntil')} onChange={(event) => changed(setUntil)(event.currentTarget.value)} />
                <TextInput type="time" label="School day ends" value={from} error={problemOf('quietFrom')} onChange={(event) => changed(setFrom)(event.currentTarget.value)} />
              </Group>
            )}
          </Stack>
        </section>
        <Group>
          <Button type="submit" loading={saving.busy}>
            Save
          </Button>
          <Text role="status">{saved ? 'Saved.' : ''}</Text>
        </Group>
      </Stack>
    </form>
  );
}
