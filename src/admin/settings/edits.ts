import { byKind } from '../../generated/facts';
import type { Kind, Settings, SettingsUpdate } from '../../generated/schemas';

/** Settings within settings: of these, too, only what differs is sent. */
type Group =
	| Kind
	| 'payments'
	| 'refunds'
	| 'shopper'
	| 'customer_emails'
	| 'talk_back'
	| 'items'
	| 'stock';

export type TopEdits = Partial< Omit< Settings, Group > >;

/** What a person changed and has not saved. */
export type Edits = { top: TopEdits } & {
	[ G in Group ]: Partial< Settings[ G ] >;
};

export type EditGroup = < G extends Group >(
	group: G,
	change: Partial< Settings[ G ] >
) => void;

export const NO_EDITS: Edits = {
	top: {},
	...byKind( () => ( {} ) ),
	payments: {},
	refunds: {},
	shopper: {},
	customer_emails: {},
	talk_back: {},
	items: {},
	stock: {},
};

export const withTop = ( edits: Edits, change: TopEdits ): Edits => ( {
	...edits,
	top: { ...edits.top, ...change },
} );

export const withGroup = < G extends Group >(
	edits: Edits,
	group: G,
	change: Partial< Settings[ G ] >
): Edits => ( { ...edits, [ group ]: { ...edits[ group ], ...change } } );

/** Both; where they say different things, `more` counts. */
export const withMore = ( edits: Edits, more: Edits ): Edits => ( {
	top: { ...edits.top, ...more.top },
	...byKind( ( kind ) => ( { ...edits[ kind ], ...more[ kind ] } ) ),
	payments: { ...edits.payments, ...more.payments },
	refunds: { ...edits.refunds, ...more.refunds },
	shopper: { ...edits.shopper, ...more.shopper },
	customer_emails: { ...edits.customer_emails, ...more.customer_emails },
	talk_back: { ...edits.talk_back, ...more.talk_back },
	items: { ...edits.items, ...more.items },
	stock: { ...edits.stock, ...more.stock },
} );

export const withEdits = ( saved: Settings, edits: Edits ): Settings => ( {
	...saved,
	...edits.top,
	...byKind( ( kind ) => ( { ...saved[ kind ], ...edits[ kind ] } ) ),
	payments: { ...saved.payments, ...edits.payments },
	refunds: { ...saved.refunds, ...edits.refunds },
	shopper: { ...saved.shopper, ...edits.shopper },
	customer_emails: { ...saved.customer_emails, ...edits.customer_emails },
	talk_back: { ...saved.talk_back, ...edits.talk_back },
	items: { ...saved.items, ...edits.items },
	stock: { ...saved.stock, ...edits.stock },
} );

/** Only what differs is sent: what was changed elsewhere meanwhile stays as it is. Null: nothing differs. */
export function updateOf(
	saved: Settings,
	edits: Edits
): SettingsUpdate | null {
	const { top, ...groups } = differences( { ...saved, top: saved }, edits );
	const update = { ...top, ...withoutEmpty( groups ) };
	return Object.keys( update ).length === 0 ? null : update;
}

/** What leads from the one to the other. */
export const editsBetween = ( from: Settings, to: Settings ): Edits =>
	differences( asEdits( from ), asEdits( to ) );

const asEdits = ( {
	estimate,
	order,
	delivery,
	proforma,
	invoice,
	creditnote,
	payments,
	refunds,
	shopper,
	customer_emails: customerEmails,
	talk_back: talkBack,
	items,
	stock,
	...top
}: Settings ): Edits => ( {
	top,
	estimate,
	order,
	delivery,
	proforma,
	invoice,
	creditnote,
	payments,
	refunds,
	shopper,
	customer_emails: customerEmails,
	talk_back: talkBack,
	items,
	stock,
} );

/** What was typed while the earlier edits were being saved. */
export const editsSince = ( sent: Edits, now: Edits ): Edits =>
	differences( sent, now );

const differences = ( from: Edits, to: Edits ): Edits => ( {
	top: differing( from.top, to.top ),
	...byKind( ( kind ) => differing( from[ kind ], to[ kind ] ) ),
	payments: differing( from.payments, to.payments ),
	refunds: differing( from.refunds, to.refunds ),
	shopper: differing( from.shopper, to.shopper ),
	customer_emails: differing( from.customer_emails, to.customer_emails ),
	talk_back: differing( from.talk_back, to.talk_back ),
	items: differing( from.items, to.items ),
	stock: differing( from.stock, to.stock ),
} );

function differing< T extends object >( from: T, edited: T ): T {
	const result = { ...edited };
	for ( const key in result ) {
		if ( isSame( from[ key ], result[ key ] ) ) {
			delete result[ key ];
		}
	}
	return result;
}

function withoutEmpty< T extends object >( groups: T ): Partial< T > {
	const result: Partial< T > = { ...groups };
	for ( const key in result ) {
		if ( Object.keys( result[ key ] ?? {} ).length === 0 ) {
			delete result[ key ];
		}
	}
	return result;
}

const isSame = ( a: unknown, b: unknown ): boolean =>
	JSON.stringify( a ) === JSON.stringify( b );
