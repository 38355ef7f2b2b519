// Audits a running service by the GraphQL-over-HTTP suite: node audit.mjs <url> <cookies> <CSRF token>.
// Prints one line an audit that does not pass, then the counts as JSON; ends with 1 when a MUST or SHOULD fails.
import { auditServer } from 'graphql-http';

const [url, cookies, token] = process.argv.slice(2);
const fetchFn = (input, init) => fetch(input, { ...init, headers: { ...init?.headers, cookie: cookies, 'X-XSRF-TOKEN': token } });
const results = await auditServer({ url, fetchFn });
const counts = {};
let failed = false;
for (const result of results) {
  const level = result.name.split(' ')[0];
  counts[level] ??= { passed: 0, of: 0 };
  counts[level].of += 1;
  if (result.status === 'ok') {
    counts[level].passed += 1;
  } else {
    console.log(`${result.status}: ${result.id} ${result.name}: ${result.reason}`);
    failed ||= level === 'MUST' || level === 'SHOULD';
  }
}
console.log(JSON.stringify(counts));
process.exit(failed ? 1 : 0);
