import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import { bars, type Row, type Shown } from './figure-rows';

/** What was done beside what was due; the table under it tells the same in words. */
export function FiguresChart({ rows, shown }: { rows: readonly Row[]; shown: Shown }) {
  return (
    <div className="chart" role="img" aria-label="Bars of what was due and what was done; the table below tells the same.">
      <ResponsiveContainer width="100%" height={260}>
        <BarChart data={bars(rows, shown)} margin={{ top: 8, right: 8, bottom: 8, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="name" tick={{ fontSize: 12 }} tickFormatter={short} />
          <YAxis allowDecimals={false} width={40} tick={{ fontSize: 12 }} />
          <Tooltip />
          <Legend />
          <Bar dataKey="due" name="Due" fill="#8a7a5c" isAnimationActive={false} />
          <Bar dataKey="done" name={shown === 'meetings' ? 'Held' : 'Done'} fill="var(--mantine-color-accent-6)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The whole name stands in the table. */
const short = (name: string) => (name.length > 13 ? `${name.slice(0, 12)}…` : name);
