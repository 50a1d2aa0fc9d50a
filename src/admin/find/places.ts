/** Where each setting stands, each folded list too, and what people call it: the one list of them all. */
import { __ } from '@wordpress/i18n';
import { LISTED_KINDS } from '../settings/kinds';
import { hrefOf, hrefOfKind } from '../useRoute';
import { OWN } from './ofShop';
import { onPage, type Place } from './onPage';
import { ofKind } from './ofKind';
import { TRADE } from './ofTrade';
import * as words from './words';

export const hrefOfSetting = ( { name, tab, kind, answer }: Place ): string =>
	`${
		kind && tab === 'documents' && ! answer
			? hrefOfKind( kind )
			: hrefOf( tab )
	}?setting=${ name }`;

export const LISTS: readonly Place[] = [
	...onPage( 'customers', [
		[ 'known', () => __( 'Remembered customers', 'orderinvoicer' ) ],
	] ),
	...onPage( 'products', [
		[
			'references',
			() => __( 'References of products', 'orderinvoicer' ),
			words.products,
		],
	] ),
];

export const PLACES: readonly Place[] = [
	...LISTS,
	...OWN,
	...TRADE,
	...LISTED_KINDS.flatMap( ofKind ),
];
