import { Text } from '@mantine/core';
import { TextLink } from '../components/button-link';
import { dayText, isoToday } from '../components/dates';
import { counted } from '../outbox/counted';
import { PATTERNS, ROLES } from './people-words';
import { currentOrNext, isOn } from './roll-rule';
import type { AtSchool } from './school-roll';

type Props = { roll: readonly AtSchool[]; schoolId: string };

/** Everybody at a school, one row a person and role. */
export function RollTable({ roll, schoolId }: Props) {
  const today = isoToday();
  const ectsOf = (mentorId: string) =>
    roll.filter((at) => at.mentorships.some((one) => one.mentor.id === mentorId && isOn(one, today))).length;
  return (
    <div className="scroll-x" role="region" aria-label="People at the school" tabIndex={0}>
      <table className="plain">
        <caption>{counted(roll.length, 'row', 'rows')}</caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Role</th>
            <th scope="col">At the school</th>
            <th scope="col">Mentor or ECTs</th>
            <th scope="col">To do outside</th>
          </tr>
        </thead>
        <tbody>
          {roll.map((at) => {
            const open = at.outside.filter((check) => !check.done).length;
            return (
              <tr key={`${at.person.id} ${at.role} ${at.startedOn}`}>
                <td>
                  <TextLink to="/people/$personId" params={{ personId: at.person.id }} search={{ school: schoolId }}>
                    {at.person.name}
                  </TextLink>
                </td>
                <td>
                  {ROLES[at.role]}
                  <Text className="quiet" fz="sm">
                    {[at.cohort, at.workingPattern && PATTERNS[at.workingPattern]].filter(Boolean).join(', ')}
                  </Text>
                </td>
                <td>
                  <span style={{ display: 'inline-block', minWidth: 96 }}>{timeText(at)}</span>
                </td>
                <td>{at.role === 'ECT' ? mentorText(at, today) : counted(ectsOf(at.person.id), 'ECT', 'ECTs')}</td>
                <td className={open === 0 ? 'quiet' : undefined}>{open === 0 ? 'Nothing' : counted(open, 'task', 'tasks')}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}

/** "from Mon, 1 Sept 2025" */
export function timeText({ startedOn, finishedOn }: { startedOn: string; finishedOn: string | null }): string {
  return finishedOn === null ? `from ${dayText(startedOn)}` : `${dayText(startedOn)} to ${dayText(finishedOn)}`;
}

function mentorText(at: AtSchool, today: string): string {
  const mentorship = currentOrNext(at.mentorships, today);
  if (!mentorship) return 'None';
  return isOn(mentorship, today) ? mentorship.mentor.name : `${mentorship.mentor.name} from ${dayText(mentorship.startedOn)}`;
}
