import { objectOf } from '../contract/json.ts';
import type { Json, JsonObject } from '../contract/json.ts';
import { createDocument } from './documents.ts';
import { notFound } from './errors.ts';
import { runOperation } from './gateway.ts';
import { kindWith } from './kinds.ts';
import { documentView } from './routes/document-views.ts';
import { addBarcode, addDeclination } from './routes/item-details.ts';
import type { Answer, World } from './world.ts';

/**
 * Creates a record as a person in Sellsy would: the same rules as `POST /<path>`, without a token; also what v2 cannot
 * create.
 */
export function createRecord( path: string, body: Json, world: World ): Answer {
	return (
		createByHandOnly( path, objectOf( body ), world ) ??
		createAsApi( path, body, world )
	);
}

/** Deliveries, proformas, declinations and barcodes. */
function createByHandOnly(
	path: string,
	body: JsonObject,
	world: World
): Answer | null {
	const kind = kindWith( 'path', path.slice( 1 ) );
	if ( kind === 'delivery' || kind === 'proforma' ) {
		const document = createDocument( kind, body, world );
		return { status: 201, body: documentView( document, world ) };
	}
	const [ , id, detail ] =
		/^\/items\/(\d+)\/(declinations|barcodes)$/.exec( path ) ?? [];
	switch ( detail ) {
		case 'declinations':
			return {
				status: 201,
				body: addDeclination( Number( id ), body, world ),
			};
		case 'barcodes':
			return {
				status: 201,
				body: { ...addBarcode( Number( id ), body, world ) },
			};
		default:
			return null;
	}
}

function createAsApi( path: string, body: Json, world: World ): Answer {
	const operation = world.contract.find( 'POST', path );
	if ( operation === null ) {
		throw notFound();
	}
	const call = {
		id: 0,
		at: '',
		host: 'api' as const,
		method: 'POST',
		path,
		query: '',
		request: body,
		status: 0,
		response: null,
		fault: null,
		operation: operation.name,
		duration_ms: 0,
	};
	return runOperation( operation, path, '', body, 1, world, call );
}

/** A small shop's account: a few customers and products. */
export function addDemoRecords( world: World ): void {
	const company = createRecord(
		'/companies',
		{
			type: 'client',
			name: 'Acme SARL',
			email: 'contact@acme.example',
			reference: 'ACME',
			legal_france: { siret: '73282932000074' },
		},
		world
	);
	createRecord(
		`/companies/${ String( objectOf( company.body )[ 'id' ] ) }/addresses`,
		address( 'Acme SARL', '12 rue des Lilas', '69003', 'Lyon' ),
		world
	);
	createRecord(
		'/companies',
		{
			type: 'prospect',
			name: 'Prospect SAS',
			email: 'bonjour@prospect.example',
		},
		world
	);
	const person = createRecord(
		'/individuals',
		{
			type: 'client',
			last_name: 'Test',
			first_name: 'Client',
			email: 'client@exemple.example',
		},
		world
	);
	createRecord(
		`/individuals/${ String( objectOf( person.body )[ 'id' ] ) }/addresses`,
		address( 'Client Test', '3 place du Marché', '31000', 'Toulouse' ),
		world
	);
	for ( const [ reference, name, price, tax ] of [
		[ 'TSHIRT-BLEU', 'T-shirt bleu', '16.58', 1 ],
		[ 'LIVRE-01', 'Guide de randonnée', '14.22', 3 ],
	] ) {
		createRecord(
			'/items',
			{
				type: 'product',
				reference: String( reference ),
				name: String( name ),
				reference_price: String( price ),
				tax_id: Number( tax ),
			},
			world
		);
	}
}

function address(
	name: string,
	line: string,
	postcode: string,
	city: string
): Json {
	return {
		name,
		address_line_1: line,
		postal_code: postcode,
		city,
		country_code: 'FR',
	};
}
