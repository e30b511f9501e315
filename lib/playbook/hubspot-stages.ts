import type { Stage } from '../contract/stage.ts';

/**
 * HubSpot's values of `lifecyclestage` for each of our stages; the first is the one to write. HubSpot lets a stage only go
 * forward, ours goes anywhere: to write an earlier one, clear the property first and then set it.
 * https://developers.hubspot.com/docs/api/crm/properties
 */
export const hubspotStages: Record<Stage, readonly [string, ...string[]]> = {
  discover: ['lead', 'subscriber'],
  educate: ['marketingqualifiedlead', 'salesqualifiedlead'],
  purchase: ['opportunity'],
  engage: ['customer'],
  retain: ['customer'],
  advocate: ['evangelist'],
  lapsed: ['other'],
};
