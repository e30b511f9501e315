/** The one door to the browser's extension API: promises in both browsers. Nothing else in lib imports it. */
export { default as browser } from 'webextension-polyfill';
