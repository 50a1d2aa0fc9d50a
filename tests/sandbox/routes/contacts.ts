import { listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { notFound } from '../errors.ts';
import { paginate, selectFields, wholeList } from '../paging.ts';
import { checkEmail, checkReferences } from '../rules/third.ts';
import { nextId } from '../state.ts';
import type { Contact, State } from '../state.ts';
import type { Answer, ApiCall, Routes, World } from '../world.ts';
import { find as findThird, isEmail, isWithin } from './thirds.ts';

export const contactRoutes: Routes = {
	'GET /contacts': ( { world, query } ) => ( {
		status: 200,
		body: paginate( [ ...world.state.contacts.values() ], query ),
	} ),
	'POST /contacts/search': ( call ) => ( {
		status: 200,
		body: paginate( search( call ), call.query ),
	} ),
	'POST /contacts': create,
	'GET /contacts/{id}': ( call ) => ( {
		status: 200,
		body: selectFields( find( call, 0 ), call.query ),
	} ),
	'PUT /contacts/{id}': update,
	'DELETE /contacts/{id}': remove,
	'GET /contacts/{id}/companies': ( call ) => ( {
		status: 200,
		body: wholeList( companiesOf( find( call, 0 ), call.world.state ) ),
	} ),
	'POST /companies/{companyId}/contacts/{contactId}': link,
};

function find( { world, ids }: ApiCall, position: number ): Contact {
	const contact = world.state.contacts.get( ids[ position ] ?? 0 );
	if ( contact === undefined ) {
		throw notFound();
	}
	return contact;
}

function create( { world, body, query }: ApiCall ): Answer {
	checkEmail( body[ 'email' ], 0, world );
	checkReferences( body, world );
	if ( query[ 'verify' ] === 'true' ) {
		return { status: 204 };
	}
	const now = world.clock.iso();
	const { owner_id, ...fields } = body;
	const contact: Contact = {
		civility: null,
		first_name: null,
		website: null,
		phone_number: null,
		mobile_number: null,
		fax_number: null,
		position: null,
		birth_date: null,
		avatar: null,
		note: '',
		invoicing_address_id: null,
		delivery_address_id: null,
		social: {},
		sync: {},
		is_archived: false,
		marketing_campaigns_subscriptions: [],
		...fields,
		id: nextId( world.state, 'contact' ),
		email: textOf( body[ 'email' ] ) || null,
		last_name: textOf( body[ 'last_name' ] ) || null,
		owner: { id: Number( owner_id ?? 1 ), type: 'staff' },
		created: now,
		updated: now,
	};
	world.state.contacts.set( contact.id, contact );
	return { status: 201, body: contact };
}

function update( call: ApiCall ): Answer {
	const { world, body, query } = call;
	const contact = find( call, 0 );
	checkEmail( body[ 'email' ], contact.id, world );
	if ( query[ 'verify' ] === 'true' ) {
		return { status: 204 };
	}
	const { owner_id, ...fields } = body;
	Object.assign( contact, fields, { updated: world.clock.iso() } );
	if ( owner_id !== undefined ) {
		contact[ 'owner' ] = { id: owner_id, type: 'staff' };
	}
	return { status: 200, body: contact };
}

function remove( call: ApiCall ): Answer {
	const { state } = call.world;
	const { id } = find( call, 0 );
	state.contacts.delete( id );
	state.contact_links = state.contact_links.filter(
		( { contact } ) => contact !== id
	);
	return { status: 204 };
}

/** 201 the first time, 200 when the contact was linked already. */
function link( call: ApiCall ): Answer {
	const company = findThird( 'company', call );
	const contact = find( call, 1 );
	const { contact_links } = call.world.state;
	const known = contact_links.find(
		( entry ) => entry.third === company.id && entry.contact === contact.id
	);
	const roles = listOf( call.body[ 'roles' ] ).map( textOf );
	for ( const role of roles ) {
		company[ `${ role }_contact_id` ] = contact.id;
	}
	if ( known !== undefined ) {
		known.roles = roles;
		return { status: 200 };
	}
	contact_links.push( { third: company.id, contact: contact.id, roles } );
	return { status: 201 };
}

function companiesOf( contact: Contact, state: State ) {
	return state.contact_links
		.filter( ( entry ) => entry.contact === contact.id )
		.flatMap( ( { third } ) => state.companies.get( third ) ?? [] );
}

function search( { world, body }: ApiCall ): Contact[] {
	const filters = objectOf( body[ 'filters' ] );
	return [ ...world.state.contacts.values() ].filter( ( contact ) =>
		isWanted( contact, filters, world )
	);
}

function isWanted(
	contact: Contact,
	filters: JsonObject,
	world: World
): boolean {
	const { state } = world;
	const thirds = [
		...listOf( filters[ 'companies' ] ),
		...listOf( filters[ 'individuals' ] ),
	];
	const links = state.contact_links.filter(
		( entry ) => entry.contact === contact.id
	);
	const ids = listOf( filters[ 'id' ] );
	return (
		[ 'last_name', 'phone_number', 'mobile_number' ].every(
			( name ) =>
				filters[ name ] === undefined ||
				filters[ name ] === contact[ name ]
		) &&
		isEmail( contact.email, filters[ 'email' ], world ) &&
		( ids.length === 0 || ids.includes( contact.id ) ) &&
		( thirds.length === 0 ||
			links.some( ( { third } ) => thirds.includes( third ) ) ) &&
		( filters[ 'is_linked' ] === undefined ||
			filters[ 'is_linked' ] === links.length > 0 ) &&
		isWithin( contact.created, objectOf( filters[ 'created' ] ) ) &&
		isWithin( contact.updated, objectOf( filters[ 'updated' ] ) )
	);
}
