import type {
	WorkflowSettings,
	Settings,
	SettingsUpdate,
} from '../../schemas/settings';

/** What a person changed and has not saved. */
export type Edits = {
	top: Partial< Omit< Settings, 'invoice' > >;
	invoice: Partial< WorkflowSettings >;
};

export const NO_EDITS: Edits = { top: {}, invoice: {} };

export const withEdits = ( saved: Settings, edits: Edits ): Settings => ( {
	...saved,
	...edits.top,
	invoice: { ...saved.invoice, ...edits.invoice },
} );

/** Only what differs is sent: what was changed elsewhere meanwhile stays as it is. Null: nothing differs. */
export function updateOf(
	saved: Settings,
	edits: Edits
): SettingsUpdate | null {
	const top = differing( saved, edits.top );
	const invoice = differing( saved.invoice, edits.invoice );
	const hasInvoice = Object.keys( invoice ).length > 0;
	if ( ! hasInvoice && Object.keys( top ).length === 0 ) {
		return null;
	}
	return { ...top, ...( hasInvoice ? { invoice } : {} ) };
}

/** What was typed while the earlier edits were being saved. */
export const editsSince = ( sent: Edits, now: Edits ): Edits => ( {
	top: differing( sent.top, now.top ),
	invoice: differing( sent.invoice, now.invoice ),
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

const isSame = ( a: unknown, b: unknown ): boolean =>
	JSON.stringify( a ) === JSON.stringify( b );
