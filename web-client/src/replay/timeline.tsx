import { IconMapPin, IconPencil } from '@tabler/icons-react';
import { memo, type CSSProperties, type MouseEvent, type ReactNode } from 'react';
import { PhaseIcon, phaseStyle } from '../components/phase-badge';
import { graphql, readFragment, type FragmentType } from '../gql';
import type { SectionKind } from '../gql/graphql';
import { axisOf, plannedSpans, secondsFrom, spanOf, ticksOf, type Span } from './replay-rule';
import { phaseOfSection } from './section-look';

const Told = graphql(`
  fragment ReplayTimeline on Replay {
    startedAt
    totalSeconds
    sections {
      sectionId
      title
      kind
      startedAt
      seconds
    }
    rounds {
      number
      at
      feedbackAt
    }
    noteBursts {
      by {
        id
        name
      }
      secondsIn
      untilSecondsIn
      sequence
    }
  }
`);

const Plan = graphql(`
  fragment ReplayPlan on CoachingCycle {
    plan {
      totalMinutes
      sections {
        id
        title
        kind
        minutes
      }
    }
  }
`);

type Props = {
  replay: FragmentType<typeof Told>;
  cycle: FragmentType<typeof Plan>;
  pins: ReadonlyArray<{ id: string; second: number }>;
  second: number;
  onSeek: (second: number) => void;
  /** The scrubber, as long as the meeting was. */
  children: ReactNode;
};

/**
 * The meeting to scale: what was planned, what it was used for, rounds, who typed, comments. A picture for the eye: all
 * that it tells stands in lists and a table beside it, and a click in it only does what the scrubber does.
 */
export function Timeline({ replay: masked, cycle: maskedCycle, pins, second, onSeek, children }: Props) {
  const replay = readFragment(Told, masked);
  const plan = readFragment(Plan, maskedCycle).plan;
  const axis = axisOf(replay.totalSeconds, plan?.totalMinutes ?? 0);

  function seek(event: MouseEvent<HTMLElement>) {
    const track = event.currentTarget.querySelector('.track')?.getBoundingClientRect();
    if (!track || track.width === 0) return;
    const clicked = ((event.clientX - track.left) / track.width) * axis.seconds;
    if (clicked >= 0) onSeek(Math.min(replay.totalSeconds, Math.floor(clicked)));
  }

  const here = { '--at': `${spanOf(0, second, axis.seconds).width}%`, '--used': `${spanOf(0, replay.totalSeconds, axis.seconds).width}%` };
  return (
    <div className="card">
      <div role="img" aria-label="Timeline of the meeting; its facts stand in the table below" className="timeline" style={here as CSSProperties} onClick={seek}>
        <Tracks replay={masked} cycle={maskedCycle} pins={pins} onSeek={onSeek} />
      </div>
      <div className="timeline" style={here as CSSProperties}>
        <div className="timeline-scrubber">{children}</div>
      </div>
      {plan && !axis.showsPlan && (
        <p className="quiet timeline-remark">The planned {plan.totalMinutes} minutes are too long for this timeline; they stand in the table.</p>
      )}
    </div>
  );
}

/** All that does not change while the meeting is played. */
const Tracks = memo(function Tracks({ replay: masked, cycle, pins, onSeek }: Pick<Props, 'replay' | 'cycle' | 'pins' | 'onSeek'>) {
  const replay = readFragment(Told, masked);
  const plan = readFragment(Plan, cycle).plan;
  const axis = axisOf(replay.totalSeconds, plan?.totalMinutes ?? 0);
  const planned = plan?.sections ?? [];
  const plannedAt = plannedSpans(planned, axis.seconds);
  const numberOf = (sectionId: string) => planned.findIndex((section) => section.id === sectionId) + 1;
  const since = (instant: string) => secondsFrom(replay.startedAt, instant);
  const people = [...new Map(replay.noteBursts.map((burst) => [burst.by.id, burst.by])).values()];

  return (
    <>
      <Lane label="Minute" short>
        {ticksOf(axis.seconds).map((tick) => (
          <span key={tick.label} className="tick" style={{ left: `${tick.left}%` }}>
            {tick.label}
          </span>
        ))}
      </Lane>
      {axis.showsPlan && (
        <Lane label="Planned">
          {planned.map((section, index) => (
            <Band key={section.id} number={index + 1} title={section.title} kind={section.kind} span={plannedAt[index]!} planned />
          ))}
        </Lane>
      )}
      <Lane label="Used">
        {replay.sections.map((section) => {
          const from = since(section.startedAt);
          const span = spanOf(from, from + section.seconds, axis.seconds);
          return <Band key={section.startedAt} number={numberOf(section.sectionId)} title={section.title} kind={section.kind} span={span} />;
        })}
      </Lane>
      {replay.rounds.length > 0 && (
        <Lane label="Rounds">
          {replay.rounds.map((round) => (
            <Mark key={round.number} phase="PRACTICE" number={round.number} left={spanOf(0, since(round.at), axis.seconds).width} />
          ))}
          {replay.rounds.map(
            (round) =>
              round.feedbackAt && (
                <Mark key={round.number} phase="FEEDBACK" number={round.number} left={spanOf(0, since(round.feedbackAt), axis.seconds).width} />
              ),
          )}
        </Lane>
      )}
      {people.map((person) => (
        <Lane key={person.id} label={person.name} icon={<IconPencil size={16} aria-hidden />} short>
          {replay.noteBursts
            .filter((burst) => burst.by.id === person.id)
            .map((burst) => {
              const span = spanOf(burst.secondsIn, burst.untilSecondsIn, axis.seconds);
              return <span key={burst.sequence} className="typing" style={{ left: `${span.left}%`, width: `${span.width}%` }} />;
            })}
        </Lane>
      ))}
      {/* Always there, so that nothing moves when the first comment comes. */}
      <Lane label="Comments">
        {pins.map((pin) => (
          <span
            key={pin.id}
            className="pin"
            style={{ left: `${spanOf(0, pin.second, axis.seconds).width}%` }}
            onClick={(event) => {
              event.stopPropagation();
              onSeek(pin.second);
            }}
          >
            <IconMapPin size={20} aria-hidden />
          </span>
        ))}
      </Lane>
    </>
  );
});

function Lane({ label, icon, short = false, children }: { label: string; icon?: ReactNode; short?: boolean; children: ReactNode }) {
  return (
    <>
      <span className="lane-name">
        {icon} {label}
      </span>
      <div className={short ? 'track short' : 'track'}>{children}</div>
    </>
  );
}

function Band({ number, title, kind, span, planned = false }: { number: number; title: string; kind: SectionKind; span: Span; planned?: boolean }) {
  const phase = phaseOfSection(kind);
  const look = [planned && 'planned', kind === 'PRACTICE_AND_FEEDBACK' && 'practice'].filter(Boolean).join(' ');
  return (
    <span className={`band ${look}`} style={{ ...phaseStyle(phase), left: `${span.left}%`, width: `${span.width}%` }} title={title}>
      <span className="band-text">
        {number}
        <span className="band-title">
          <PhaseIcon phase={phase} size={16} /> {title}
        </span>
      </span>
    </span>
  );
}

function Mark({ phase, number, left }: { phase: 'PRACTICE' | 'FEEDBACK'; number: number; left: number }) {
  return (
    <span className={`round-mark ${phase.toLowerCase()}`} style={{ ...phaseStyle(phase), left: `${left}%` }}>
      <PhaseIcon phase={phase} size={16} />
      {number}
    </span>
  );
}
