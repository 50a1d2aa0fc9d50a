import { objectOf, listOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import { notFound } from '../errors.ts';
import { paginate, selectFields, wholeList } from '../paging.ts';
import type { ApiCall, Answer, Routes } from '../world.ts';

const ok = ( body: JsonObject ): Answer => ( { status: 200, body } );

export const referenceRoutes: Routes = {
	'GET /taxes': ( call ) =>
		ok( paginate( call.world.state.reference.taxes, call.query ) ),
	'GET /taxes/{id}': ( { world, ids, query } ) => {
		const tax = world.state.reference.taxes.find(
			( { id } ) => id === ids[ 0 ]
		);
		if ( tax === undefined ) {
			throw notFound();
		}
		return ok( selectFields( tax, query ) );
	},
	'POST /taxes/search': ( call ) =>
		ok( paginate( searchTaxes( call ), call.query ) ),
	'GET /rate-categories': ( call ) =>
		ok( paginate( rateCategories( call ), call.query ) ),
	'GET /document-layouts': ( call ) =>
		ok( paginate( call.world.state.reference.layouts, call.query ) ),
	'GET /units': ( call ) =>
		ok( paginate( call.world.state.reference.units, call.query ) ),
	'GET /payments/methods': ( call ) =>
		ok(
			paginate( call.world.state.reference.payment_methods, call.query )
		),
	'POST /payments/methods/search': ( call ) =>
		ok(
			paginate( call.world.state.reference.payment_methods, call.query )
		),
	'GET /payment-terms': ( call ) =>
		ok( paginate( call.world.state.reference.payment_terms, call.query ) ),
	'GET /documents/models': ( call ) =>
		ok( paginate( call.world.state.reference.models, call.query ) ),
	'POST /documents/models/search': ( call ) =>
		ok( paginate( searchModels( call ), call.query ) ),
	'GET /currencies': ( call ) =>
		ok( paginate( call.world.state.reference.currencies, call.query ) ),
	'GET /countries': ( call ) =>
		ok( wholeList( call.world.state.reference.countries ) ),
	'GET /staffs': ( call ) =>
		ok( paginate( visibleStaffs( call ), call.query ) ),
	'POST /staffs/search': ( call ) => {
		const wanted = listOf( objectOf( call.body[ 'filters' ] )[ 'status' ] );
		const found = visibleStaffs( call ).filter(
			( { status } ) => wanted.length === 0 || wanted.includes( status )
		);
		return ok( paginate( found, call.query ) );
	},
	'GET /staffs/{id}': ( call ) => {
		const wanted = call.path.endsWith( '/me' ) ? call.staff : call.ids[ 0 ];
		const staff = visibleStaffs( call ).find( ( { id } ) => id === wanted );
		if ( staff === undefined ) {
			throw notFound();
		}
		return ok(
			selectFields( { ...staff, ...embedded( call ) }, call.query )
		);
	},
	'GET /accounts/conformities': ( { world } ) =>
		ok( {
			id: 1,
			active: world.options.conform,
			activated_by: null,
			activated_at: null,
			pdf: null,
		} ),
	'GET /quotas': ( { world } ) => {
		const { quota } = world.options;
		return ok( {
			api_rate_seconds: {
				limit: quota.second,
				used: world.quota.used( 'second' ),
			},
			api_rate_minutes: {
				limit: quota.minute,
				used: world.quota.used( 'minute' ),
			},
			api_rate_days: {
				limit: quota.day,
				used: world.quota.used( 'day' ),
			},
			api_rate_months: {
				limit: quota.month,
				used: world.quota.used( 'month' ),
			},
		} );
	},
};

function rateCategories( { world }: ApiCall ): JsonObject[] {
	const isNamed = world.options.nameless_category === 'none';
	return world.state.reference.rate_categories.map( ( category, index ) =>
		isNamed || index > 0 ? category : { ...category, currency: null }
	);
}

function visibleStaffs( { world, staff }: ApiCall ) {
	const { staffs } = world.state.reference;
	return world.options.staffs_restricted
		? staffs.filter( ( { id } ) => id === staff )
		: staffs;
}

/** Nothing is embedded for a person whose view of the staff is restricted. */
function embedded( { world, query }: ApiCall ): JsonObject {
	const wanted = listOf( query[ 'embed' ] );
	if ( wanted.length === 0 || world.options.staffs_restricted ) {
		return {};
	}
	const { account_uuid, denied_operations, whole_acl } = world.options;
	const may = ( operation: string ) =>
		! denied_operations.includes( operation );
	return {
		_embed: {
			...( wanted.includes( 'account' )
				? {
						account: {
							id: 1,
							uuid: account_uuid,
							name: 'Boutique',
							country_code: 'FR',
							created: '2025-01-06T09:00:00+01:00',
						},
					}
				: {} ),
			...( wanted.includes( 'acl' )
				? {
						acl: {
							create_companies: may( 'POST /companies' ),
							create_individuals: may( 'POST /individuals' ),
							create_contacts: may( 'POST /contacts' ),
							view_invoices: may( 'GET /invoices' ),
							create_invoices: may( 'POST /invoices' ),
							validate_invoices: may(
								'POST /invoices/{id}/validate'
							),
							create_items: may( 'POST /items' ),
							update_items: may( 'PUT /items/{id}' ),
							...( whole_acl ? otherAcl( may ) : {} ),
						},
					}
				: {} ),
		},
	};
}

function otherAcl( may: ( operation: string ) => boolean ): JsonObject {
	return {
		view_companies: may( 'POST /companies/search' ),
		view_individuals: may( 'POST /individuals/search' ),
		view_contacts: may( 'POST /contacts/search' ),
		view_credit_notes: may( 'POST /credit-notes/search' ),
		create_credit_notes: may( 'POST /credit-notes' ),
		validate_credit_notes: may( 'POST /credit-notes/{id}/validate' ),
		view_orders: may( 'POST /orders/search' ),
		create_orders: may( 'POST /orders' ),
		view_document_models: may( 'POST /documents/models/search' ),
	};
}

function searchTaxes( { world, body }: ApiCall ) {
	const filters = objectOf( body[ 'filters' ] );
	const rate = objectOf( filters[ 'rate' ] );
	const label = textOf( filters[ 'label' ] ).toLowerCase();
	return world.state.reference.taxes.filter(
		( tax ) =>
			tax.rate >= Number( rate[ 'min' ] ?? 0 ) &&
			tax.rate <= Number( rate[ 'max' ] ?? Infinity ) &&
			tax.label.toLowerCase().includes( label ) &&
			( filters[ 'is_active' ] === undefined ||
				tax.is_active === filters[ 'is_active' ] )
	);
}

function searchModels( { world, body }: ApiCall ) {
	const filters = objectOf( body[ 'filters' ] );
	return world.state.reference.models.filter( ( model ) =>
		[ 'number', 'currency' ].every(
			( name ) =>
				filters[ name ] === undefined ||
				filters[ name ] === model[ name ]
		)
	);
}
