/** What is set for each kind of document. */
import { __ } from '@wordpress/i18n';
import { labelled } from '../../i18n/labels';
import type { Kind } from '../../generated/schemas';
import { KIND_FACTS, kindWord } from '../settings/kinds';
import type { Place } from './onPage';
import * as words from './words';

type OfKind = Omit< Place, 'name' >;

/** These two are chosen among the essentials; what others do stands on their cards. */
const isEssential = ( kind: Kind ): boolean =>
	kind === 'invoice' || kind === 'creditnote';

export function ofKind( kind: Kind ): Place[] {
	const tab = isEssential( kind ) ? 'settings' : 'documents';
	const named = ( label: string ) => labelled( kindWord( kind ), label );
	const fields: Record< string, OfKind > = {
		enabled: {
			tab,
			label: KIND_FACTS[ kind ].switchLabel,
			words: () =>
				`${ kindWord( kind ) } ${ KIND_FACTS[ kind ].purpose?.() ?? '' }`,
		},
		trigger: {
			tab: kind === 'invoice' ? 'settings' : 'documents',
			label: () =>
				named( __( 'As soon as the order is', 'orderinvoicer' ) ),
			words: words.trigger,
			...( kind === 'creditnote' && { answer: words.refundBegins } ),
		},
		start_date: {
			tab: 'settings',
			label: () =>
				named(
					kind === 'creditnote'
						? __( 'Refunds made from', 'orderinvoicer' )
						: __( 'Orders created from', 'orderinvoicer' )
				),
			words: words.startDate,
		},
		finalise: {
			tab,
			label: () => named( __( 'It becomes final', 'orderinvoicer' ) ),
			words: words.finalise,
			...( ! KIND_FACTS[ kind ].isValidated && {
				answer: words.numberedAtOnce,
			} ),
		},
		email: {
			tab: isEssential( kind ) ? 'settings' : 'emails',
			label: () => named( __( 'E-mail from Sellsy', 'orderinvoicer' ) ),
			words: words.email,
		},
		owner_id: {
			tab: 'documents',
			label: () => named( __( 'Owner', 'orderinvoicer' ) ),
			words: words.owner,
		},
		model_id: {
			tab: 'documents',
			label: () => named( __( 'Document model', 'orderinvoicer' ) ),
			words: words.model,
			...( KIND_FACTS[ kind ].needsV1 && { answer: words.noModel } ),
		},
		rate_category_id: {
			tab: 'documents',
			label: () => named( __( 'Rate category', 'orderinvoicer' ) ),
		},
		payment_term_id: {
			tab: 'documents',
			label: () => named( __( 'Payment terms', 'orderinvoicer' ) ),
			words: words.terms,
			...( kind !== 'invoice' && { answer: words.noTerms } ),
		},
		subject: {
			tab: 'documents',
			label: () => named( __( 'Subject', 'orderinvoicer' ) ),
			words: words.texts,
		},
		note: {
			tab: 'documents',
			label: () => named( __( 'Note', 'orderinvoicer' ) ),
			words: words.texts,
		},
		rules: {
			tab: 'documents',
			label: () => named( __( 'Rules', 'orderinvoicer' ) ),
			words: words.rules,
		},
		others: {
			tab: 'documents',
			label: () =>
				named(
					__(
						'All other orders get this document too, as set below',
						'orderinvoicer'
					)
				),
			words: words.rules,
		},
	};
	return Object.entries( fields ).map( ( [ field, place ] ) => ( {
		...place,
		name: `${ kind }.${ field }`,
		kind,
		words: () =>
			[ place.words?.(), kind === 'creditnote' && words.refund() ]
				.filter( Boolean )
				.join( ' ' ),
	} ) );
}
