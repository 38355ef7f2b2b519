import { Bar, BarChart, CartesianGrid, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from 'recharts';
import type { Row } from './figure-rows';

/** Meetings held beside meetings due; the table under it tells the same in words. */
export function FiguresChart({ rows }: { rows: Row[] }) {
  return (
    <div className="chart" role="img" aria-label="Bars of meetings due and meetings held; the table below tells the same.">
      <ResponsiveContainer width="100%" height={260}>
        <BarChart data={rows} margin={{ top: 8, right: 8, bottom: 8, left: 0 }} accessibilityLayer={false}>
          <CartesianGrid vertical={false} stroke="var(--line)" />
          <XAxis dataKey="name" tick={{ fontSize: 12 }} tickFormatter={short} />
          <YAxis allowDecimals={false} width={40} tick={{ fontSize: 12 }} />
          <Tooltip />
          <Legend />
          <Bar dataKey="expected" name="Due" fill="#8a7a5c" isAnimationActive={false} />
          <Bar dataKey="held" name="Held" fill="var(--mantine-color-accent-6)" isAnimationActive={false} />
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** The whole name stands in the table. */
const short = (name: string) => (name.length > 13 ? `${name.slice(0, 12)}…` : name);
