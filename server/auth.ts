export { listDevices, revokeDevice } from './auth/devices.ts';
export { listMembers } from './auth/members.ts';
export { createPairing, PAIRING_LIFE, pair, revokePairing } from './auth/pairing.ts';
export { authenticate, DEVICE_IDLE_LIFE, type Role, type Session } from './auth/sessions.ts';
