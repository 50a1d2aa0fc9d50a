import { listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { invalid, notFound } from '../errors.ts';
import { paginate, selectFields } from '../paging.ts';
import { checkEmail, checkReferences } from '../rules/third.ts';
import { nextId, thirdsOf } from '../state.ts';
import type { State, Third, ThirdKind } from '../state.ts';
import type { ApiCall, Answer, Routes, World } from '../world.ts';

const PATHS: Record< ThirdKind, string > = {
	company: '/companies',
	individual: '/individuals',
};

/** Companies and individuals behave alike; their fields differ, and the contract checks those. */
export function thirdRoutes( kind: ThirdKind ): Routes {
	const path = PATHS[ kind ];
	return {
		[ `GET ${ path }` ]: ( { world, query } ) => ( {
			status: 200,
			body: paginate(
				[ ...thirdsOf( world.state, kind ).values() ],
				query
			),
		} ),
		[ `POST ${ path }/search` ]: ( call ) => ( {
			status: 200,
			body: paginate( search( kind, call ), call.query ),
		} ),
		[ `POST ${ path }` ]: ( call ) => create( kind, call ),
		[ `GET ${ path }/{id}` ]: ( call ) => ( {
			status: 200,
			body: selectFields( find( kind, call ), call.query ),
		} ),
		[ `PUT ${ path }/{id}` ]: ( call ) => update( kind, call ),
		[ `DELETE ${ path }/{id}` ]: ( call ) => remove( kind, call ),
		[ `POST ${ path }/{id}/convert` ]: ( call ) => convert( kind, call ),
		[ `GET ${ path }/{id}/contacts` ]: ( call ) => ( {
			status: 200,
			body: paginate(
				contactsOf( find( kind, call ), call.world.state ),
				call.query
			),
		} ),
	};
}

export function find( kind: ThirdKind, { world, ids }: ApiCall ): Third {
	const third = thirdsOf( world.state, kind ).get( ids[ 0 ] ?? 0 );
	if ( third === undefined ) {
		throw notFound();
	}
	return third;
}

function create( kind: ThirdKind, { world, body, query }: ApiCall ): Answer {
	checkEmail( body[ 'email' ], 0, world );
	checkReferences( body, world );
	const isDry = query[ 'verify' ] === 'true';
	if ( isDry && world.options.verify === 'nothing' ) {
		return { status: 204 };
	}
	const now = world.clock.iso();
	const third: Third = {
		...( kind === 'company' ? companyDefaults() : individualDefaults() ),
		...fieldsOf( body ),
		id: nextId( world.state, 'third' ),
		type: textOf( body[ 'type' ] ),
		email: textOf( body[ 'email' ] ) || null,
		reference: textOf( body[ 'reference' ] ) || null,
		is_archived: body[ 'is_archived' ] === true,
		owner: { id: Number( body[ 'owner_id' ] ?? 1 ), type: 'staff' },
		invoicing_address_id: null,
		delivery_address_id: null,
		created: textOf( body[ 'created' ] ) || now,
		updated_at: now,
	};
	thirdsOf( world.state, kind ).set( third.id, third );
	return isDry
		? { status: 204 }
		: { status: 201, body: selectFields( third, query ) };
}

function update( kind: ThirdKind, call: ApiCall ): Answer {
	const { world, body, query } = call;
	const third = find( kind, call );
	checkEmail( body[ 'email' ], third.id, world );
	checkReferences( body, world );
	if ( query[ 'verify' ] === 'true' ) {
		return { status: 204 };
	}
	Object.assign(
		third,
		leftOut( kind, third, world ),
		fieldsOf( body ),
		legalFrance( third, body, world ),
		{ updated_at: world.clock.iso() }
	);
	if ( 'owner_id' in body ) {
		third[ 'owner' ] = { id: Number( body[ 'owner_id' ] ), type: 'staff' };
	}
	return { status: 200, body: selectFields( third, query ) };
}

/** What becomes of the fields that nobody sends. */
function leftOut( kind: ThirdKind, third: Third, world: World ): JsonObject {
	return world.options.put_customers === 'keep'
		? {}
		: {
				...( kind === 'company'
					? { ...companyDefaults(), name: third[ 'name' ] ?? null }
					: individualDefaults() ),
				email: null,
				reference: null,
			};
}

/** What becomes of the numbers that nobody sends. */
function legalFrance(
	third: Third,
	{ legal_france }: JsonObject,
	{ options }: World
): JsonObject {
	return legal_france === undefined || options.put_legal_numbers === 'clear'
		? {}
		: {
				legal_france: {
					...objectOf( third[ 'legal_france' ] ),
					...objectOf( legal_france ),
				},
			};
}

/** Who stands on a document stays, as far as is known. */
function remove( kind: ThirdKind, call: ApiCall ): Answer {
	const { state } = call.world;
	const { id } = find( kind, call );
	const isNamed = [ ...state.documents.values() ].some(
		( { third } ) => third.id === id
	);
	if ( isNamed ) {
		throw invalid( { id: 'Ce tiers est lié à des documents.' } );
	}
	thirdsOf( state, kind ).delete( id );
	state.contact_links = state.contact_links.filter(
		( { third } ) => third !== id
	);
	for ( const [ address, { owner } ] of state.addresses ) {
		if ( owner === id ) {
			state.addresses.delete( address );
		}
	}
	return { status: 204 };
}

function convert( kind: ThirdKind, call: ApiCall ): Answer {
	const third = find( kind, call );
	if ( third.type !== 'prospect' ) {
		throw invalid( { target: 'Ce tiers n’est pas un prospect.' } );
	}
	Object.assign( third, {
		type: 'client',
		updated_at: call.world.clock.iso(),
	} );
	return { status: 200, body: third };
}

/** `owner_id`, business segment and headcount are sent as ids and answered as objects. */
function fieldsOf( body: JsonObject ): JsonObject {
	const { owner_id, business_segment, number_of_employees, ...fields } = body;
	const named = ( id: unknown ) =>
		typeof id === 'number' ? { id, label: '' } : null;
	return {
		...fields,
		...( business_segment === undefined
			? {}
			: { business_segment: named( business_segment ) } ),
		...( number_of_employees === undefined
			? {}
			: { number_of_employees: named( number_of_employees ) } ),
	};
}

function sharedDefaults(): JsonObject {
	return {
		website: null,
		phone_number: null,
		mobile_number: null,
		fax_number: null,
		note: '',
		auxiliary_code: null,
		social: {},
		rate_category_id: null,
		main_contact_id: null,
		dunning_contact_id: null,
		invoicing_contact_id: null,
		accounting_code_id: null,
		accounting_purchase_code_id: null,
		marketing_campaigns_subscriptions: [],
	};
}

function companyDefaults(): JsonObject {
	return {
		...sharedDefaults(),
		legal_france: {
			siret: null,
			siren: null,
			vat: null,
			ape_naf_code: null,
			company_type: null,
			rcs_immatriculation: null,
		},
		capital: null,
		business_segment: null,
		number_of_employees: null,
	};
}

function individualDefaults(): JsonObject {
	return { ...sharedDefaults(), first_name: null, civility: null, sync: {} };
}

export function contactsOf( third: Third, state: State ) {
	const linked = state.contact_links.filter(
		( link ) => link.third === third.id
	);
	return linked.flatMap(
		( { contact } ) => state.contacts.get( contact ) ?? []
	);
}

function search( kind: ThirdKind, { world, body }: ApiCall ): Third[] {
	const filters = objectOf( body[ 'filters' ] );
	return [ ...thirdsOf( world.state, kind ).values() ].filter( ( third ) =>
		isWanted( third, filters, world )
	);
}

function isWanted( third: Third, filters: JsonObject, world: World ): boolean {
	const among = ( name: string, value: unknown ) => {
		const wanted = filters[ name ];
		return (
			wanted === undefined ||
			( Array.isArray( wanted ) ? wanted : [ wanted ] ).some(
				( entry ) => entry === value
			)
		);
	};
	const references = listOf( filters[ 'reference' ] ).map( ( entry ) =>
		textOf( entry ).toLowerCase()
	);
	return (
		isIndexed( third.created, world ) &&
		among( 'id', third.id ) &&
		among( 'type', third.type ) &&
		isEmail( third.email, filters[ 'email' ], world ) &&
		among( 'is_archived', third.is_archived ) &&
		among( 'name', third[ 'name' ] ?? third[ 'last_name' ] ) &&
		among( 'siret', objectOf( third[ 'legal_france' ] )[ 'siret' ] ) &&
		( references.length === 0 ||
			references.includes( textOf( third.reference ).toLowerCase() ) ) &&
		isWithin( third.created, objectOf( filters[ 'created' ] ) ) &&
		isWithin( third.updated_at, objectOf( filters[ 'updated_at' ] ) ) &&
		hasAddress( third, filters, world ) &&
		hasContact( third, listOf( filters[ 'contacts' ] ), world )
	);
}

/** How long a search takes to know of what was created is not documented. */
function isIndexed( created: string, { clock, options }: World ): boolean {
	const since = clock.milliseconds() - Date.parse( created );
	return (
		options.search_lag_seconds === 0 ||
		since >= options.search_lag_seconds * 1000
	);
}

/** Whether Sellsy minds the case is not documented. */
export function isEmail(
	theirs: unknown,
	wanted: unknown,
	{ options }: World
): boolean {
	const small = ( email: unknown ) => textOf( email ).toLowerCase();
	const plain =
		options.email_search === 'any-case'
			? small
			: ( email: unknown ) => email;
	return (
		wanted === undefined ||
		( options.email_search === 'small-letters'
			? small( theirs ) === wanted
			: plain( theirs ) === plain( wanted ) )
	);
}

export function isWithin(
	moment: string,
	{ start, end }: JsonObject
): boolean {
	const at = Date.parse( moment );
	return (
		at >= Date.parse( textOf( start ) || '0001-01-01' ) &&
		at <= Date.parse( textOf( end ) || '9999-12-31' )
	);
}

function hasAddress(
	third: Third,
	filters: JsonObject,
	world: World
): boolean {
	const country = filters[ 'country_code' ];
	const postcodes = listOf( filters[ 'postal_code' ] );
	if ( country === undefined && postcodes.length === 0 ) {
		return true;
	}
	return [ ...world.state.addresses.values() ].some(
		( { owner, address } ) =>
			owner === third.id &&
			( country === undefined ||
				address[ 'country_code' ] === country ) &&
			( postcodes.length === 0 ||
				postcodes.includes( address[ 'postal_code' ] ) )
	);
}

function hasContact(
	third: Third,
	contacts: unknown[],
	world: World
): boolean {
	return (
		contacts.length === 0 ||
		world.options.companies_of_contacts === 'all' ||
		( world.options.companies_of_contacts === 'found' &&
			world.state.contact_links.some(
				( link ) =>
					link.third === third.id && contacts.includes( link.contact )
			) )
	);
}
