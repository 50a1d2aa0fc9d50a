import { isObject, listOf, objectOf, textOf } from '../../contract/json.ts';
import type { JsonObject } from '../../contract/json.ts';
import type { SellsyDocument } from '../state.ts';
import type { World } from '../world.ts';
import { contactOf, documentView } from './document-views.ts';
import { isWithin } from './thirds.ts';

/** Which filters a kind has is the contract's business: a search with others does not come here. */
export function isWanted(
	document: SellsyDocument,
	filters: JsonObject,
	world: World
): boolean {
	const { body, third } = document;
	const view = documentView( document, world );
	const among = ( name: string, value: unknown ) => {
		const wanted = listOf( filters[ name ] );
		return wanted.length === 0 || wanted.includes( value );
	};
	const related = listOf( filters[ 'related_objects' ] ).filter( isObject );
	return (
		wasCreated( document, filters, world ) &&
		isWithin( document.date, objectOf( filters[ 'date' ] ) ) &&
		among( 'status', view[ 'status' ] ) &&
		( filters[ 'status' ] === undefined ||
			world.options.status_search === 'found' ) &&
		among( 'order_status', view[ 'order_status' ] ) &&
		among( 'delivery_status', view[ 'delivery_status' ] ) &&
		among( 'owners', objectOf( view[ 'owner' ] )[ 'id' ] ) &&
		among( 'contacts', contactOf( body ) ) &&
		among( 'assigned_staff_ids', view[ 'assigned_staff_id' ] ) &&
		( related.length === 0 ||
			related.some(
				( { id, type } ) => id === third.id && type === third.type
			) ) &&
		isNumber( filters[ 'number' ], document.number, world ) &&
		equals( filters[ 'currency' ], document.currency ) &&
		filters[ 'is_deposit' ] !== true &&
		filters[ 'is_progress_invoice' ] !== true &&
		( filters[ 'credit_note_id' ] === undefined ||
			world.state.credit_links.some(
				( link ) =>
					link.invoice_id === document.id &&
					link.credit_note_id === filters[ 'credit_note_id' ]
			) )
	);
}

function wasCreated(
	document: SellsyDocument,
	filters: JsonObject,
	{ options, clock }: World
): boolean {
	const lag = options.document_lag_seconds * 1000;
	const made = new Date( document.created ).getTime();
	if ( lag > 0 && clock.now().getTime() - made < lag ) {
		return false;
	}
	return options.created_search === 'none'
		? filters[ 'created' ] === undefined
		: isWithin( document.created, objectOf( filters[ 'created' ] ) );
}

function isNumber(
	wanted: unknown,
	value: string,
	{ options }: World
): boolean {
	return options.number_search === 'partial'
		? value.includes( textOf( wanted ) )
		: equals( wanted, value );
}

function equals( wanted: unknown, value: string ): boolean {
	return wanted === undefined || wanted === value;
}
