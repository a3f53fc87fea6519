/** @import { ServiceView } from '../../wire.ts' */
import { words } from '../words.js';

/** What a message about the chat itself says. @param {ServiceView} service */
export const serviceText = (service) => {
  const { service: texts } = words();
  switch (service.kind) {
    case 'joined':
    case 'left':
      return texts[service.kind](service.names.join(', '), service.by);
    case 'pinned':
      return texts.pinned(service.by, service.text);
    case 'renamed':
    case 'topic-opened':
    case 'topic-renamed':
      return texts[service.kind](service.name);
    default:
      return texts[service.kind]();
  }
};
