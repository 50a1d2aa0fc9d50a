import type { Kind } from '../../generated/schemas';
import type { Tab } from '../useRoute';

export type Place = {
	/** Its path, as it is stored. */
	name: string;
	tab: Tab;
	label: () => string;
	/** What else people call it. */
	words?: () => string;
	/** Of its own card. */
	kind?: Kind;
	/** Why no field asks for it. Where a shop keeps something else, its page says so. */
	answer?: () => string;
};

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
