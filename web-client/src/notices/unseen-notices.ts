import { graphql } from '../gql';

/** How many notices the viewer has not seen: the bell shows it, the cache keeps it as updates come. */
export const UnseenNotices = graphql(`
  query UnseenNotices {
    viewer {
      unseenNotices
    }
  }
`);

export const MarkSeen = graphql(`
  mutation MarkNoticesSeen($input: MarkNoticesSeenInput!) {
    markNoticesSeen(input: $input) {
      unseenNotices
      problems {
        ...ProblemParts
      }
    }
  }
`);
