import { __ } from '@wordpress/i18n';
import { KIND_FACTS, KINDS } from '../../generated/facts';
import type { Kind, Settings } from '../../generated/schemas';

export { KIND_FACTS, KINDS };

const NEEDED: readonly Kind[] = [ 'invoice', 'creditnote' ];

/** As people look for them: what every shop needs comes first. */
export const LISTED_KINDS: readonly Kind[] = [
	...NEEDED,
	...KINDS.filter( ( kind ) => ! NEEDED.includes( kind ) ),
];

/** The document of the same order that this one will be made from; null when it stands alone. */
export const parentOf = ( settings: Settings, kind: Kind ): Kind | null =>
	KIND_FACTS[ kind ].parents.find(
		( parent ) => settings[ parent ].enabled
	) ?? null;

export const enabledKinds = ( settings: Settings ): Kind[] =>
	KINDS.filter( ( kind ) => settings[ kind ].enabled );

export const kindWord = ( kind: Kind ): string => KIND_FACTS[ kind ].label();

/** Why something of Sellsy's older API is greyed out, and what to do. */
export const v1Reason = (): string =>
	__(
		'Not available yet: Sellsy offers this only through its older API. At Sellsy (Settings › Developer portal › API V2) tick the right “api-v1” for the access of this shop, then test the connection.',
		'orderinvoicer'
	);
