import { z } from 'zod';

// Zod probes whether it may compile code, and the page's policy, which is an extension's, says no aloud. To be
// imported before any schema is made.
z.config({ jitless: true });
