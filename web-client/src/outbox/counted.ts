/** "1 change waits", "2 changes wait" */
export const counted = (count: number, one: string, many: string) => `${count} ${count === 1 ? one : many}`;
