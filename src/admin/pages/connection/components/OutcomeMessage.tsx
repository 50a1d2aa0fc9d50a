import { __ } from '@wordpress/i18n';
import { Message } from '../../../../components/Message';
import type { Outcome } from '../browser';

/** How the way to Sellsy's page and back ended; the connection itself says when it is good. */
export function OutcomeMessage( { outcome }: { outcome: Outcome | null } ) {
	if ( outcome === null || outcome === 'connected' ) {
		return null;
	}
	return (
		<Message status="error">
			<p>{ textOf( outcome ) }</p>
		</Message>
	);
}

export const keysRefusedText = (): string =>
	__(
		'Sellsy does not know this client ID with this secret. Enter both again as Sellsy shows them.',
		'orderinvoicer'
	);

function textOf( outcome: Exclude< Outcome, 'connected' > ): string {
	switch ( outcome ) {
		case 'denied':
			return __(
				'The access was not allowed at Sellsy, so nothing changed. Continue at Sellsy whenever you want to allow it.',
				'orderinvoicer'
			);
		case 'expired':
			return __(
				'This attempt no longer counts: it took more than ten minutes, was already used, or was begun by somebody else. Begin again.',
				'orderinvoicer'
			);
		case 'code_refused':
			return __(
				'Sellsy did not accept the answer. Compare the redirect URL entered at Sellsy with the one shown here, character by character, then begin again.',
				'orderinvoicer'
			);
		case 'keys_refused':
			return keysRefusedText();
		case 'no_answer':
			return __(
				'Sellsy gave no answer. Begin again in a few minutes.',
				'orderinvoicer'
			);
		case 'not_stored':
			return __(
				'The access could not be encrypted, so nothing was stored. Ask your host for the PHP extension sodium.',
				'orderinvoicer'
			);
	}
}
