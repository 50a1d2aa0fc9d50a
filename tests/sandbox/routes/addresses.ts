import { textOf } from '../../contract/json.ts';
import { wholeList } from '../paging.ts';
import { nextId } from '../state.ts';
import type { Address, Third, ThirdKind } from '../state.ts';
import type { Answer, ApiCall, Routes } from '../world.ts';
import { find } from './thirds.ts';

/** The list takes no parameters in the document: it comes whole. */
export const addressRoutes: Routes = {
	'GET /companies/{companyId}/addresses': ( call ) => list( 'company', call ),
	'POST /companies/{companyId}/addresses': ( call ) =>
		create( 'company', call ),
	'GET /individuals/{individualId}/addresses': ( call ) =>
		list( 'individual', call ),
	'POST /individuals/{individualId}/addresses': ( call ) =>
		create( 'individual', call ),
};

function list( kind: ThirdKind, call: ApiCall ): Answer {
	const third = find( kind, call );
	const { state, options } = call.world;
	const owned = [ ...state.addresses.values() ].filter(
		( { owner } ) => owner === third.id
	);
	const listed =
		options.address_list === 'whole' ? owned : owned.slice( 0, -1 );
	return {
		status: 200,
		body: wholeList( listed.map( ( { address } ) => address ) ),
	};
}

/** The first address becomes the default for what it is not explicitly refused for. */
function create( kind: ThirdKind, call: ApiCall ): Answer {
	const { query } = call;
	const third = find( kind, call );
	return query[ 'verify' ] === 'true'
		? { status: 204 }
		: { status: 201, body: add( third, call ) };
}

function add( third: Third, call: ApiCall ): Address {
	const { world, body } = call;
	const country = textOf( body[ 'country_code' ] ).toUpperCase();
	const known = world.state.reference.countries.find(
		( { code } ) => code === country
	);
	const address: Address = {
		address_line_2: null,
		address_line_3: null,
		address_line_4: null,
		geocode: { lat: null, lng: null },
		...body,
		id: nextId( world.state, 'address' ),
		country_code: country,
		country: textOf( known?.[ 'name' ] ) || country,
		is_invoicing_address: isDefault(
			body[ 'is_invoicing_address' ],
			third.invoicing_address_id
		),
		is_delivery_address: isDefault(
			body[ 'is_delivery_address' ],
			third.delivery_address_id
		),
	};
	world.state.addresses.set( address.id, { owner: third.id, address } );
	for ( const field of [ 'invoicing', 'delivery' ] ) {
		if ( address[ `is_${ field }_address` ] === true ) {
			third[ `${ field }_address_id` ] = address.id;
			clearOthers( field, third.id, address, call );
		}
	}
	return address;
}

function isDefault( asked: unknown, current: number | null ): boolean {
	return typeof asked === 'boolean' ? asked : current === null;
}

function clearOthers(
	field: string,
	owner: number,
	kept: Address,
	{ world }: ApiCall
): void {
	for ( const other of world.state.addresses.values() ) {
		if ( other.owner === owner && other.address !== kept ) {
			other.address[ `is_${ field }_address` ] = false;
		}
	}
}
