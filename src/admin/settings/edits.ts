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

type GroupEdits = { [ G in Group ]: Partial< Settings[ G ] > };

/** What a person changed and has not saved. */
export type Edits = { top: TopEdits } & GroupEdits;

export type EditGroup = < G extends Group >(
	group: G,
	change: Partial< Settings[ G ] >
) => void;

function byGroup(
	make: < G extends Group >( group: G ) => Settings[ G ]
): Pick< Settings, Group >;
function byGroup(
	make: < G extends Group >( group: G ) => Partial< Settings[ G ] >
): GroupEdits;
function byGroup(
	make: < G extends Group >( group: G ) => Partial< Settings[ G ] >
): GroupEdits {
	return {
		...byKind( make ),
		payments: make( 'payments' ),
		refunds: make( 'refunds' ),
		shopper: make( 'shopper' ),
		customer_emails: make( 'customer_emails' ),
		talk_back: make( 'talk_back' ),
		items: make( 'items' ),
		stock: make( 'stock' ),
	};
}

export const NO_EDITS: Edits = { top: {}, ...byGroup( () => ( {} ) ) };

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
	...mergedGroups( edits, more ),
} );

const mergedGroups = ( edits: GroupEdits, more: GroupEdits ) =>
	byGroup( ( group ) => ( { ...edits[ group ], ...more[ group ] } ) );

export const withEdits = ( saved: Settings, edits: Edits ): Settings => ( {
	...saved,
	...edits.top,
	...byGroup( ( group ) => ( { ...saved[ group ], ...edits[ group ] } ) ),
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

/** What is sent so that `value` holds; null: it does. */
export const updateBetween = (
	saved: Settings,
	value: Settings
): SettingsUpdate | null => updateOf( saved, editsBetween( saved, value ) );

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
	...groupDifferences( from, to ),
} );

const groupDifferences = ( from: GroupEdits, to: GroupEdits ) =>
	byGroup( ( group ) => differing( from[ group ], to[ group ] ) );

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
