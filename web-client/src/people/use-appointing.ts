import { useChange } from '../api/use-change';
import { graphql } from '../gql';
import type { Office } from '../gql/graphql';

// Each answer brings the appointments: what is asked again after a registration just before may still be on its way without them.
const AppointTutor = graphql(`
  mutation AppointTutor($input: AppointTutorInput!) {
    appointTutor(input: $input) {
      school {
        id
        appointments {
          ...HeldOffice
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const AppointHeadteacher = graphql(`
  mutation AppointHeadteacher($input: AppointHeadteacherInput!) {
    appointHeadteacher(input: $input) {
      school {
        id
        appointments {
          ...HeldOffice
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const AppointTrustLead = graphql(`
  mutation AppointTrustLead($input: AppointTrustLeadInput!) {
    appointTrustLead(input: $input) {
      trust {
        id
        appointments {
          ...HeldOffice
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

const AppointPartnerAdministrator = graphql(`
  mutation AppointPartnerAdministrator($input: AppointPartnerAdministratorInput!) {
    appointPartnerAdministrator(input: $input) {
      deliveryPartner {
        id
        appointments {
          ...HeldOffice
        }
      }
      problems {
        ...ProblemParts
      }
    }
  }
`);

type Who = { personId: string; startedOn: string };

/** Appoints people to an office of a school, trust or delivery partner. */
export function useAppointing(office: Office, placeId: string) {
  const tutor = useChange(AppointTutor, (data) => data.appointTutor);
  const headteacher = useChange(AppointHeadteacher, (data) => data.appointHeadteacher);
  const lead = useChange(AppointTrustLead, (data) => data.appointTrustLead);
  const administrator = useChange(AppointPartnerAdministrator, (data) => data.appointPartnerAdministrator);
  switch (office) {
    case 'TUTOR':
      return { ...tutor, appoint: (who: Who) => tutor.send({ ...who, schoolId: placeId }) };
    case 'HEADTEACHER':
      return { ...headteacher, appoint: (who: Who) => headteacher.send({ ...who, schoolId: placeId }) };
    case 'TRUST_LEAD':
      return { ...lead, appoint: (who: Who) => lead.send({ ...who, trustId: placeId }) };
    case 'PARTNER_ADMINISTRATOR':
      return { ...administrator, appoint: (who: Who) => administrator.send({ ...who, deliveryPartnerId: placeId }) };
  }
}
