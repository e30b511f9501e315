import type { Actor } from '../audit.ts';
import type { Session } from '../auth/sessions.ts';

/** Who asks, for the audit trail. */
export const actorOf = ({ device, member }: Session): Actor => ({ member: member.id, device });
