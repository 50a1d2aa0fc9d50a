import { createHash } from 'node:crypto';
import { listOf, objectOf } from '../contract/json.ts';
import type { JsonObject } from '../contract/json.ts';
import type { Options } from './options.ts';
import type { SellsyDocument, Webhook } from './state.ts';
import type { World } from './world.ts';

/**
 * What the account can tell of. Sellsy documents the form of this list and not what stands in it: these are the names
 * that are known to be sent.
 */
const EVENTS: JsonObject[] = [
	{
		id: 'client',
		description: 'Clients',
		events: { created: 'Création', updated: 'Modification' },
	},
	{
		id: 'docslog',
		description: 'Documents',
		events: {
			created: 'Création',
			updated: 'Modification',
			deleted: 'Suppression',
			step: 'Changement d’étape',
			paymentadd: 'Paiement',
			emailsent: 'Envoi par e-mail',
		},
	},
];

/** Where the account has other names, documents are among them under one that nobody has seen. */
export const eventsOf = ( { document_events }: Options ): JsonObject[] =>
	document_events === 'docslog'
		? EVENTS
		: EVENTS.map( ( entry ) =>
				entry[ 'id' ] === 'docslog'
					? { ...entry, id: 'sales-journal' }
					: entry
			);

/** As it would leave Sellsy: nobody waits for an answer, and nothing is sent twice. */
export interface SentEvent {
	webhook_id: number;
	url: string;
	body: string;
	/** `X-Webhook-Signature`. */
	signature: string;
}

/** Something happened to a document, by whomever. The tests carry it to the shop. */
export function tell(
	event: string,
	document: SellsyDocument,
	world: World
): void {
	for ( const webhook of world.state.webhooks.values() ) {
		if ( wants( webhook, `docslog.${ event }` ) ) {
			const body = JSON.stringify( {
				eventType: 'docslog',
				event,
				relatedtype: document.kind,
				relatedid: String( document.id ),
				ownerid: '1',
				ownertype: 'staff',
				timestamp: world.clock.iso(),
				corpid: '1',
				thirdtype: 'client',
			} );
			world.events.push( {
				webhook_id: webhook.id,
				url: webhook.endpoint,
				body,
				signature: createHash( 'sha1' )
					.update( webhook.sign_key + body )
					.digest( 'hex' ),
			} );
		}
	}
}

const wants = ( webhook: Webhook, event: string ): boolean =>
	webhook.is_enabled &&
	listOf( webhook[ 'configuration' ] ).some( ( entry ) => {
		const { id, is_enabled } = objectOf( entry );
		return id === event && is_enabled !== false;
	} );

/** What an operation of the API did to which document, if that is told. */
export function tellOfOperation(
	name: string,
	ids: readonly number[],
	answer: JsonObject,
	world: World
): void {
	const event = eventOf( name );
	const id = event === 'created' ? Number( answer[ 'id' ] ) : ids[ 0 ];
	const document = world.state.documents.get( id ?? 0 );
	if ( event !== null && document !== undefined ) {
		tell( event, document, world );
	}
}

function eventOf( name: string ): string | null {
	const [ method = '', path = '' ] = name.split( ' ' );
	if (
		! /^\/(invoices|estimates|orders|credit-notes)(\/|$)/.test( path ) ||
		/\/(search|compute)$/.test( path )
	) {
		return null;
	}
	if ( path.endsWith( '/payments/{paymentId}' ) ) {
		return method === 'POST' ? 'paymentadd' : null;
	}
	if ( /\/(validate|status)$/.test( path ) ) {
		return 'step';
	}
	if ( method === 'POST' && ! path.includes( '{' ) ) {
		return 'created';
	}
	return [ 'POST', 'PUT' ].includes( method ) ? 'updated' : null;
}
