/** @import { ServiceView } from '../../wire.ts' */
import { words } from '../words.js';

/** What a message about the chat itself says. @param {ServiceView} service */
export const serviceText = (service) => {
  switch (service.kind) {
    case 'joined':
    case 'left':
      return words().service[service.kind](service.names.join(', '));
    case 'renamed':
    case 'topic-opened':
    case 'topic-renamed':
      return words().service[service.kind](service.name);
    default:
      return words().service[service.kind]();
  }
};
