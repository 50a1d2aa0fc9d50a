import { __ } from '@wordpress/i18n';
import {
	type DocumentState,
	type Kind,
	KindSchema,
	type Settings,
} from '../../schemas/settings';

/** As an order goes through them. */
export const KINDS: readonly Kind[] = KindSchema.options;

/** What `Domain\Documents\DocumentKind` and `DocumentState` know of Sellsy. */
type KindFacts = {
	/** Sellsy gives these a number of their own when they become final. */
	isValidated: boolean;
	/** Only API v1 makes these. */
	needsV1: boolean;
	/** Documents that this one may be made from, the nearest first. */
	parents: readonly Kind[];
	states: readonly DocumentState[];
};

export const KIND_FACTS: Record< Kind, KindFacts > = {
	estimate: {
		isValidated: false,
		needsV1: false,
		parents: [],
		states: [ 'draft', 'sent', 'cancelled' ],
	},
	order: {
		isValidated: false,
		needsV1: false,
		parents: [],
		states: [ 'draft', 'sent', 'shipped', 'cancelled' ],
	},
	delivery: {
		isValidated: false,
		needsV1: true,
		parents: [ 'order' ],
		states: [ 'draft', 'sent', 'shipped' ],
	},
	proforma: {
		isValidated: false,
		needsV1: true,
		parents: [],
		states: [ 'draft', 'sent', 'cancelled' ],
	},
	invoice: {
		isValidated: true,
		needsV1: false,
		parents: [ 'delivery', 'order', 'estimate' ],
		states: [ 'draft', 'finalised' ],
	},
	creditnote: {
		isValidated: true,
		needsV1: false,
		parents: [],
		states: [ 'draft', 'finalised' ],
	},
};

/** The document of the same order that this one will be made from; null when it stands alone. */
export const parentOf = ( settings: Settings, kind: Kind ): Kind | null =>
	KIND_FACTS[ kind ].parents.find(
		( parent ) => settings[ parent ].enabled
	) ?? null;

export const enabledKinds = ( settings: Settings ): Kind[] =>
	KINDS.filter( ( kind ) => settings[ kind ].enabled );

export function kindWord( kind: Kind ): string {
	switch ( kind ) {
		case 'estimate':
			return __( 'Estimate', 'orderinvoicer' );
		case 'order':
			return __( 'Sales order', 'orderinvoicer' );
		case 'delivery':
			return __( 'Delivery note', 'orderinvoicer' );
		case 'proforma':
			return __( 'Proforma', 'orderinvoicer' );
		case 'invoice':
			return __( 'Invoice', 'orderinvoicer' );
		case 'creditnote':
			return __( 'Credit note', 'orderinvoicer' );
	}
}

/** Why something of Sellsy's older API is greyed out, and what to do. */
export const v1Reason = (): string =>
	__(
		'Not available yet: Sellsy offers this only through its older API. At Sellsy (Settings › Developer portal › API V2) tick the right “api-v1” for the access of this shop, then test the connection.',
		'orderinvoicer'
	);
