import { CartesianGrid, Legend, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Strand } from '../gql/graphql';
import { STRANDS } from '../step/step-words';
import { SURE, type Row } from './picture-rows';

/** Told apart by colour, by the line and by the mark on it. */
const LOOKS = {
  BEHAVIOUR: { stroke: '#3350a8', strokeDasharray: undefined, legendType: 'circle' },
  INSTRUCTION: { stroke: '#8f5300', strokeDasharray: '8 4', legendType: 'square' },
  CURRICULUM_AND_ASSESSMENT: { stroke: '#a2225e', strokeDasharray: '2 4', legendType: 'triangle' },
  PROFESSIONAL_PRACTICE: { stroke: '#4e483f', strokeDasharray: '12 4 2 4', legendType: 'diamond' },
} as const;

type Props = { rows: readonly Row[]; strands: readonly Strand[] };

/** Lines of how sure somebody said they are; the table under it tells the same in words. */
export function StrandChart({ rows, strands }: Props) {
  return (
    <div className="chart" role="img" aria-label="Lines of how sure they said they are, by half-term; the table below tells the same.">
      <ResponsiveContainer width="100%" height={280}>
        <LineChart data={[...rows]} margin={{ top: 8, right: 24, bottom: 8, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="name" tick={{ fontSize: 12 }} padding={{ left: 16, right: 16 }} />
          <YAxis domain={[1, 4]} ticks={[1, 2, 3, 4]} width={72} tick={{ fontSize: 12 }} tickFormatter={(sure: number) => SURE[sure - 1] ?? ''} />
          <Legend />
          {strands.map((strand) => (
            <Line key={strand} dataKey={strand} name={STRANDS[strand]} {...LOOKS[strand]} strokeWidth={2} dot={{ r: 4, strokeDasharray: '' }} connectNulls isAnimationActive={false} />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}
