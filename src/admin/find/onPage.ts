import type { Tab } from '../useRoute';
import type { Place } from './places';

/** Name, label, what else people call it, why no field asks for it. */
type Own = [
	name: string,
	label: () => string,
	words?: () => string,
	answer?: () => string,
];

export const onPage = ( tab: Tab, own: readonly Own[] ): Place[] =>
	own.map( ( [ name, label, more, answer ] ) => ( {
		name,
		tab,
		label,
		...( more && { words: more } ),
		...( answer && { answer } ),
	} ) );
