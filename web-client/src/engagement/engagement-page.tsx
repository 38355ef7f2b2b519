import { NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useQuery } from 'urql';
import { Empty, Failed, Loading } from '../components/page-states';
import { PageTitle } from '../components/page-title';
import { dayText, isoToday } from '../components/dates';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { EngagementGrouping, EngagementOverQuery } from '../gql/graphql';
import { FiguresChart } from './figures-chart';
import type { Row, Shown } from './figure-rows';
import { FiguresTable } from './figures-table';

const EngagementOver = graphql(`
  query EngagementOver($schoolIds: [ID!], $from: Date, $by: EngagementGrouping!) {
    viewer {
      administrator
      schools {
        id
        name
      }
      figureSchools {
        id
        name
      }
    }
    engagement(schoolIds: $schoolIds, from: $from, by: $by) {
      from
      to
      all {
        ...Figures
      }
      groups {
        name
        putTogether
        figures {
          ...Figures
        }
      }
      halfTerms {
        name
        firstDay
        figures {
          ...Figures
        }
      }
      standing {
        onTrack
        due
        overdue
        notOnProgramme
      }
      time {
        halfTerms
        planned
        given
        partlyGiven
        notGiven
      }
      schoolsLeftOut
    }
  }
`);

const FigureParts = graphql(`
  fragment Figures on EngagementFigures {
    ects
    weeks
    expected
    held
    coaching
    missed
    study {
      due
      done
    }
    events {
      due
      done
    }
  }
`);

type Engagement = NonNullable<EngagementOverQuery['engagement']>;

const GROUPINGS: Record<EngagementGrouping, string> = {
  SCHOOL: 'School',
  COHORT: 'Cohort',
  YEAR: 'Year of the programme',
  PHASE: 'Phase of education',
  MENTOR_LOAD: 'How many ECTs the mentor has',
};

const SHOWN: Record<Shown, string> = {
  meetings: 'Meetings',
  study: 'Self-study',
  events: 'Conferences and clinics',
};

const PERIODS = [
  { value: '', label: 'This school year' },
  { value: String(6 * 7), label: 'The last six weeks' },
  { value: String(365), label: 'The last 12 months' },
  { value: String(2 * 365), label: 'The last two years' },
];

/** What ECTs and mentors did of the programme, beside what was due: over time, and side by side. */
export function EngagementPage() {
  const [by, setBy] = useState<EngagementGrouping>('SCHOOL');
  const [days, setDays] = useState('');
  const [schoolId, setSchoolId] = useState('');
  const [shown, setShown] = useState<Shown>('meetings');
  const variables = {
    by,
    schoolIds: schoolId ? [schoolId] : null,
    from: days ? isoToday(-Number(days)) : null,
  };
  const [{ data, error, fetching, stale }, ask] = useQuery({ query: EngagementOver, variables, requestPolicy: 'cache-and-network' });
  if (!data) {
    return error && !fetching ? <Failed error={error} onRetry={() => ask({ requestPolicy: 'network-only' })} /> : <Loading />;
  }
  const { engagement, viewer } = data;
  const schools = [...new Map([...(viewer.administrator ? [] : viewer.schools), ...viewer.figureSchools].map((one) => [one.id, one.name]))];
  return (
    <Stack gap="lg">
      <PageTitle>Engagement</PageTitle>
      <div className="fields">
        <NativeSelect
          label="Time"
          value={days}
          data={PERIODS}
          onChange={(event) => setDays(event.currentTarget.value)}
        />
        {schools.length > 1 && (
          <NativeSelect
            label="School"
            value={schoolId}
            data={[{ value: '', label: 'All of mine' }, ...schools.map(([value, label]) => ({ value, label }))]}
            onChange={(event) => setSchoolId(event.currentTarget.value)}
          />
        )}
        <NativeSelect
          label="Charts of"
          value={shown}
          data={Object.entries(SHOWN).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setShown(event.currentTarget.value as Shown)}
        />
        <NativeSelect
          label="Compare by"
          value={by}
          data={Object.entries(GROUPINGS).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setBy(event.currentTarget.value as EngagementGrouping)}
        />
      </div>
      {engagement ? <Overview engagement={engagement} by={by} shown={shown} /> : fetching || stale ? <Loading /> : <NoFigures ofOne={schoolId !== ''} />}
    </Stack>
  );
}

