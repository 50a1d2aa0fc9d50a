import { listOf } from '../../contract/json.ts';
import type { Json } from '../../contract/json.ts';
import { KINDS } from '../kinds.ts';
import { find } from './documents.ts';
import { V1Error } from './errors.ts';
import type { V1Call } from './methods.ts';
import { numberOf, objectAt } from './values.ts';

/** Sends a document with Sellsy's own template. Each call is one more mail. */
export function sendDocByMail( { params, world }: V1Call ): Json {
	const email = objectAt( params, 'email' );
	const document = find( params[ 'docid' ], email[ 'doctype' ], world );
	const { isFinalised } = KINDS[ document.kind ];
	if ( isFinalised && document.step === 'draft' ) {
		throw new V1Error(
			'E_OBJ_NOT_EDITABLE',
			'Un brouillon ne peut pas être envoyé'
		);
	}
	const later = email[ 'scheduled_timestamp' ];
	world.v1.mails.push( {
		at: world.clock.iso(),
		document_id: document.id,
		kind: document.kind,
		to: listOf( email[ 'emails' ] ).map( String ),
		with_sender: email[ 'addsendertoemail' ] === 'Y',
		with_attachments: email[ 'includeAttachments' ] === 'Y',
		scheduled_at:
			later === undefined
				? null
				: new Date( numberOf( later ) * 1000 ).toISOString(),
	} );
	if ( ! isFinalised && document.step === 'draft' ) {
		document.step = 'sent';
	}
	return null;
}
