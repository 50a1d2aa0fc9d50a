import type { Settings } from '../../generated/schemas';

export type ShopperKind = Settings[ 'shopper' ][ 'kinds' ][ number ];

/** What can be handed out: only documents that Sellsy makes final. In the order in which a shop meets them. */
export const SHOPPER_KINDS: readonly ShopperKind[] = [
	'invoice',
	'creditnote',
];

export const withShopperKind = (
	kinds: readonly ShopperKind[],
	kind: ShopperKind,
	isGiven: boolean
): ShopperKind[] =>
	SHOPPER_KINDS.filter( ( one ) =>
		one === kind ? isGiven : kinds.includes( one )
	);

/** Days after the order; 0: never. */
export const COMPANY_DAYS: readonly number[] = [ 0, 7, 14, 30, 60, 90, 365 ];
