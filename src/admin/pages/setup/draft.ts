/**
 * What was chosen and is not switched on yet. It stays with the person and their browser: the site knows what is saved,
 * and a colleague, or another browser, finds what is recommended and no half-made choices of somebody else. No key of
 * Sellsy is ever in it.
 */
import * as z from 'zod/mini';
import { type Settings, SettingsSchema } from '../../../generated/schemas';
import {
	type Edits,
	editsBetween,
	NO_EDITS,
	updateOf,
	withGroup,
} from '../../settings/edits';
import type { Switched } from '../../settings/useEmailSwitches';
import { type Step, stepOf } from './steps';

const NAME = 'orderinvoicer-setup';

/** What was chosen longer ago is no wish any more. */
const KEPT_MS = 7 * 24 * 60 * 60 * 1000;

const KeptSchema = z.object( {
	step: z.string(),
	/** What the sentences said at first, and what they say now. */
	base: SettingsSchema,
	value: SettingsSchema,
	/** Somebody said whether the invoice is final. */
	isAnswered: z.boolean(),
	switched: z.catchall( z.object( {} ), z.boolean() ),
	/** Whose taxes and payment methods were chosen; empty before the shop is connected. */
	client: z.string(),
	at: z.number(),
} );

type Kept = z.infer< typeof KeptSchema >;

/** Why choices of before are gone. */
export type Dropped = 'age' | 'connection' | 'settings';

export type Draft = {
	step: Step | null;
	edits: Edits;
	switched: Switched;
	client: string;
	dropped: Dropped | null;
};

/** As wp-admin names who is signed in: another person may sit at the same browser. */
const PersonSchema = z.object( { uid: z.string() } );

/** Sites of a network share their origin. */
const keyHere = (): string => {
	const person = z.safeParse(
		PersonSchema,
		Reflect.get( window, 'userSettings' )
	);
	return `${ NAME } ${ window.location.pathname } ${ person.data?.uid ?? '' }`;
};

export const noDraft = (
	client: string,
	dropped: Dropped | null = null
): Draft => ( { step: null, edits: NO_EDITS, switched: {}, client, dropped } );

/** A browser may forbid it; the set-up then begins where the shop stands. */
export function keptDraft( base: Settings, client: string ): Draft {
	try {
		const kept = z.parse(
			KeptSchema,
			JSON.parse( window.localStorage.getItem( keyHere() ) ?? '' )
		);
		const edits = editsOf( kept );
		const isEmpty =
			updateOf( kept.base, edits ) === null &&
			! kept.isAnswered &&
			Object.keys( kept.switched ).length === 0;
		const dropped = misfitOf( kept, base, client );
		return dropped === null
			? {
					step: stepOf( kept.step ),
					edits,
					switched: kept.switched,
					client,
					dropped: null,
				}
			: noDraft( client, isEmpty ? null : dropped );
	} catch {
		return noDraft( client );
	}
}

const editsOf = ( { base, value, isAnswered }: Kept ): Edits => {
	const edits = editsBetween( base, value );
	return isAnswered
		? withGroup( edits, 'invoice', { finalise: value.invoice.finalise } )
		: edits;
};

function misfitOf(
	kept: Kept,
	base: Settings,
	client: string
): Dropped | null {
	if ( Date.now() - kept.at > KEPT_MS ) {
		return 'age';
	}
	if ( kept.client !== '' && kept.client !== client ) {
		return 'connection';
	}
	// Of what was chosen, something is no longer as it was then.
	return updateOf( base, editsBetween( kept.value, kept.base ) ) === null
		? null
		: 'settings';
}

export function keepDraft( kept: Omit< Kept, 'at' > ): void {
	try {
		window.localStorage.setItem(
			keyHere(),
			JSON.stringify( { ...kept, at: Date.now() } )
		);
	} catch {
		// As above.
	}
}

export function forgetDraft(): void {
	try {
		window.localStorage.removeItem( keyHere() );
	} catch {
		// As above.
	}
}
