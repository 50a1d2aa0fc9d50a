import { objectOf, textOf } from '../../contract/json.ts';
import { eventsOf } from '../events.ts';
import { notFound } from '../errors.ts';
import { paginate } from '../paging.ts';
import { nextId } from '../state.ts';
import type { Webhook } from '../state.ts';
import type { Answer, ApiCall, Routes, World } from '../world.ts';

export const webhookRoutes: Routes = {
	'GET /webhooks': ( { world, query } ) => ( {
		status: 200,
		body: paginate( [ ...world.state.webhooks.values() ], query ),
	} ),
	'GET /webhooks/events': ( { world } ) => ( {
		status: 200,
		body: eventsOf( world.options ),
	} ),
	'POST /webhooks': create,
	'POST /webhooks/search': search,
	'GET /webhooks/{id}': ( call ) => ( { status: 200, body: find( call ) } ),
	'PUT /webhooks/{id}': ( call ) => ( {
		status: 200,
		body: Object.assign( find( call ), call.body ),
	} ),
	'DELETE /webhooks/{id}': remove,
};

function create( { world, body }: ApiCall ): Answer {
	const webhook: Webhook = {
		is_enabled: true,
		endpoint: '',
		name: null,
		type: 'http',
		object_in_payload: false,
		json_content_type: false,
		sign_key: '',
		configuration: [],
		...body,
		id: nextId( world.state, 'webhook' ),
		created: world.clock.iso(),
		updated: null,
		last_succeeded: null,
		last_failed: null,
		nb_failures: 0,
	};
	world.state.webhooks.set( webhook.id, webhook );
	return { status: 201, body: webhook };
}

function search( { world, body, query }: ApiCall ): Answer {
	const filters = objectOf( body[ 'filters' ] );
	const found = [ ...world.state.webhooks.values() ].filter(
		( webhook ) =>
			isEndpoint( webhook, filters[ 'endpoint' ], world ) &&
			( filters[ 'name' ] ?? webhook[ 'name' ] ) === webhook[ 'name' ] &&
			( filters[ 'is_enabled' ] ?? webhook.is_enabled ) ===
				webhook.is_enabled
	);
	return { status: 200, body: paginate( found, query ) };
}

/** Whether Sellsy compares an address whole is not said. */
function isEndpoint(
	{ endpoint }: Webhook,
	wanted: unknown,
	{ options }: World
): boolean {
	return (
		wanted === undefined ||
		( options.webhook_search === 'exact'
			? endpoint === wanted
			: endpoint.includes( textOf( wanted ) ) )
	);
}

function find( { world, ids }: ApiCall ): Webhook {
	const webhook = world.state.webhooks.get( ids[ 0 ] ?? 0 );
	if ( webhook === undefined ) {
		throw notFound();
	}
	return webhook;
}

function remove( call: ApiCall ): Answer {
	call.world.state.webhooks.delete( find( call ).id );
	return { status: 204 };
}
