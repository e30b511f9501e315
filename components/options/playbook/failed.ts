import { tp } from '#lib/i18n/playbook.ts';
import type { SyncError } from '#lib/sync/admin.ts';

/** Why the server did nothing, for whoever asked it to. */
export const failedWords = ({ code, message }: SyncError): string => {
  switch (code) {
    case 'forbidden':
    case 'network':
    case 'busy':
      return tp(`pb.failed.${code}`);
    default:
      return tp('pb.failed.other', { message });
  }
};
