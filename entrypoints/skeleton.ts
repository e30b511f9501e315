import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { skeletonsOf } from '#lib/report/skeleton.ts';

/** Put into the frames of a page when the rep asks what would be reported of it; what it returns is all that it does. */
export default defineUnlistedScript(() => skeletonsOf(document.documentElement));
