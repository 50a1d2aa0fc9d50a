/** Where each setting stands, and what people call it: the one list of them all. */
import { LISTED_KINDS } from '../settings/kinds';
import { hrefOf, hrefOfKind } from '../useRoute';
import { OWN } from './ofShop';
import type { Place } from './onPage';
import { ofKind } from './ofKind';
import { TRADE } from './ofTrade';

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
