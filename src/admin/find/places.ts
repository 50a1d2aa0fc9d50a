/** Where each setting stands, and what people call it: the one list of them all. */
import type { Kind } from '../../generated/schemas';
import { LISTED_KINDS } from '../settings/kinds';
import { hrefOf, hrefOfKind, type Tab } from '../useRoute';
import { OWN } from './ofShop';
import { ofKind } from './ofKind';
import { TRADE } from './ofTrade';

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

export const hrefOfSetting = ( { name, tab, kind, answer }: Place ): string =>
	`${
		kind && tab === 'documents' && ! answer
			? hrefOfKind( kind )
			: hrefOf( tab )
	}?setting=${ name }`;

export const PLACES: readonly Place[] = [
	...OWN,
	...TRADE,
	...LISTED_KINDS.flatMap( ofKind ),
];
