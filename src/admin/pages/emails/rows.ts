/** What a customer gets of an order by e-mail, whoever sends it. */
import type {
	CustomerEmails,
	Kind,
	Settings,
	Shop,
} from '../../../generated/schemas';
import { enabledKinds } from '../../settings/kinds';
import { shopEmailId } from '../../settings/useEmailSwitches';
import { outcomes } from '../documents/rules';

export type ShopKind = 'invoice' | 'creditnote';

export type CustomerEmail = CustomerEmails[ 'emails' ][ number ];

export type Row = { key: string } & (
	| { from: 'woocommerce'; email: CustomerEmail }
	| { from: 'shop'; kind: ShopKind; url: string }
	| { from: 'sellsy'; kind: Kind }
);

export type IsOn = ( id: string ) => boolean | null;

/** In the order of time. */
const BY_THEMSELVES: readonly string[] = [
	'customer_on_hold_order',
	'sellsy_estimate',
	'sellsy_order',
	'sellsy_proforma',
	'customer_processing_order',
	'shop_invoice',
	'sellsy_invoice',
	'sellsy_delivery',
	'customer_completed_order',
	'customer_refunded_order',
	'shop_creditnote',
	'sellsy_creditnote',
];

const BY_HAND: readonly string[] = [ 'customer_invoice', 'customer_note' ];

const SHOP_KINDS: readonly ShopKind[] = [ 'invoice', 'creditnote' ];

export type Rows = { sent: Row[]; byHand: Row[] };

/** Of documents that this shop makes, and of e-mails that WooCommerce has. */
export function rowsOf(
	settings: Settings,
	{ emails }: CustomerEmails,
	shop: Shop
): Rows {
	const made = enabledKinds( settings );
	const all: Row[] = [
		...emails.map(
			( email ) =>
				( { key: email.id, from: 'woocommerce', email } ) as const
		),
		...SHOP_KINDS.filter( ( kind ) => made.includes( kind ) ).flatMap(
			( kind ) =>
				shop.emails
					.filter( ( email ) => email.kind === kind )
					.map(
						( { url } ) =>
							( {
								key: `shop_${ kind }`,
								from: 'shop',
								kind,
								url,
							} ) as const
					)
		),
		...made.map(
			( kind ) =>
				( { key: `sellsy_${ kind }`, from: 'sellsy', kind } ) as const
		),
	];
	const of = ( keys: readonly string[] ): Row[] =>
		keys.flatMap( ( key ) => all.filter( ( row ) => row.key === key ) );
	return { sent: of( BY_THEMSELVES ), byHand: of( BY_HAND ) };
}

/** WooCommerce's id of it; null: it is no e-mail of WooCommerce. */
export function emailId( row: Row ): string | null {
	switch ( row.from ) {
		case 'woocommerce':
			return row.email.id;
		case 'shop':
			return shopEmailId( row.kind );
		case 'sellsy':
			return null;
	}
}

/** Whether its switch is on: customers get it, and a document with it. */
export function isSent( row: Row, settings: Settings, isOn: IsOn ): boolean {
	switch ( row.from ) {
		case 'woocommerce':
			return (
				settings.customer_emails.emails.includes( row.email.id ) &&
				! isOffThere( row, isOn )
			);
		case 'shop':
			return isOn( shopEmailId( row.kind ) ) === true;
		case 'sellsy':
			return settings[ row.kind ].email;
	}
}

/** What a person sends has no switch in WooCommerce. */
export const isOffThere = ( row: Row, isOn: IsOn ): boolean =>
	row.from === 'woocommerce' &&
	! row.email.manual &&
	isOn( row.email.id ) === false;

function documentOf( row: Row ): Kind {
	if ( row.from !== 'woocommerce' ) {
		return row.kind;
	}
	return row.email.id === 'customer_refunded_order'
		? 'creditnote'
		: 'invoice';
}

/** By which an invoice is made only after that e-mail has left. */
const TOO_LATE: Readonly< Record< string, readonly string[] > > = {
	customer_on_hold_order: [
		'paid',
		'status:processing',
		'shipped',
		'completed',
		'status:completed',
	],
	customer_processing_order: [ 'shipped', 'completed', 'status:completed' ],
};

function brings( row: Row, settings: Settings, isOn: IsOn ): boolean {
	const kind = documentOf( row );
	const tooLate = TOO_LATE[ row.key ] ?? [];
	if ( row.from === 'sellsy' ) {
		return outcomes( settings, kind ).some(
			( made ) => made[ kind ].email
		);
	}
	return (
		isSent( row, settings, isOn ) &&
		settings[ kind ].enabled &&
		! outcomes( settings, kind ).every( ( made ) =>
			tooLate.includes( made[ kind ].trigger )
		) &&
		( row.from === 'shop' ||
			settings.shopper.kinds.some( ( given ) => given === kind ) )
	);
}

/**
 * By key of a row: an earlier one that brings the same document. That two of WooCommerce's lead to it is meant so; its
 * file goes with the first of them.
 */
export function doublesOf(
	rows: readonly Row[],
	settings: Settings,
	isOn: IsOn
): ReadonlyMap< string, Row > {
	const bringing = rows.filter( ( row ) => brings( row, settings, isOn ) );
	return new Map(
		bringing.flatMap( ( row, index ) => {
			const earlier = bringing
				.slice( 0, index )
				.find(
					( one ) =>
						documentOf( one ) === documentOf( row ) &&
						( one.from !== 'woocommerce' ||
							row.from !== 'woocommerce' )
				);
			return earlier ? [ [ row.key, earlier ] as const ] : [];
		} )
	);
}
