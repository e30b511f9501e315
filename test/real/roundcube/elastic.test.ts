import { tryRoundcube } from './in-skin.ts';

tryRoundcube('elastic');
