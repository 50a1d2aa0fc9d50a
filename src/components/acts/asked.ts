/** What asks for more than a yes: a script of its own, fetched when it is asked. */
export { CustomerModal } from './CustomerModal';
export { RefusalModal } from './RefusalModal';