function NoFigures({ ofOne }: { ofOne: boolean }) {
  if (ofOne) return <Empty title="This school has fewer than five ECTs, so no figures are shown." />;
  return (
    <Empty title="There are no figures for you here.">
      <Text>Tutors, headteachers, trust leads and delivery partners see the figures of their schools here.</Text>
    </Empty>
  );
}

function Overview({ engagement, by, shown }: { engagement: Engagement; by: EngagementGrouping; shown: Shown }) {
  const halfTerms = engagement.halfTerms.map(({ name, firstDay, figures }) => row(`${name} ${firstDay.slice(0, 4)}`, figures));
  const groups = engagement.groups.map(({ name, putTogether, figures }) => row(putTogether > 0 ? `${name} (${putTogether})` : name, figures));
  const { standing, schoolsLeftOut, time } = engagement;
  return (
    <>
      <Text className="quiet">
        {`${dayText(engagement.from)} to ${dayText(engagement.to)}. Figures of what took place; they say nothing of how good it was, and rank nobody.`}
      </Text>
      {schoolsLeftOut > 0 && (
        <Text className="quiet">
          {`${schoolsLeftOut} ${schoolsLeftOut === 1 ? 'school is' : 'schools are'} left out: fewer than five ECTs, whose figures would tell of people.`}
        </Text>
      )}
      <dl className="figures" aria-label="Where meetings stand today">
        <Figure name="On track" value={standing.onTrack} />
        <Figure name="Due this week" value={standing.due} />
        <Figure name="Overdue" value={standing.overdue} />
        <Figure name="Not on the programme" value={standing.notOnProgramme} />
      </dl>
      <section aria-labelledby="over-time">
        <Title order={2} id="over-time" mb="xs">
          By half-term
        </Title>
        {halfTerms.length > 0 && <FiguresChart rows={halfTerms} shown={shown} />}
        <FiguresTable caption="By half-term" first="Half-term" rows={halfTerms} file="engagement-half-terms.csv" />
      </section>
      <section aria-labelledby="side-by-side">
        <Title order={2} id="side-by-side" mb="xs">
          {`Side by side: ${GROUPINGS[by].toLowerCase()}`}
        </Title>
        {groups.length > 0 ? (
          <>
            <FiguresChart rows={groups} shown={shown} />
            <FiguresTable caption="Side by side" first={GROUPINGS[by]} rows={groups} file="engagement-compared.csv" />
          </>
        ) : (
          <Text className="quiet">
            Here you can compare schools. Other comparisons are for the tutors and headteachers of the schools, as they could tell of people.
          </Text>
        )}
        {engagement.groups.some((group) => group.putTogether > 0) && (
          <Text className="quiet">Groups of fewer than five ECTs are put together, so that no figure tells of a person.</Text>
        )}
      </section>
      {time && time.halfTerms > 0 && (
        <section aria-labelledby="time">
          <Title order={2} id="time" mb="xs">
            Time off teaching
          </Title>
          <dl className="figures">
            <Figure name="Half-terms of ECTs with time due" value={time.halfTerms} />
            <Figure name="On the timetable in full" value={time.planned} />
            {time.given !== null && <Figure name="Given, as ECTs say" value={time.given} />}
            {time.partlyGiven !== null && <Figure name="Given in part" value={time.partlyGiven} />}
            {time.notGiven !== null && <Figure name="Hardly ever given" value={time.notGiven} />}
          </dl>
        </section>
      )}
    </>
  );
}

function row(name: string, part: FragmentType<typeof FigureParts>): Row {
  return { name, ...readFragment(FigureParts, part) };
}

function Figure({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt className="quiet">{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
