/** The header that proves a request comes from our own page: the value of the cookie that the service set. */
export function csrfHeader(cookies: string = document.cookie): Record<string, string> {
  const found = cookies.split('; ').find((cookie) => cookie.startsWith('XSRF-TOKEN='));
  return found ? { 'X-XSRF-TOKEN': decodeURIComponent(found.slice('XSRF-TOKEN='.length)) } : {};
}
