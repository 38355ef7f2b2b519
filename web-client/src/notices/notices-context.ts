import { createContext, use } from 'react';

/** What came while the page is open: how many notices so far, and what the last one says. */
export type Arrived = { count: number; text: string };

export const NoticesContext = createContext<Arrived>({ count: 0, text: '' });

export const useArrived = () => use(NoticesContext);
